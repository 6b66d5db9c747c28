package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.Gate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A lock after the model of CPython's global interpreter lock since 3.2 (Antoine Pitrou's "new
/// GIL"). Who wants it waits for the switch interval; if nobody has let go by then, he asks the
/// holder to, and a holder who lets go on request waits until somebody else has taken it, so that
/// it cannot snatch the lock back. A holder notices the request between two stages.
public final class InterpreterLock {

    /// Nobody holds the lock.
    private static final int NOBODY = -1;

    private final Duration switchInterval;
    private final Gauge waitingGauge;
    private final Gauge holderGauge;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition free = mutex.newCondition();
    private final Condition taken = mutex.newCondition();
    private int holder = NOBODY;
    private int waiting;
    private long switches;
    private boolean dropRequested;

    /// @param observer is told how many threads wait for the lock, and which worker holds it
    public InterpreterLock(Duration switchInterval, Observer observer) {
        this.switchInterval = switchInterval;
        this.waitingGauge = observer.gauge("waiting for the lock");
        this.holderGauge = observer.gauge("worker with the lock");
    }

    /// The lock as one worker sees it.
    ///
    /// @param worker its number, from 0
    public Gate gate(int worker) {
        return new Gate() {
            @Override
            public void enter(LaneObserver lane) throws InterruptedException {
                acquire(worker, lane);
            }

            @Override
            public void leave() {
                release(worker);
            }
        };
    }

    private void acquire(int worker, LaneObserver lane) throws InterruptedException {
        mutex.lockInterruptibly();
        try {
            if (holder == worker) {
                if (!dropRequested) {
                    return;
                }
                lane.waits(Waiting.FOR_LOCK);
                giveWay();
            } else if (holder != NOBODY) {
                lane.waits(Waiting.FOR_LOCK);
            }
            awaitFree();
            holder = worker;
            dropRequested = false;
            switches++;
            holderGauge.set(worker + 1L);
            taken.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    private void awaitFree() throws InterruptedException {
        if (holder == NOBODY) {
            return;
        }
        waitingGauge.set(++waiting);
        try {
            while (holder != NOBODY) {
                long before = switches;
                boolean signalled = free.await(switchInterval.toNanos(), TimeUnit.NANOSECONDS);
                if (!signalled && holder != NOBODY && switches == before) {
                    dropRequested = true;
                }
            }
        } finally {
            waitingGauge.set(--waiting);
        }
    }

    /// Lets go on request, and comes back only when somebody else has had the lock.
    private void giveWay() throws InterruptedException {
        long before = switches;
        letGo();
        while (switches == before && waiting > 0) {
            taken.await();
        }
    }

    private void release(int worker) {
        mutex.lock();
        try {
            if (holder == worker) {
                letGo();
            }
        } finally {
            mutex.unlock();
        }
    }

    private void letGo() {
        holder = NOBODY;
        dropRequested = false;
        holderGauge.set(0);
        free.signal();
        taken.signalAll(); // whoever gave way need not wait if nobody wants it any more
    }
}
