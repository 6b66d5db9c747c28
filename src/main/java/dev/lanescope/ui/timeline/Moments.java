package dev.lanescope.ui.timeline;

import dev.lanescope.analysis.Durations;
import dev.lanescope.trace.Snapshot;

/// Moments of the run that is shown, for columns of tables: all in one unit.
public final class Moments {

    private final TimelineModel timeline;

    public Moments(TimelineModel timeline) {
        this.timeline = timeline;
    }

    /// E.g. `0.126816 s` of a run of four seconds.
    public String text(long nanos) {
        long length = timeline.shownProperty().get().map(Snapshot::endNanos).orElse(nanos);
        return Durations.moment(nanos, length);
    }
}
