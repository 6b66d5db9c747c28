package dev.lanescope.claims.tables;

import dev.lanescope.claims.Band;
import dev.lanescope.claims.Build;
import dev.lanescope.claims.ClaimExperiment.Costs;
import dev.lanescope.claims.ClaimExperiment.Crew;
import dev.lanescope.claims.ClaimExperiment.Faults;
import dev.lanescope.claims.ClaimExperiment.Sources;
import dev.lanescope.claims.ClaimExperiment.Turns;
import dev.lanescope.claims.Measure;
import dev.lanescope.claims.Quantity;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.Side;
import dev.lanescope.claims.Way;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.lab.Figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What cells are made of. Each says what it is and what measures it.
final class Lines {

    static final String JVM = "JVM";
    static final String PYTHON = "CPython";

    /// All that can go wrong under any model.
    private static final List<Fault.Kind> FAULTS =
            Stream.of(Fault.Kind.values()).filter(each -> !each.isOfPython()).toList();

    private Lines() {}

    static Line never(String label, String because) {
        return new Line.Never(label, because);
    }

    private static String label(Side side) {
        return side.build() == Build.NONE ? JVM : PYTHON;
    }

    private static Side alone(Side side) {
        return side.build() == Build.NONE
                ? Side.jvm("sequential")
                : Side.python("sequential", side.build());
    }

    private static Turns turns(Crew crew, Way way, Side... sides) {
        return new Turns(Arrays.asList(sides), crew, way, Reading.ENOUGH_ROUNDS);
    }

    private static Need speedUp(Side of, Side over, Crew crew, Way way) {
        return new Need(new Measure.SpeedUp(of, over, crew, way), turns(crew, way, of, over));
    }

    private static Line told(Quantity quantity, Side side, Way way, String note) {
        return new Line.Figure(
                label(side),
                new Need(
                        new Measure.OfRuns(quantity, side),
                        turns(Crew.CORES, way, side, alone(side))),
                Line.Shape.AMOUNT,
                note);
    }

    /// How many processors compute at once.
    static Line processors(Side side) {
        return told(Quantity.PROCESSORS, side, Way.USUAL, "processors at once");
    }

    static Line peak(String model) {
        return told(Quantity.PEAK, Side.jvm(model), Way.COLD, "at the peak");
    }

    /// Of the processes of a Python.
    static Line childMemory(Side side) {
        return told(Quantity.CHILDREN, side, Way.USUAL, "at the peak");
    }

    static Line workerStart(Side side) {
        return told(Quantity.WORKER_START, side, Way.USUAL, "until a worker is ready");
    }

    static Need computes(Side side) {
        return speedUp(side, alone(side), Crew.CORES, Way.USUAL);
    }

    static Need waits(Side side) {
        return speedUp(side, alone(side), Crew.CORES, Way.WAITING);
    }

    static Line computing(Side side) {
        return times(side, computes(side), "one alone");
    }

    static Line waiting(Side side) {
        return times(side, waits(side), "one alone");
    }

    /// How many times as fast it is without the lock.
    static Line unlocked(Side free, Side locked) {
        return times(free, speedUp(free, locked, Crew.CORES, Way.USUAL), "with the lock");
    }

    private static Line times(Side side, Need need, String than) {
        return new Line.Figure(label(side), need, Line.Shape.TIMES, than);
    }

    /// The same under another label.
    static Line named(String label, Need need) {
        return new Line.Figure(label, need, Line.Shape.TIMES, "one alone");
    }

    /// By how much longer one worker takes than whoever works alone.
    static Line oneAgainstAlone(Side side) {
        return new Line.Figure(
                label(side),
                speedUp(alone(side), side, Crew.ONE, Way.USUAL),
                Line.Shape.LONGER,
                "longer, one worker");
    }

    /// By how much longer the second takes.
    static Need overhead(Side fast, Side slow) {
        boolean fixed = fast.model().endsWith("sequential"); // one worker is all there is
        return fixed
                ? new Need(new Measure.SpeedUp(fast, slow), turns(Crew.ONE, Way.USUAL, fast, slow))
                : speedUp(fast, slow, Crew.ONE, Way.USUAL);
    }

    static Line longer(Need overhead, String label) {
        return new Line.Figure(label, overhead, Line.Shape.LONGER, "");
    }

    static Line verdict(Need overhead, String label, Band target) {
        return new Line.Verdict(label, overhead, target);
    }

    private static Line cost(String model, Figure figure, String note) {
        return cost(new Measure.Cost(model, figure), model, note);
    }

    private static Line cost(Measure measure, String model, String note) {
        return new Line.Figure(
                JVM,
                new Need(measure, new Costs(List.of(model), Reading.ENOUGH_ROUNDS)),
                Line.Shape.AMOUNT,
                note);
    }

    static Line workerMemory(String model) {
        return cost(new Measure.WorkerMemory(model), model, "a further worker");
    }

    static Line start(String model) {
        return cost(model, Figure.START, "until a worker works");
    }

    static Line emptyTask(String model) {
        return cost(model, Figure.EMPTY_TASK, "an empty task");
    }

    static Line bytes(String model) {
        return cost(model, Figure.RECORDS_BYTES, "a page, both ways");
    }

    static Line crossing(String model) {
        return cost(model, Figure.RECORDS_TIME, "a page, both ways");
    }

    /// What stays with the page that goes wrong.
    static Line.Contained contained(Side side) {
        return new Line.Contained(
                label(side),
                FAULTS.stream()
                        .map(kind ->
                                new Need(
                                        new Measure.PagesLost(side.model(), kind),
                                        new Faults(List.of(side.model()), List.of(kind))))
                        .toList());
    }

    static Line code(String model, Measure.Code.Aspect aspect) {
        return new Line.Figure(
                JVM,
                new Need(new Measure.Code(model, aspect), new Sources(List.of(model))),
                Line.Shape.AMOUNT,
                "");
    }

    /// Who of several sides is ahead where pages compute.
    static Line ahead(List<String> names, List<Side> sides) {
        return new Line.Ahead(
                label(sides.getFirst()), names, sides.stream().map(Lines::computes).toList());
    }

    /// At what one of several sides is not behind.
    static Line bestFor(int own, List<Side> sides) {
        return new Line.BestFor(
                label(sides.getFirst()),
                own,
                sides.stream()
                        .map(each -> new Line.Rival(computes(each), waits(each), contained(each)))
                        .toList());
    }
}
