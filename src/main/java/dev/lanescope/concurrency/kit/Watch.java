package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The watch over one thread. It has the last word on the thread's lane: from the moment an item is
/// given up until the thread comes back, nothing that the thread says is heard.
final class Watch {

    private final Watchdog dog;
    private final LaneObserver lane;
    private final LaneObserver guarded = new Guarded();
    private @Nullable Thread thread;
    private @Nullable Future<?> alarm;
    private int items;
    private boolean hangs;

    Watch(Watchdog dog, LaneObserver lane) {
        this.dog = dog;
        this.lane = lane;
    }

    LaneObserver lane() {
        return guarded;
    }

    /// The calling thread begins an item.
    ///
    /// @param giveUp settles the item; answers false if that was done already
    /// @param lastWords said on the lane before the thread falls silent
    synchronized void begin(BooleanSupplier giveUp, Consumer<LaneObserver> lastWords) {
        Thread watched = Thread.currentThread();
        int item = ++items;
        thread = watched;
        alarm = dog.after(() -> ring(watched, item, giveUp, lastWords));
    }

    private synchronized void ring(
            Thread watched, int item, BooleanSupplier giveUp, Consumer<LaneObserver> lastWords) {
        if (item == items && thread != null && giveUp.getAsBoolean()) {
            lastWords.accept(lane);
            hangs = true;
            watched.interrupt();
            dog.hangs(watched, true);
        }
    }

    /// Whether no item is watched.
    synchronized boolean isIdle() {
        return thread == null;
    }

    /// The thread has come back from the item.
    synchronized void end() {
        dog.progress();
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (hangs && thread != null) {
            hangs = false;
            dog.hangs(thread, false);
            Thread.interrupted(); // it was meant for the item
        }
        thread = null;
    }

    private synchronized void say(Consumer<LaneObserver> words) {
        if (!hangs) {
            words.accept(lane);
        }
    }

    /// The lane as the thread sees it.
    private final class Guarded implements LaneObserver {

        @Override
        public void at(long nanos, long cpuNanos) {
            say(heard -> heard.at(nanos, cpuNanos));
        }

        @Override
        public void waits(Waiting what) {
            say(heard -> heard.waits(what));
        }

        @Override
        public void works(int item, int stage) {
            say(heard -> heard.works(item, stage));
        }

        @Override
        public void done(int item) {
            say(heard -> heard.done(item));
        }

        @Override
        public void failed(int item, int stage, Throwable cause) {
            say(heard -> heard.failed(item, stage, cause));
        }

        @Override
        public void ends() {
            say(LaneObserver::ends);
        }
    }
}
