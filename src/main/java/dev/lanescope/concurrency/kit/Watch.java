package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The watch over one thread. It has the last word on the thread's lane: from the moment an item is
/// given up until the thread comes back, nothing that the thread says is heard.
final class Watch {

    private final Watchdog dog;
    private final LaneObserver lane;
    private final Team team;
    private final LaneObserver guarded = new Guarded();
    private @Nullable Thread thread;
    private @Nullable ScheduledFuture<?> alarm;
    private Runnable takeOver = () -> {};
    private int items;
    private boolean hangs;

    Watch(Watchdog dog, LaneObserver lane, Team team) {
        this.dog = dog;
        this.lane = lane;
        this.team = team;
    }

    LaneObserver lane() {
        return guarded;
    }

    synchronized void ifItHangs(Runnable what) {
        takeOver = what;
    }

    /// The calling thread begins an item, or goes on with it.
    ///
    /// @param patience how long it may be at it
    /// @param giveUp settles the item; answers false if that was done already
    /// @param lastWords said on the lane before the thread falls silent
    synchronized void begin(
            Duration patience, BooleanSupplier giveUp, Consumer<LaneObserver> lastWords) {
        Thread watched = Thread.currentThread();
        int item = ++items;
        thread = watched;
        alarm = dog.after(patience, () -> ring(watched, item, giveUp, lastWords));
    }

    private synchronized void ring(
            Thread watched, int item, BooleanSupplier giveUp, Consumer<LaneObserver> lastWords) {
        if (item == items && thread != null && giveUp.getAsBoolean()) {
            lastWords.accept(lane);
            hangs = true;
            watched.interrupt();
            dog.hangs(watched, team);
            takeOver.run();
        }
    }

    /// Whether no item is watched.
    synchronized boolean isIdle() {
        return thread == null;
    }

    /// The thread has come back from the item.
    ///
    /// @return how much of its patience is left
    synchronized Duration end() {
        Duration left = Duration.ZERO;
        if (alarm != null) {
            left = Duration.ofNanos(Math.max(0, alarm.getDelay(TimeUnit.NANOSECONDS)));
            alarm.cancel(false);
        }
        if (hangs && thread != null) {
            hangs = false;
            dog.cameBack(thread, team);
            Thread.interrupted(); // it was meant for the item
        }
        thread = null;
        return left;
    }

    private synchronized void say(Consumer<LaneObserver> words) {
        if (!hangs) {
            words.accept(lane);
        }
    }

    /// The lane as the thread sees it.
    private final class Guarded implements LaneObserver {

        @Override
        public void named(String name) {
            say(heard -> heard.named(name));
        }

        @Override
        public void handedOver() {
            say(LaneObserver::handedOver);
        }

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
