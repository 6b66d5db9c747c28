package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.crossing.ClockMatch;
import dev.lanescope.concurrency.processes.wire.Event;

/// The lane of one thread of a child, as its post keeps it: what the child reports is said anew, at
/// the moment at which it happened, on our clock. Belongs to the post's thread.
final class Replay {

    static final int NO_ITEM = -1;

    private final Observer observer;
    private final LaneObserver lane;
    private ClockMatch clock = ClockMatch.OURS;
    private long cpuOfPredecessors;
    private long lastCpu;
    private int item = NO_ITEM;
    private int stage;

    Replay(Observer observer, int lane) {
        this.observer = observer;
        this.lane = observer.workerBegins(lane);
        starts();
    }

    /// There is no child now, but there will be one.
    void starts() {
        item = NO_ITEM;
        cpuOfPredecessors = lastCpu;
        lane.at(observer.nanos(), -1);
        lane.waits(Waiting.STARTING);
    }

    /// A child has come.
    void has(ClockMatch itsClock, String name) {
        clock = itsClock;
        lane.named(name);
    }

    /// The child is gone.
    void gone(long nanos, String why) {
        lane.at(nanos, -1);
        lane.gone(why);
    }

    void waits(Event.Waits event) {
        at(event.nanos(), event.cpuNanos());
        lane.waits(event.what());
    }

    void works(Event.Works event) {
        item = event.item();
        stage = event.stage();
        at(event.nanos(), event.cpuNanos());
        lane.works(item, stage);
    }

    void done(int number) {
        item = NO_ITEM;
        lane.done(number);
    }

    void failed(int number, int atStage, Throwable cause) {
        item = NO_ITEM;
        lane.failed(number, atStage, cause);
    }

    void ends() {
        lane.at(observer.nanos(), -1);
        lane.ends();
    }

    /// The item that is under way as far as is known, or [#NO_ITEM].
    int item() {
        return item;
    }

    /// The stage it is in.
    int stage() {
        return stage;
    }

    /// Nothing that is told happened later than now, and CPU time never goes back: what the dead
    /// have used stays used.
    private void at(long childNanos, long childCpu) {
        if (childCpu >= 0) {
            lastCpu = Math.max(lastCpu, cpuOfPredecessors + childCpu);
        }
        lane.at(Math.min(clock.ours(childNanos), observer.nanos()), childCpu >= 0 ? lastCpu : -1);
    }
}
