package dev.lanescope.analysis;

import dev.lanescope.trace.ProcessEnd;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import java.util.List;
import java.util.Optional;

/// What is to be said of a span only after a look through all others, which takes a moment in a
/// trace of millions.
///
/// @param span that it is about
/// @param standing which percentile of its state it is, see [SpanStatistics#standing]
/// @param before what let it begin, or its wait end
/// @param after what it let go on
/// @param sameBefore the nearest earlier span of its state on its lane
/// @param sameAfter the nearest later one
/// @param flow the way of its item over all lanes; empty where items are only names, as in traces
///   of other tools
/// @param arrivals arrows of the tool that recorded the trace, which arrive at the span
/// @param departures such arrows that leave it
/// @param ended how the process ended that is gone in it
public record SpanStory(
        Span span,
        int standing,
        Optional<Cause> before,
        Optional<Cause> after,
        Optional<Span> sameBefore,
        Optional<Span> sameAfter,
        Optional<ItemFlow> flow,
        List<ToldArrow> arrivals,
        List<ToldArrow> departures,
        Optional<String> ended) {

    public SpanStory {
        arrivals = List.copyOf(arrivals);
        departures = List.copyOf(departures);
    }

    /// Looks through the whole trace.
    public static SpanStory of(Snapshot trace, Span span) {
        boolean hasWay = span.hasItem() && !trace.info().isForeign();
        return new SpanStory(
                span,
                SpanStatistics.standing(trace, span.state(), span.nanos()),
                Causes.before(trace, span),
                Causes.after(trace, span),
                Siblings.before(trace, span),
                Siblings.after(trace, span),
                hasWay ? ItemFlow.of(trace, PhaseTime.of(trace), span.item()) : Optional.empty(),
                ToldArrow.into(trace, span),
                ToldArrow.outOf(trace, span),
                ProcessEnd.why(trace, span));
    }

    /// Whether it is about this span, which may have become longer meanwhile.
    public boolean isOf(Span other) {
        return other.lane() == span.lane() && other.index() == span.index();
    }
}
