package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.kit.Seat;
import dev.lanescope.concurrency.kit.Visit;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A virtual thread for each page, and seats for those that compute.
final class VirtualCrew<I, D, R> implements Crew<I, R> {

    private final ItemRunner<I, D, R> runner;
    private final StopSignal stop;
    private final CarrierLanes lanes;
    private final BlockingQueue<Seat<D>> seats;
    private final AtomicInteger unmade;
    private final AtomicInteger waiting = new AtomicInteger(); // set under the gauge's lock
    private final AtomicInteger forFiles = new AtomicInteger(); // of those that wait
    private final Gauge waitingGauge;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    VirtualCrew(int workers, ItemRunner<I, D, R> runner, Observer observer) {
        this.runner = runner;
        this.stop = runner.stop();
        this.lanes = new CarrierLanes(observer, runner.knobs().hasPageTimeout());
        this.seats = new ArrayBlockingQueue<>(workers);
        this.unmade = new AtomicInteger(workers);
        this.waitingGauge = observer.gauge("waiting virtual threads");
        stop.onRequest(() -> threads.forEach(Thread::interrupt));
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        Batch<I, R> batch = runner.begin(items);
        lanes.begin(
                () -> batch.nothingLeft() && waiting.get() == 0,
                () -> forFiles.get() > 0 && forFiles.get() == waiting.get());
        for (int item = 0; item < batch.size() && !stop.requested(); item++) {
            int index = item;
            Thread thread =
                    Thread.ofVirtual()
                            .name("virtual-threads-" + batch.number(index))
                            .unstarted(() -> live(batch, index));
            threads.add(thread);
            thread.start();
        }
        try {
            batch.await();
        } catch (InterruptedException e) {
            stop.request();
            runner.join(List.copyOf(threads));
            throw e;
        }
        runner.await(List.copyOf(threads));
        return runner.outcomes(batch);
    }

    private void live(Batch<I, R> batch, int index) {
        Seat<D> transfers = replaced(runner.seatForTransfers(lanes));
        Seat<D> mine = null;
        try {
            Visit<D> visit = stop.requested() ? null : runner.open(batch, index, lanes);
            boolean more = true;
            while (more && visit != null) {
                if (runner.next(visit) == Stage.Kind.COMPUTE) {
                    mine = mine == null ? sit() : mine;
                    more = runner.step(batch, visit, mine);
                } else {
                    mine = stand(mine);
                    pause(runner.latency(visit));
                    more = runner.stepNow(batch, visit, transfers);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // a stop: the page is not done
        } finally {
            stand(mine);
            lanes.unmounts();
            threads.remove(Thread.currentThread()); // the last thing: nobody waits for it any more
        }
    }

    /// Waits until there is room to compute; meanwhile the carrier is somebody else's.
    private Seat<D> sit() throws InterruptedException {
        Seat<D> free = seats.poll();
        if (free != null) {
            return free;
        }
        if (unmade.getAndDecrement() > 0) {
            return replaced(runner.seat(lanes));
        }
        waits(1);
        try {
            return seats.take();
        } finally {
            waits(-1);
        }
    }

    /// A thread that hangs keeps its carrier, so until it comes back there is one more.
    private Seat<D> replaced(Seat<D> seat) {
        var spare = new SpareCarrier();
        seat.ifItHangs(spare::give, spare::takeBack);
        return seat;
    }

    private void pause(Duration latency) throws InterruptedException {
        if (!latency.isZero()) {
            forFiles.incrementAndGet();
            waits(1);
            try {
                stop.pause(latency);
            } finally {
                waits(-1);
                forFiles.decrementAndGet();
            }
        }
    }

    /// One more, or one less, waits without a carrier.
    private void waits(int more) {
        synchronized (waitingGauge) { // or else the last to be shown may not be the last
            waitingGauge.set(waiting.addAndGet(more));
        }
        if (more > 0) {
            lanes.unmounts();
        }
    }

    private @Nullable Seat<D> stand(@Nullable Seat<D> seat) {
        if (seat != null) {
            seat.gate().leave();
            seats.add(seat);
        }
        return null;
    }

    @Override
    public void close() {
        runner.join(List.copyOf(threads));
        lanes.ends();
    }
}
