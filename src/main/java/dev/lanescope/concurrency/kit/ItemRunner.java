package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.WorkerState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/// How the workers of one crew do items: what all models have in common. Any number of threads may
/// call [#perform] at once, each with its own [Seat]; those that share out single stages call
/// [#open] and [#step].
///
/// The first [RunAborted] is kept and asks everybody to stop. An item that was under way when the
/// stop or an interrupt came counts as not done, even if being woken made it fail.
///
/// If items have a timeout and nobody can go on any more, because those that hang keep what the
/// others need, all items that are left fail by [Stranded], and the crew ends; the run goes on with
/// what it has.
public final class ItemRunner<I, D, R> {

    private final Workload<I, D, R> workload;
    private final Knobs knobs;
    private final StopSignal stop;
    private final Stage.Kind[] kinds;
    private final Faults faults;
    private final Gate shared = new LockGate();
    private final Workers<D> workers;
    private final AtomicReference<@Nullable RunAborted> aborted = new AtomicReference<>();
    private final StopSignal given;
    private final Timeouts<I, R> timeouts;
    private int begun;

    /// @param stop ends the crew; requested if the run cannot go on
    public ItemRunner(Workload<I, D, R> workload, Knobs knobs, StopSignal stop) {
        this.workload = workload;
        this.knobs = knobs;
        this.given = stop;
        this.stop = new StopSignal();
        this.workers = new Workers<>(workload, knobs.state(), this::abort);
        this.kinds = workload.stages().stream().map(Stage::kind).toArray(Stage.Kind[]::new);
        this.faults = Faults.of(knobs.faults());
        this.timeouts = new Timeouts<>(workload, knobs, this.stop);
        this.stop.onRequest(faults::end);
        given.onRequest(this.stop::request);
    }

    /// The next batch of the run. Called by one thread at a time.
    public Batch<I, R> begin(List<I> items) {
        var batch = new Batch<I, R>(items, begun, stop);
        begun += items.size();
        timeouts.begins(batch);
        return batch;
    }

    /// One item of a batch that is kept elsewhere, beyond a class loader or a process.
    ///
    /// @param number what observers call it
    public Batch<I, R> alone(I item, int number) {
        return new Batch<>(item, number);
    }

    public Knobs knobs() {
        return knobs;
    }

    /// Ends this crew: the run's own stop does so, an error that ends the run, and if nobody can go
    /// on.
    public StopSignal stop() {
        return stop;
    }

    public Workload<I, D, R> workload() {
        return workload;
    }

    /// A seat for the calling thread, with a worker if the knobs want one for each; aborts the run
    /// if none can be made.
    public Seat<D> seat(LaneObserver lane) {
        return seat(lane, Gate.OPEN);
    }

    /// A seat behind a gate.
    public Seat<D> seat(LaneObserver lane, Gate gate) {
        var seat = new Seat<D>(lane, mustShare(gate) ? shared : gate, timeouts.dog());
        if (knobs.state() == WorkerState.PER_WORKER) {
            starts(1);
            try {
                seat.worker = workers.make();
            } finally {
                starts(-1);
            }
        }
        return seat;
    }

    /// A seat for a thread that only reads and writes.
    public Seat<D> seatForTransfers(LaneObserver lane) {
        return new Seat<>(lane, Gate.OPEN, timeouts.dog());
    }

    /// So many more workers, or less, are being started. While that is so, nobody says that the run
    /// cannot go on.
    public void starts(int more) {
        timeouts.starts(more);
    }

    /// Some item has come one stage further.
    public void sign() {
        timeouts.sign();
    }

    /// Whether threads need a lock of ours because they use one worker and have no other gate.
    private boolean mustShare(Gate gate) {
        return knobs.state() == WorkerState.SHARED && gate.equals(Gate.OPEN);
    }

    /// Takes one item through its stages, unless a stop comes between.
    public void perform(Batch<I, R> batch, int index, Seat<D> seat) {
        Visit<D> visit = open(batch, index, seat.lane());
        if (visit != null) {
            finish(batch, visit, seat);
        }
    }

    /// Takes one item through its stages up to the last ones, which only write.
    ///
    /// @return the item as it is to be written; null if it has come to its end
    public @Nullable Visit<D> prepare(Batch<I, R> batch, int index, Seat<D> seat) {
        Visit<D> visit = open(batch, index, seat.lane());
        if (visit == null || !pass(batch, visit, seat, true)) {
            return null;
        }
        workers.retire(visit);
        return visit;
    }

    /// Takes an item through the stages that are left.
    public void finish(Batch<I, R> batch, Visit<D> visit, Seat<D> seat) {
        pass(batch, visit, seat, false);
    }

    /// @return whether it has come to the writing, and still counts
    private boolean pass(Batch<I, R> batch, Visit<D> visit, Seat<D> seat, boolean untilWrites) {
        if (seat.watch != null) {
            watch(batch, visit, seat.watch);
        }
        try {
            boolean more = true;
            while (more && !(untilWrites && onlyWrites(visit))) {
                more = step(batch, visit, seat);
            }
            return more && !batch.isSettled(visit.index);
        } finally {
            seat.gate().leave();
            if (seat.watch != null) {
                visit.patience = seat.watch.end();
            }
        }
    }

    private boolean onlyWrites(Visit<D> visit) {
        for (int at = visit.at; at < visit.path.length; at++) {
            if (kinds[visit.path[at]] != Stage.Kind.OUTPUT) {
                return false;
            }
        }
        return true;
    }

    /// An item before its first stage; null if it failed there.
    public @Nullable Visit<D> open(Batch<I, R> batch, int index, LaneObserver lane) {
        batch.begun();
        I item = batch.item(index);
        int number = batch.number(index);
        int stage = 0;
        try {
            int[] path = workload.path(item);
            stage = path[0];
            return new Visit<>(index, number, path, workload.begin(item), knobs.pageTimeout());
        } catch (Throwable e) {
            if (batch.settle(index, new Outcome.Failed<>(stage, e))) {
                lane.failed(number, stage, e);
            }
            return null;
        }
    }

    /// The stages that an item passes; none if that cannot be told, which is for whoever opens the
    /// item to find out.
    public int[] pathOrNone(I item) {
        return Timeouts.pathOrNone(workload, item);
    }

    /// What kind of stage comes next.
    public Stage.Kind next(Visit<D> visit) {
        return kinds[visit.stage()];
    }

    /// How long a stage is held up before it reads or writes.
    public Duration latency(Visit<D> visit) {
        return switch (next(visit)) {
            case INPUT -> knobs.readLatency();
            case COMPUTE -> Duration.ZERO;
            case OUTPUT -> knobs.writeLatency();
        };
    }

    /// Takes an item through its next stage, after waiting for as long as that is held up.
    ///
    /// @return whether another stage follows; if not, the item is settled or will never be done
    public boolean step(Batch<I, R> batch, Visit<D> visit, Seat<D> seat) {
        Duration latency = latency(visit);
        visit.entered = visit.at + 1;
        if (!latency.isZero()) {
            seat.lane().waits(Waiting.FOR_IO);
            seat.gate().leave();
            try {
                stop.pause(latency);
            } catch (InterruptedException _) {
                letGo(batch, visit);
                return false;
            }
        }
        return stepNow(batch, visit, seat);
    }

    /// The same without the wait, for whoever waits otherwise.
    public boolean stepNow(Batch<I, R> batch, Visit<D> visit, Seat<D> seat) {
        boolean more = passStage(batch, visit, seat);
        if (!more) {
            workers.retire(visit);
        }
        return more;
    }

    private boolean passStage(Batch<I, R> batch, Visit<D> visit, Seat<D> seat) {
        LaneObserver lane = seat.lane();
        int stage = visit.stage();
        visit.entered = visit.at + 1;
        Watch watch = seat.watch != null && seat.watch.isIdle() ? seat.watch : null;
        sign();
        try {
            if (watch != null) { // nobody watches the item as a whole
                watch(batch, visit, watch);
            }
            if (kinds[stage] == Stage.Kind.COMPUTE) {
                seat.enter();
                if (stop.requested()) {
                    return false;
                }
                Worker<D> worker = workers.of(seat, visit);
                lane.works(visit.number, stage);
                compute(visit, stage, worker);
            } else {
                if (stop.requested()) {
                    return false;
                }
                lane.works(visit.number, stage); // before whoever waits can begin to compute
                seat.gate().leave();
                workload.transfer(stage, visit.draft);
            }
            sign();
            visit.at++;
            if (!visit.hasPassedAll()) {
                return !batch.isSettled(visit.index);
            }
            if (batch.settle(visit.index, new Outcome.Done<>(workload.finish(visit.draft)))) {
                lane.done(visit.number);
            }
        } catch (RunAborted e) {
            abort(e);
        } catch (InterruptedException e) {
            letGo(batch, visit);
        } catch (Throwable cause) {
            if (!stop.requested()
                    && batch.settle(visit.index, new Outcome.Failed<>(stage, cause))) {
                lane.failed(visit.number, stage, cause);
            }
        } finally {
            if (watch != null) {
                visit.patience = watch.end();
            }
        }
        return false;
    }

    /// An interrupt ends the item, and nobody is to wait for it.
    private void letGo(Batch<I, R> batch, Visit<D> visit) {
        Thread.currentThread().interrupt();
        batch.settle(visit.index, new Outcome.NotDone<>());
    }

    private void compute(Visit<D> visit, int stage, Worker<D> worker) throws Exception {
        if (!faults.isEmpty()
                && (visit.at == 0 || kinds[visit.path[visit.at - 1]] != kinds[stage])) {
            faults.strike(visit.number);
        }
        for (int extra = 1; extra < knobs.cpuWeight() && !stop.requested(); extra++) {
            worker.rehearse(stage, visit.draft);
        }
        worker.step(stage, visit.draft);
    }

    private void watch(Batch<I, R> batch, Visit<D> visit, Watch watch) {
        watch.begin(visit.patience, timeouts.watched(batch, visit.index, visit::stage));
    }

    /// The calling thread begins an item that is done elsewhere, as by a copy of these classes. It
    /// is settled from here if it takes too long.
    ///
    /// @param stage the one under way
    public void watch(Batch<I, R> batch, int index, IntSupplier stage, Seat<?> seat) {
        if (seat.watch != null) {
            seat.watch.begin(knobs.pageTimeout(), timeouts.watched(batch, index, stage));
        }
    }

    /// The calling thread has come back from the item that is done elsewhere.
    public void comesBack(Seat<?> seat) {
        if (seat.watch != null && !seat.watch.isIdle()) {
            var _ = seat.watch.end();
        }
    }

    /// Ends the run, because nobody can go on.
    public void abort(RunAborted cause) {
        aborted.compareAndSet(null, cause);
        given.request();
    }

    /// Ends the run, because the system gives no more threads; the JDK says so by an error that
    /// seems to be about memory.
    ///
    /// @return what it ends with
    public RunAborted noMoreThreads(OutOfMemoryError e) {
        var cause = new RunAborted("no more threads could be started; use fewer", e);
        abort(cause);
        return cause;
    }

    /// What became of a batch.
    ///
    /// @throws RunAborted if a worker found that the run cannot go on
    public List<Outcome<R>> outcomes(Batch<I, R> batch) throws RunAborted {
        check();
        return batch.outcomes();
    }

    /// Does nothing while the run can go on.
    ///
    /// @throws RunAborted if a worker found that it cannot
    public void check() throws RunAborted {
        RunAborted cause = aborted.get();
        if (cause != null) {
            throw cause;
        }
    }

    /// Whether a thread hangs in an item that was given up.
    public boolean hangs(Thread thread) {
        return timeouts.hangs(thread);
    }

    /// Waits for threads that have been told to end, but not for those that hang in an item that
    /// was given up: nothing ends them, and they are left behind.
    public void join(List<? extends Thread> threads) {
        faults.end();
        await(threads);
        timeouts.close();
    }

    /// The same in the middle of a run, for threads that live for a batch.
    public void await(List<? extends Thread> threads) {
        Joining.all(threads, stop, this::hangs);
    }
}
