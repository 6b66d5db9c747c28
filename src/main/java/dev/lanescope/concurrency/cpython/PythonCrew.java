package dev.lanescope.concurrency.cpython;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.FileWork;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.crossing.ClockMatch;
import dev.lanescope.concurrency.crossing.Deaths;
import dev.lanescope.concurrency.crossing.Traffic;
import dev.lanescope.concurrency.knobs.Scheduling;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A Python as a crew: started with the first batch, told what to do, and heard until it is done.
/// All of it happens on the thread that calls [#perform].
///
/// A Python that ends before it should has lost the run: what it had begun failed there, and what
/// it had not begun failed too. The lanes show how far it came.
final class PythonCrew<I, D, R> implements Crew<I, R> {

    /// Where an item fails that was never begun.
    private static final int FIRST_STAGE = 0;

    private final PythonExecutor executor;
    private final PythonRuntime runtime;
    private final Path program;
    private final Workload<I, D, R> workload;
    private final FileWork<I, R> files;
    private final Orders orders;
    private final Observer observer;
    private final StopSignal stop;
    private @Nullable PythonProcess python;
    private @Nullable PythonLanes lanes;
    private final Deaths deaths;
    private final @Nullable Traffic traffic;
    private Said.@Nullable Packed packed;
    private String gone = "";
    private int begun;

    PythonCrew(
            PythonExecutor executor,
            PythonRuntime runtime,
            Path program,
            Workload<I, D, R> workload,
            FileWork<I, R> files,
            Orders orders,
            Observer observer,
            StopSignal stop) {
        this.executor = executor;
        this.runtime = runtime;
        this.program = program;
        this.workload = workload;
        this.files = files;
        this.orders = orders;
        this.observer = observer;
        this.stop = stop;
        this.deaths = new Deaths(observer);
        this.traffic = executor.crosses() ? new Traffic(observer) : null;
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        var batch = new PythonBatch<I, R>(items, begun);
        begun += items.size();
        if (items.isEmpty() || stop.requested()) {
            return batch.outcomes();
        }
        PythonLanes now = lanes();
        try {
            PythonProcess there = process(now);
            there.say(Job.batch(batch.first(), order(items)));
            hear(there, now, batch);
        } catch (IOException e) {
            ends(now, batch, String.valueOf(e.getMessage()));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return batch.outcomes();
    }

    private PythonLanes lanes() {
        if (lanes == null) {
            lanes = new PythonLanes(executor, orders.workers(), workload.stages().size(), observer);
        }
        return lanes;
    }

    /// The numbers of the entries to do, in the order in which they are to be begun.
    private List<Job.Task> order(List<I> items) {
        var order = IntStream.range(0, items.size()).boxed();
        if (orders.knobs().scheduling().order() == Scheduling.Order.HEAVIEST_FIRST) {
            order = order.sorted(Comparator.comparingLong(i -> -workload.weight(items.get(i))));
        }
        return order.map(i -> new Job.Task(i, files.entry(items.get(i)))).toList();
    }

    /// @throws RunAborted if there is none, and none can be had
    private PythonProcess process(PythonLanes now) throws IOException, RunAborted {
        if (!gone.isEmpty()) {
            throw new IOException(gone);
        }
        PythonProcess there = python;
        if (there != null) {
            return there;
        }
        try {
            there = PythonProcess.start(runtime, program);
        } catch (IOException e) {
            now.end();
            throw new RunAborted(String.valueOf(e.getMessage()), e);
        }
        python = there;
        stop.onRequest(there::kill);
        ClockMatch clock = there.greet(observer);
        now.has(clock);
        observer.knows(PythonModel.CLOCK, clock.words());
        observer.knows("Runtime", runtime.title() + ", " + runtime.build());
        observer.knows("CPython's build", runtime.flags().words());
        there.say(new Job(executor, files, workload, orders).json());
        return there;
    }

    /// Hears what is said until the batch is over.
    private void hear(PythonProcess there, PythonLanes now, PythonBatch<I, R> batch)
            throws IOException, RunAborted {
        while (true) {
            switch (there.hear()) {
                case null -> throw new IOException("");
                case Said.Came came -> {
                    now.came(came);
                    there.knows(PythonLanes.process(came.worker()));
                }
                case Said.Moments told -> now.hear(told, begun);
                case Said.Done(String worker, int item, long bytes) -> {
                    batch.check(item);
                    if (batch.settle(item, done -> new Outcome.Done<>(files.result(done, bytes)))) {
                        now.done(worker, item);
                    }
                }
                case Said.Failed(String worker, int item, int stage, String why) -> {
                    batch.check(item);
                    int at = stage(stage);
                    var cause = new PythonFailure(why);
                    if (batch.settle(item, _ -> new Outcome.Failed<>(at, cause))) {
                        now.failed(worker, item, at, cause);
                    }
                }
                case Said.Killed(int item) -> {
                    batch.check(item);
                    var cause = new PythonFailure("its process died, twice");
                    int at = now.stage(item);
                    if (batch.settle(item, _ -> new Outcome.Failed<>(at, cause))) {
                        now.killed(item, cause);
                    }
                }
                case Said.Gone died -> {
                    Optional<String> how = now.gone(died);
                    if (!died.byPool()) {
                        how.ifPresent(deaths::died);
                    }
                }
                case Said.Lost() -> now.starts();
                case Said.Knows(String what, String value) ->
                        observer.knows("CPython's " + what, value);
                case Said.Packed told -> crossed(told);
                case Said.CannotGoOn(String why) -> {
                    there.kill();
                    now.end();
                    throw new RunAborted(why, new IOException("said by CPython"));
                }
                case Said.Over(boolean gil) -> {
                    observer.knows(PythonModel.GIL, gil ? PythonModel.ON : "off");
                    if (packed != null) {
                        observer.knows(
                                "Packed by CPython",
                                packed.bytes()
                                        + " bytes in "
                                        + packed.nanos() / 1_000
                                        + " \u00b5s");
                    }
                    now.rest();
                    return;
                }
                case Said.Hello _, Said.Pong _, Said.Idled _, Said.Pickled _, Said.Bye _ ->
                        throw new IOException("it said what nobody had asked");
            }
        }
    }

    /// @throws IOException if nothing can have crossed
    private void crossed(Said.Packed told) throws IOException {
        if (traffic == null) {
            throw new IOException("it packed what does not cross");
        }
        packed = told;
        traffic.now(told.bytes(), told.answered());
    }

    private int stage(int told) throws IOException {
        if (told < 0 || told >= workload.stages().size()) {
            throw new IOException("a stage that is none");
        }
        return told;
    }

    /// It says no more, or nothing that makes sense.
    ///
    /// @param nonsense what it said; empty if it just ended
    private void ends(PythonLanes now, PythonBatch<I, R> batch, String nonsense)
            throws InterruptedException, RunAborted {
        PythonProcess there = python;
        if (there == null || stop.requested()) {
            return;
        }
        long since = observer.nanos();
        if (gone.isEmpty()) {
            String how;
            if (nonsense.isEmpty()) {
                how = there.end();
                there.kill();
            } else {
                there.kill();
                how = "said something that makes no sense: " + nonsense;
            }
            gone = there.name() + " " + how;
            observer.remarks(gone + PythonModel.IS_LOST);
        }
        if (stop.requested()) {
            return; // which is what ended it
        }
        now.allGone(since, gone);
        for (PythonLanes.UnderWay item : now.takeUnderWay()) {
            var cause = new PythonFailure(gone + " while it was at this page");
            if (batch.settle(item.item(), _ -> new Outcome.Failed<>(item.stage(), cause))) {
                item.lane().failed(item.item(), item.stage(), cause);
            }
        }
        var rest = new PythonFailure(gone + PythonModel.NEVER_BEGUN);
        for (int item : new ArrayList<>(batch.left())) {
            var _ = batch.settle(item, _ -> new Outcome.Failed<>(FIRST_STAGE, rest));
            now.failed(item, FIRST_STAGE, rest);
        }
        now.rest();
    }

    @Override
    public void close() {
        PythonProcess there = python;
        if (there != null) {
            there.close();
        }
        deaths.close();
        if (lanes != null) {
            lanes.end();
            lanes = null;
        }
    }
}
