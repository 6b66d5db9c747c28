package dev.lanescope.ui.compare;

import dev.lanescope.trace.Span;
import dev.lanescope.ui.session.RunRecord;

import java.util.Optional;

/// Where to look on the timeline.
///
/// @param record the run
/// @param span to be chosen, if it is one
public record Place(RunRecord record, long startNanos, long endNanos, Optional<Span> span) {

    static Place of(RunRecord record, Span span) {
        return new Place(record, span.startNanos(), span.endNanos(), Optional.of(span));
    }
}
