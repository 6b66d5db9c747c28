package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.kit.Visit;
import dev.lanescope.concurrency.knobs.Knob;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/// A loop, the helpers that read and write for it, and, if it does not compute itself, the pool
/// that does. All that happens to a page between two stages happens on the loop's thread.
final class LoopCrew<I, D, R> implements Crew<I, R> {

    /// As many as libuv has.
    private static final int HELPERS = 4;

    /// Pages under way at a time, so that memory stays bounded.
    private static final int WINDOW = 64;

    private final ItemRunner<I, D, R> runner;
    private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final LaneThread loop;
    private final Hands<D> helpers;
    private final @Nullable Hands<D> pool;
    private @Nullable Seat<D> seat; // of the loop, if it computes
    private volatile @Nullable Batch<I, R> batch;
    private volatile boolean closed;

    /// A batch and how much of it has been begun. The last events of a batch may come when the next
    /// one has begun, so each has a cursor of its own.
    private static final class Flow<I, R> {
        final Batch<I, R> batch;
        int next;

        Flow(Batch<I, R> batch) {
            this.batch = batch;
        }
    }

    private LoopCrew(String name, int computing, ItemRunner<I, D, R> runner, Observer observer) {
        this.runner = runner;
        this.loop = new LaneThread(name + "-loop", 0, observer, this::run);
        this.pool =
                computing == 0
                        ? null
                        : new Hands<>(name + "-pool", 1, computing, runner, runner::seat, observer);
        this.helpers =
                new Hands<>(
                        name + "-helper",
                        1 + computing,
                        HELPERS,
                        runner,
                        runner::seatForTransfers,
                        observer);
    }

    /// @param computing threads of the pool; 0 if the loop computes itself
    static <I, D, R> LoopCrew<I, D, R> start(
            String name, int computing, ItemRunner<I, D, R> runner, Observer observer)
            throws RunAborted {
        var crew = new LoopCrew<>(name, computing, runner, observer);
        try {
            crew.loop.start();
            crew.helpers.start();
            if (crew.pool != null) {
                crew.pool.start();
            }
        } catch (OutOfMemoryError e) {
            RunAborted cause = runner.noMoreThreads(e);
            crew.close();
            throw cause;
        }
        runner.stop().onRequest(crew.loop::interrupt);
        return crew;
    }

    /// What a loop cannot honour.
    static Optional<String> refusal(Knob knob) {
        return switch (knob) {
            case SCHEDULING -> Optional.of("Events come in the order in which files are ready.");
            case WRITES -> Optional.of("Its helpers write already, while the loop goes on.");
            default -> Refusals.ofThreads(knob);
        };
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        Batch<I, R> now = runner.begin(items);
        events.add(() -> begin(now));
        try {
            now.await();
        } catch (InterruptedException e) {
            runner.stop().request();
            close();
            throw e;
        }
        if (runner.stop().requested()) {
            close();
        }
        return runner.outcomes(now);
    }

    @Override
    public void close() {
        closed = true;
        events.add(() -> {});
        helpers.close();
        if (pool != null) {
            pool.close();
        }
        List<Thread> threads = new ArrayList<>(helpers.threads());
        threads.add(loop);
        if (pool != null) {
            threads.addAll(pool.threads());
        }
        runner.join(threads);
    }

    private void run(LaneObserver given) {
        LaneObserver lane = given;
        if (pool == null) {
            lane.waits(Waiting.STARTING);
            Seat<D> mine = runner.seat(lane);
            seat = mine;
            lane = mine.lane();
        }
        try {
            while (!closed && !runner.stop().requested()) {
                Runnable event = events.poll();
                if (event == null) {
                    lane.waits(waiting());
                    event = events.take();
                    if (pool != null) {
                        lane.waits(Waiting.DISPATCHING);
                    }
                }
                event.run();
            }
        } catch (InterruptedException _) {
            // a stop
        }
        lane.ends();
    }

    private Waiting waiting() {
        Batch<I, R> now = batch;
        if (now == null) {
            return Waiting.FOR_WORK;
        }
        return now.isOver() ? Waiting.NOTHING_LEFT : Waiting.FOR_IO;
    }

    private void begin(Batch<I, R> now) {
        batch = now;
        var flow = new Flow<I, R>(now);
        for (int item = 0; item < now.size(); item++) {
            expect(runner.pathOrNone(now.item(item)), false, 1);
        }
        while (flow.next < Math.min(WINDOW, now.size())) {
            admit(flow);
        }
    }

    /// Counts how often a page will be handed to the helpers and to the pool.
    ///
    /// @param computes whether a thread of the pool has it
    /// @param sign 1 if it will be, -1 if it will not be after all
    private void expect(int[] stages, boolean computes, int sign) {
        int reading = 0;
        int computing = 0;
        boolean goesOn = computes;
        for (int stage : stages) {
            boolean isCompute = runner.workload().stages().get(stage).kind() == Stage.Kind.COMPUTE;
            reading += isCompute ? 0 : 1;
            computing += isCompute && !goesOn ? 1 : 0;
            goesOn = isCompute;
        }
        helpers.expect(sign * reading);
        if (pool != null) {
            pool.expect(sign * computing);
        }
    }

    private void admit(Flow<I, R> flow) {
        Visit<D> visit = null;
        while (visit == null && flow.next < flow.batch.size()) { // one may fail at once
            int item = flow.next++;
            visit = runner.open(flow.batch, item, loop.lane());
            if (visit == null) {
                expect(runner.pathOrNone(flow.batch.item(item)), false, -1);
            }
        }
        if (visit != null) {
            advance(flow, visit);
        }
    }

    /// Sends a page where its next stage is done; on the loop's thread.
    private void advance(Flow<I, R> flow, Visit<D> visit) {
        if (runner.next(visit) != Stage.Kind.COMPUTE) {
            helpers.take(
                    runner.latency(visit),
                    hand -> comeBack(flow, visit, false, runner.stepNow(flow.batch, visit, hand)));
        } else if (pool != null) {
            pool.take(
                    runner.latency(visit),
                    hand -> comeBack(flow, visit, true, compute(flow, visit, hand)));
        } else if (seat != null) {
            comeBack(flow, visit, true, compute(flow, visit, seat));
        }
    }

    /// All stages up to the next that reads or writes.
    private boolean compute(Flow<I, R> flow, Visit<D> visit, Seat<D> on) {
        try {
            boolean more = true;
            while (more && runner.next(visit) == Stage.Kind.COMPUTE) {
                more = runner.step(flow.batch, visit, on);
            }
            return more;
        } finally {
            on.gate().leave();
        }
    }

    private void comeBack(Flow<I, R> flow, Visit<D> visit, boolean computed, boolean more) {
        events.add(() -> {
            if (more) {
                advance(flow, visit);
            } else {
                expect(visit.rest(), computed, -1);
                admit(flow);
            }
        });
    }
}
