package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;

import java.util.concurrent.locks.ReentrantLock;

/// Lets one thread in at a time, who keeps it until it leaves.
final class LockGate implements Gate {

    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void enter(LaneObserver lane) throws InterruptedException {
        if (lock.isHeldByCurrentThread() || lock.tryLock()) {
            return;
        }
        lane.waits(Waiting.FOR_LOCK);
        lock.lockInterruptibly();
    }

    @Override
    public void leave() {
        if (lock.isHeldByCurrentThread()) {
            lock.unlock();
        }
    }
}
