package dev.lanescope.recording;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.trace.Lane;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/// A lane that is not heard until the recording opens, and then goes on in it: whoever had nothing
/// to do by then counts as waiting for work.
///
/// The opening happens on another thread than the lane's. Until then every word is said under the
/// lock, so none falls between; from then on it costs one reading of a field.
final class MutedLane implements LaneObserver {

    private static final long NO_CARRIER = -1;
    private static final long NOT_READY = Long.MIN_VALUE;

    private final int number;
    private final Clock clock;
    private final int unrecorded;
    private volatile @Nullable LaneObserver heard;

    // What is known of the lane while it is not heard; guarded by the lock.
    private String name;
    private @Nullable Thread owner;
    private Waiting last = Waiting.STARTING;
    private String whyGone = "";
    private boolean isTold;
    private long toldCpu = Lane.NOT_READ;
    private long cpuNanos = Lane.NOT_READ;
    private long carrier = NO_CARRIER;
    private long process = -1;
    private long thread;
    private boolean over;
    private long readyNanos = NOT_READY;

    // What is told late, when it is heard already.
    private long openedNanos = Long.MIN_VALUE;
    private boolean toldOfBefore;

    /// @param owner the thread whose CPU time is the lane's; null if several take turns at it
    /// @param unrecorded how many items the crew is given before the recording opens
    /// @param heard null if the recording has not opened yet
    MutedLane(
            int number,
            String name,
            @Nullable Thread owner,
            Clock clock,
            int unrecorded,
            @Nullable LaneObserver heard) {
        this.number = number;
        this.name = name;
        this.owner = owner;
        this.clock = clock;
        this.unrecorded = unrecorded;
        this.heard = heard;
    }

    synchronized void open(Recording recording) {
        LaneObserver lane = recording.resume(number, name, owner, since(), cpuNanos);
        if (carrier != NO_CARRIER) {
            lane.carriedBy(carrier);
        }
        if (process >= 0) {
            lane.livesIn(process, thread);
        }
        if (last == Waiting.GONE) {
            lane.at(recording.originNanos(), Lane.NOT_READ);
            lane.gone(whyGone);
        }
        if (over) {
            lane.ends();
        }
        openedNanos = clock.nanos();
        heard = lane;
    }

    /// When it was no longer starting, by the clock; empty if that was not before the recording.
    synchronized OptionalLong readyNanos() {
        return readyNanos == NOT_READY ? OptionalLong.empty() : OptionalLong.of(readyNanos);
    }

    private void goesOnWith(Waiting now) {
        if (readyNanos == NOT_READY && now != Waiting.STARTING && now != Waiting.IMPORTING) {
            readyNanos = clock.nanos();
        }
        last = now;
    }

    private Waiting since() {
        return switch (last) {
            case STARTING, IMPORTING, HANGING, GONE -> last;
            case NOTHING_LEFT -> over ? last : Waiting.FOR_WORK;
            case FOR_WORK,
                    FOR_LOCK,
                    FOR_CHANNEL,
                    FOR_ROOM,
                    FOR_IO,
                    DISPATCHING,
                    ENCODING,
                    DECODING ->
                    Waiting.FOR_WORK;
        };
    }

    @Override
    public void named(String given) {
        LaneObserver lane = heard == null ? rename(given) : heard;
        if (lane != null) {
            lane.named(given);
        }
    }

    private synchronized @Nullable LaneObserver rename(String given) {
        name = given;
        return heard;
    }

    @Override
    public void handedOver() {
        LaneObserver lane = heard == null ? changeOwner() : heard;
        if (lane != null) {
            lane.handedOver();
        }
    }

    private synchronized @Nullable LaneObserver changeOwner() {
        if (heard == null) {
            name = Thread.currentThread().getName();
            owner = owner == null ? null : Thread.currentThread();
            cpuNanos = Lane.NOT_READ;
        }
        return heard;
    }

    /// Whose turn it was when the recording opens does not matter: the next one begins anew.
    @Override
    public void takesTurn() {
        LaneObserver lane = heard;
        if (lane != null) {
            lane.takesTurn();
        }
    }

    @Override
    public void carriedBy(long threadId) {
        LaneObserver lane = heard == null ? rememberCarrier(threadId) : heard;
        if (lane != null) {
            lane.carriedBy(threadId);
        }
    }

    private synchronized @Nullable LaneObserver rememberCarrier(long threadId) {
        carrier = threadId;
        return heard;
    }

    @Override
    public void livesIn(long ofProcess, long ofThread) {
        LaneObserver lane = heard == null ? rememberPlace(ofProcess, ofThread) : heard;
        if (lane != null) {
            lane.livesIn(ofProcess, ofThread);
        }
    }

    private synchronized @Nullable LaneObserver rememberPlace(long ofProcess, long ofThread) {
        process = ofProcess;
        thread = ofThread;
        return heard;
    }

    @Override
    public void at(long nanos, long cpu) {
        LaneObserver lane = heard == null ? remember(cpu) : heard;
        if (lane != null) {
            toldOfBefore = nanos < openedNanos;
            lane.at(nanos, cpu);
        }
    }

    private synchronized @Nullable LaneObserver remember(long cpu) {
        isTold = true;
        toldCpu = cpu;
        return heard;
    }

    @Override
    public void waits(Waiting what) {
        LaneObserver lane = heard == null ? remember(what) : heard;
        if (lane != null) {
            // That nothing was left of the warm-up counts no more: the recorded pass has begun.
            boolean outdated = toldOfBefore && what == Waiting.NOTHING_LEFT;
            toldOfBefore = false;
            lane.waits(outdated ? Waiting.FOR_WORK : what);
        }
    }

    /// The CPU time is remembered too: a thread that waits uses none until the recording opens.
    /// Whoever is told what a child did has a clock of its own, and that says nothing of the child.
    private synchronized @Nullable LaneObserver remember(Waiting what) {
        if (heard == null) {
            goesOnWith(what);
            cpuNanos =
                    !isTold && Thread.currentThread().equals(owner)
                            ? clock.threadCpuNanos()
                            : toldCpu;
            forgetTold();
        }
        return heard;
    }

    @Override
    public void gone(String why) {
        LaneObserver lane = heard == null ? rememberEnd(why) : heard;
        if (lane != null) {
            toldOfBefore = false;
            lane.gone(why);
        }
    }

    private synchronized @Nullable LaneObserver rememberEnd(String why) {
        if (heard == null) {
            goesOnWith(Waiting.GONE);
            whyGone = why;
            forgetTold();
        }
        return heard;
    }

    /// What is still said of an item of the warm-up when the recording has opened is told as a
    /// wait.
    @Override
    public void works(int item, int stage) {
        LaneObserver lane = heard == null ? works() : heard;
        if (lane != null && item >= unrecorded) {
            lane.works(item - unrecorded, stage);
        } else if (lane != null) {
            lane.waits(Waiting.FOR_WORK);
        }
    }

    private synchronized @Nullable LaneObserver works() {
        if (heard == null) {
            goesOnWith(Waiting.FOR_WORK);
            cpuNanos = Lane.NOT_READ;
            forgetTold();
        }
        return heard;
    }

    private void forgetTold() {
        isTold = false;
        toldCpu = Lane.NOT_READ;
    }

    @Override
    public void done(int item) {
        LaneObserver lane = heard;
        if (lane != null && item >= unrecorded) {
            lane.done(item - unrecorded);
        }
    }

    @Override
    public void failed(int item, int stage, Throwable cause) {
        LaneObserver lane = heard;
        if (lane != null && item >= unrecorded) {
            lane.failed(item - unrecorded, stage, cause);
        }
    }

    @Override
    public void ends() {
        LaneObserver lane = heard == null ? end() : heard;
        if (lane != null) {
            lane.ends();
        }
    }

    private synchronized @Nullable LaneObserver end() {
        if (heard == null) {
            last = Waiting.NOTHING_LEFT;
            over = true;
        }
        return heard;
    }
}
