package dev.lanescope.concurrency.auto;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.kit.ForwardingLane;
import dev.lanescope.concurrency.kit.ForwardingObserver;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Tells the observer of two crews that follow each other as if they were one: the lane of whoever
/// does the first items goes on as the first lane of those who do the rest.
final class Relay extends ForwardingObserver {

    private final List<Stage> stages;
    private final IoMeter meter;
    private volatile boolean probing;
    private volatile @Nullable Baton first;
    private volatile int leftBehind;

    /// @param meter is told while the first items are done
    Relay(Observer observer, List<Stage> stages, IoMeter meter) {
        super(observer);
        this.stages = stages;
        this.meter = meter;
    }

    /// Whoever does the first items hangs: the lane stays with them, and the others' come after it.
    void leaveBehind() {
        Baton baton = first;
        if (baton != null) {
            var _ = baton.last();
            first = null;
            leftBehind = 1;
        }
    }

    @Override
    public LaneObserver workerBegins(int lane) {
        Baton baton = lane == 0 ? first : null;
        if (baton != null) {
            baton.handedOver();
            return baton.last();
        }
        return lane == 0
                ? begin(super.workerBegins(leftBehind))
                : super.workerBegins(lane + leftBehind);
    }

    @Override
    public LaneObserver workerBegins(int lane, String name) {
        Baton baton = lane == 0 ? first : null;
        if (baton != null) {
            baton.named(name);
            return baton.last();
        }
        return lane == 0
                ? begin(super.workerBegins(leftBehind, name))
                : super.workerBegins(lane + leftBehind, name);
    }

    private Baton begin(LaneObserver lane) {
        var begun = new Baton(lane);
        first = begun;
        return begun;
    }

    /// Whether the first items are being done, and others may follow.
    void probes(boolean now) {
        probing = now;
    }

    /// Ends the first lane if nobody has done so.
    void end() {
        Baton baton = first;
        if (baton != null) {
            baton.last().ends();
        }
    }

    /// The lane that is passed on. It ends only with its last holder, and while the first items are
    /// done, that nothing of them is left means that others are being started.
    private final class Baton extends ForwardingLane {
        private volatile boolean last;
        private volatile boolean ended;

        Baton(LaneObserver lane) {
            super(lane);
        }

        LaneObserver last() {
            last = true;
            return this;
        }

        @Override
        public void waits(Waiting what) {
            if (probing) {
                meter.turns(what == Waiting.FOR_IO);
            }
            super.waits(what == Waiting.NOTHING_LEFT && probing ? Waiting.STARTING : what);
        }

        @Override
        public void works(int item, int stage) {
            if (probing) {
                meter.turns(stages.get(stage).kind() != Stage.Kind.COMPUTE);
            }
            super.works(item, stage);
        }

        @Override
        public void ends() {
            if (last && !ended) {
                ended = true;
                super.ends();
            }
        }
    }
}
