package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/// When items were finished, of a run that may still be going on.
///
/// A visit is a stretch of spans of one item on one lane. It finishes its item if it holds a span
/// in the last of the run's work states; the item is finished when the last such span ends. That is
/// certain only once something else follows on the lane or the run is over, so the span at the live
/// edge never counts. An item that is done again, because a process died with what came of it, is
/// finished once: when it was for the first time.
///
/// The meter remembers how far it has read each lane: showing it a growing trace ten times a second
/// costs no more in all than reading the trace once. Not for use by several threads.
public final class ThroughputMeter {

    private static final int NONE = -1;

    private final int lastStage;
    private final int pages;
    private final List<Reading> lanes = new ArrayList<>();
    private final BitSet items = new BitSet();
    private long[] moments = new long[0]; // of each page; NONE of those that are not finished
    private int pagesFinished;
    private long endNanos;

    /// @param info of the run whose snapshots will be shown
    public ThroughputMeter(RunInfo info) {
        lastStage = lastStage(info);
        pages = info.pages();
    }

    /// A meter that has read this much.
    public static ThroughputMeter of(Snapshot snapshot) {
        var meter = new ThroughputMeter(snapshot.info());
        meter.read(snapshot);
        return meter;
    }

    private static int lastStage(RunInfo info) {
        for (int code = info.states().size() - 1; code >= 0; code--) {
            if (info.states().get(code).kind().isWork()) {
                return code;
            }
        }
        return NONE;
    }

    /// How far a lane has been read.
    private static final class Reading {
        int next;
        int item = Lane.NO_ITEM;
        long finishNanos = NONE;
    }

    /// Takes in what has happened since the last snapshot. Snapshots must be of one run and must
    /// come in the order in which they were taken.
    public void read(Snapshot snapshot) {
        for (LaneView lane : snapshot.lanes()) {
            while (lanes.size() <= lane.number()) {
                lanes.add(new Reading());
            }
            read(lane, lanes.get(lane.number()), snapshot.finished());
        }
        endNanos = snapshot.endNanos();
    }

    private void read(LaneView lane, Reading reading, boolean over) {
        int known = over ? lane.size() : lane.size() - 1;
        for (; reading.next < known; reading.next++) {
            int span = reading.next;
            if (lane.item(span) != reading.item) {
                endVisit(reading);
                reading.item = lane.item(span);
            }
            if (lane.state(span) == lastStage && reading.item != Lane.NO_ITEM) {
                reading.finishNanos = lane.endNanos(span);
            }
        }
        if (over || lane.item(known) != reading.item) {
            endVisit(reading);
        }
    }

    private void endVisit(Reading reading) {
        if (reading.finishNanos != NONE) {
            items.set(reading.item);
            if (reading.item < pages) {
                pageFinished(reading.item, reading.finishNanos);
            }
            reading.finishNanos = NONE;
        }
    }

    private void pageFinished(int page, long nanos) {
        if (page >= moments.length) {
            int before = moments.length;
            moments = Arrays.copyOf(moments, Math.max(page + 1, before * 2));
            Arrays.fill(moments, before, moments.length, NONE);
        }
        if (moments[page] == NONE) {
            pagesFinished++;
            moments[page] = nanos;
        } else {
            moments[page] = Math.min(moments[page], nanos);
        }
    }

    /// How many items are finished.
    public int finished() {
        return items.cardinality();
    }

    /// How many of them are pages of the content.
    public int pagesFinished() {
        return pagesFinished;
    }

    /// How many pages had been finished by a moment, itself included.
    int pagesFinishedBy(long nanos) {
        return (int) moments().filter(moment -> moment <= nanos).count();
    }

    /// When each page of the content was finished.
    public PagesDone pagesDone() {
        return new PagesDone(moments().toArray());
    }

    /// Pages of the content over time in buckets of the given width; what is made of them is
    /// another kind of work and does not count.
    public Throughput throughput(long widthNanos) {
        return Throughput.of(moments().toArray(), endNanos, widthNanos);
    }

    private LongStream moments() {
        return Arrays.stream(moments).filter(moment -> moment != NONE);
    }
}
