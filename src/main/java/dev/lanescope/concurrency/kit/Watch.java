package dev.lanescope.concurrency.kit;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The watch over one thread. It has the last word on the thread's lane: from the moment an item is
/// given up until the thread comes back, nothing that the thread says is heard.
final class Watch {

    /// An item that a thread is at.
    interface Watched {

        /// Settles the item as given up; answers false if it was settled already.
        boolean giveUp();

        /// Said on the lane when it was given up.
        void told(LaneObserver lane);

        /// What people call it.
        String name();
    }

    private final Watchdog dog;
    private final LaneObserver lane;
    private final LaneObserver guarded = new Guarded();
    private @Nullable Thread thread;
    private @Nullable Watched item;
    private @Nullable Watched givenUp;
    private @Nullable ScheduledFuture<?> alarm;
    private Duration left = Duration.ZERO;
    private Runnable takeOver = () -> {};
    private Runnable back = () -> {};
    private int alarms;
    private boolean paused;
    private boolean hangs;

    Watch(Watchdog dog, LaneObserver lane) {
        this.dog = dog;
        this.lane = lane;
    }

    LaneObserver lane() {
        return guarded;
    }

    synchronized void ifItHangs(Runnable what, Runnable whenItComesBack) {
        takeOver = what;
        back = whenItComesBack;
    }

    /// The calling thread begins an item, or goes on with it.
    ///
    /// @param patience how long it may be at it
    synchronized void begin(Duration patience, Watched watched) {
        thread = Thread.currentThread();
        item = watched;
        arm(patience);
    }

    private void arm(Duration patience) {
        int number = ++alarms;
        alarm = dog.after(patience, () -> ring(number));
    }

    private Duration disarm() {
        alarms++; // one that rings at this moment is too late
        if (alarm == null) {
            return Duration.ZERO;
        }
        alarm.cancel(false);
        return Duration.ofNanos(Math.max(0, alarm.getDelay(TimeUnit.NANOSECONDS)));
    }

    /// The thread waits for what others have: that is no time of the item's.
    synchronized void pause() {
        if (thread != null && !hangs && !paused) {
            paused = true;
            left = disarm();
        }
    }

    /// The thread has got what it waited for.
    synchronized void resume() {
        if (paused) {
            paused = false;
            arm(left);
        }
    }

    private synchronized void ring(int number) {
        if (number == alarms && thread != null && item != null && item.giveUp()) {
            LaneObserver spoken = lane.of(thread);
            item.told(spoken);
            spoken.waits(Waiting.HANGING);
            hangs = true;
            givenUp = item;
            thread.interrupt();
            dog.hangs(thread, this);
            takeOver.run();
        }
    }

    /// What the thread hangs in, or was given up in last.
    synchronized String name() {
        return givenUp == null ? "nothing" : givenUp.name();
    }

    /// Says on the lane of a thread that hangs what it cannot say, and that it hangs still.
    synchronized void tell(Consumer<LaneObserver> words) {
        LaneObserver spoken = thread == null ? lane : lane.of(thread);
        words.accept(spoken);
        if (hangs || thread == null) {
            spoken.waits(Waiting.HANGING);
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
        Duration unused = paused ? left : disarm();
        paused = false;
        if (hangs && thread != null) {
            hangs = false;
            dog.cameBack(thread);
            back.run();
            Thread.interrupted(); // it was meant for the item
        }
        thread = null;
        item = null;
        return unused;
    }

    /// The thread has come back, but not to work: for the others it is as if it hung for ever.
    synchronized void isLost() {
        dog.hangs(Thread.currentThread(), this);
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
        public void takesTurn() {
            say(LaneObserver::takesTurn);
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
