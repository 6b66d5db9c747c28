package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;

import java.util.concurrent.atomic.AtomicBoolean;

/// A lane on which now and then somebody else speaks for whoever hangs on it. Who finds another
/// speaking waits spinning: a virtual thread that blocked would leave its carrier, and speak on the
/// wrong lane when it comes back.
///
/// @param lane on which one thread at a time may speak
/// @param taken whether somebody does
record SpokenInTurn(LaneObserver lane, AtomicBoolean taken) implements LaneObserver {

    SpokenInTurn(LaneObserver lane) {
        this(lane, new AtomicBoolean());
    }

    private void say(Runnable words) {
        while (taken.getAndSet(true)) {
            Thread.onSpinWait();
        }
        try {
            words.run();
        } finally {
            taken.set(false);
        }
    }

    @Override
    public void waits(Waiting what) {
        say(() -> lane.waits(what));
    }

    @Override
    public void works(int item, int stage) {
        say(() -> lane.works(item, stage));
    }

    @Override
    public void done(int item) {
        say(() -> lane.done(item));
    }

    @Override
    public void failed(int item, int stage, Throwable cause) {
        say(() -> lane.failed(item, stage, cause));
    }

    @Override
    public void ends() {
        say(lane::ends);
    }
}
