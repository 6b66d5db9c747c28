package dev.lanescope.analysis;

import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.OptionalLong;

/// A run in a few numbers: what a card in the library of runs shows.
///
/// @param info what the run was
/// @param finished whether the run is over
/// @param wallNanos the makespan, or how long it has been going on
/// @param itemsFinished how many items have passed the last stage
/// @param pagesFinished how many of them are pages of the content, and not made of other pages
/// @param workNanos time in work states on all lanes together
/// @param busyShare work as part of all lane time, 0 to 1
/// @param cpuNanos CPU time of all workers; empty where the readings do not tell
public record RunSummary(
        RunInfo info,
        boolean finished,
        long wallNanos,
        int itemsFinished,
        int pagesFinished,
        long workNanos,
        double busyShare,
        OptionalLong cpuNanos) {

    private static final double NANOS_PER_SECOND = 1e9;

    public static RunSummary of(Snapshot snapshot) {
        LaneTime time = LaneTime.of(snapshot);
        ThroughputMeter meter = ThroughputMeter.of(snapshot);
        return new RunSummary(
                snapshot.info(),
                snapshot.finished(),
                snapshot.endNanos(),
                meter.finished(),
                meter.pagesFinished(),
                time.nanos(State.Kind.WORK),
                time.busyShare(),
                CpuAccount.nanos(snapshot));
    }

    /// Pages of the content a second, from the first submit to the last result: what is made of
    /// other pages takes time but does not count.
    public double pagesPerSecond() {
        return perSecond(pagesFinished);
    }

    /// Bytes of content a second. Of a run that has not finished all pages, their part of the bytes
    /// by number.
    public double bytesPerSecond() {
        int pages = info.pages();
        return pages == 0 ? 0 : perSecond((double) info.contentBytes() * pagesFinished / pages);
    }

    /// Whether the run is over and no item is missing.
    public boolean isComplete() {
        return finished && itemsFinished == info.items().size();
    }

    private double perSecond(double amount) {
        return wallNanos == 0 ? 0 : amount * NANOS_PER_SECOND / wallNanos;
    }
}
