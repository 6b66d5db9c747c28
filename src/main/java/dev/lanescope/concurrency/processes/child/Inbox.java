package dev.lanescope.concurrency.processes.child;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.processes.wire.Message.Work;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Queue;

/// The batches that have come, for whichever thread is free. The parent never sends many ahead.
final class Inbox {

    private final Queue<Work> batches = new ArrayDeque<>();
    private boolean nothingLeft;
    private boolean ended;

    synchronized void put(Work batch) {
        nothingLeft = false;
        batches.add(batch);
        notifyAll();
    }

    /// What is here is all for now.
    synchronized void nothingLeft() {
        nothingLeft = true;
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// The next batch, waited for; null at the end.
    synchronized @Nullable Work take(LaneObserver lane) throws InterruptedException {
        Waiting said = null;
        while (!ended) {
            Work next = batches.poll();
            if (next != null) {
                return next;
            }
            Waiting now = nothingLeft ? Waiting.NOTHING_LEFT : Waiting.FOR_CHANNEL;
            if (now != said) {
                lane.waits(now);
                said = now;
            }
            wait();
        }
        return null;
    }
}
