package dev.lanescope.recording.jvm;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

import java.util.function.LongSupplier;

/// An event of our own that says what the run's clock read when Flight Recorder's clock stamped it.
/// It is what turns the times of all other events into times of the run.
///
/// The stamp lies between two readings of the run's clock. Several are tried, so that a thread that
/// lost its core in between does not spoil the mark; what lies between the two readings of the best
/// one bounds the error.
@Name(ClockMark.NAME)
@Label("Clock mark")
@Description("What the clock of a run read at the start of this event")
@Category("Lanescope")
@Enabled(false)
@StackTrace(false)
final class ClockMark extends Event {

    static final String NAME = "dev.lanescope.ClockMark";

    private static final int TRIES = 20;

    /// Good enough to try no more.
    private static final long NARROW_NANOS = 1_000;

    @Label("Run clock, ns")
    long nanos;

    @Label("May be off by, ns")
    long error;

    /// Takes a mark and commits it.
    static void set(LongSupplier clock) {
        var mark = new ClockMark();
        for (int trial = 0; trial < TRIES; trial++) {
            long before = clock.getAsLong();
            mark.begin();
            long width = clock.getAsLong() - before;
            mark.nanos = before + width / 2;
            mark.error = (width + 1) / 2;
            if (width <= NARROW_NANOS) {
                break;
            }
        }
        mark.commit();
    }
}
