package dev.lanescope.concurrency;

import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A way to share out work: who does it and when. One file each; the list is [Models#all].
///
/// Whatever the model, every item is done exactly once, outcomes come back in the order of the
/// items, a failing item costs nobody else anything, and nothing (thread, process, file) is left
/// when the crew is closed. One contract test holds every model to this.
public interface ConcurrencyModel {

    /// The name in the terminal, in traces and in file names: lower case, words joined by `-`.
    String id();

    /// The name in the window.
    String title();

    /// One sentence on when to use it.
    String whenToUse();

    /// One sentence on what it costs or cannot do.
    String itsCatch();

    /// One sentence on what a page keeps that is given up after its timeout, and what becomes of
    /// the others.
    String ifAPageHangs();

    /// How many workers it can be given.
    WorkerRange workers();

    /// Why this model cannot honour a knob, in one sentence; empty if it can.
    Optional<String> refusal(Knob knob);

    /// Whether a page may end the process it is rendered in, and Lanescope lives on.
    default boolean survivesCrashes() {
        return false;
    }

    /// Why these faults cannot be made under this model, in one sentence; empty if they can.
    default Optional<String> refusal(List<Fault> faults) {
        for (Fault fault : faults) {
            String kind = fault.kind().id();
            if (fault.kind().isOfPython()) {
                return Optional.of(kind + " is a fault of a real CPython; choose a python- model.");
            }
            if (fault.kind().endsProcess() && !survivesCrashes() && !Expendable.is()) {
                return Optional.of(
                        kind
                                + " would end Lanescope itself, for "
                                + id()
                                + " renders inside it; choose child processes.");
            }
        }
        return Optional.empty();
    }

    /// Why this model cannot honour knobs in the positions they are in, in one sentence; empty if
    /// it can.
    default Optional<String> refusal(Knobs knobs) {
        return knobs.turned().stream()
                .flatMap(knob -> refusal(knob).stream())
                .findFirst()
                .or(() -> refusal(knobs.faults()));
    }

    /// Whether pages are rendered by another program than ours: then the files that are made of
    /// pages are left out, and the HTML is that program's.
    default boolean isForeign() {
        return false;
    }

    /// What differs between two models of the same id besides the knobs, such as the interpreter,
    /// in words; empty if nothing can.
    default String setting() {
        return "";
    }

    /// Whether its workers live in this heap, and see what is changed in it.
    default boolean sharesHeap() {
        return true;
    }

    /// How much the JVM or interpreter of the least experienced worker had done before what is
    /// recorded, in items: what makes a run cold or warm.
    ///
    /// @param here what was done in this JVM, by whatever run
    /// @param inThisRun what this run has done to warm up
    default long experience(int workers, Knobs knobs, long here, long inThisRun) {
        return here;
    }

    /// The same with all decided that it would otherwise decide when it hires, such as the
    /// interpreter that it runs on: so a trace tells it from its first moment on.
    ///
    /// @param cache as in [Orders]
    /// @throws RunAborted with a sentence if there is nothing that it could run on
    default ConcurrencyModel settled(Optional<Path> cache) throws RunAborted {
        return this;
    }

    /// Starts the workers of a run.
    ///
    /// @param stop ends what the crew does; requested by the crew itself when the run cannot go on
    /// @throws RunAborted if they cannot be started; none is left then
    <I, D, R> Crew<I, R> hire(
            Workload<I, D, R> workload, Orders orders, Observer observer, StopSignal stop)
            throws RunAborted;

    /// Does all items with a crew of their own; see [Crew#perform].
    default <I, D, R> List<Outcome<R>> run(
            Workload<I, D, R> workload,
            List<I> items,
            Orders orders,
            Observer observer,
            StopSignal stop)
            throws RunAborted, InterruptedException {
        try (Crew<I, R> crew = hire(workload, orders, observer, stop)) {
            return crew.perform(items);
        }
    }
}
