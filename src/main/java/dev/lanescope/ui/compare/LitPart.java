package dev.lanescope.ui.compare;

import dev.lanescope.analysis.explain.LongestSpan;
import dev.lanescope.analysis.explain.SlowerSpans;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.Span;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A part of the speed-up stacks whose spans are lit up on the lanes of all runs.
///
/// @param entrant the run whose spans are listed
/// @param spans what says most comes first
/// @param bright by the number of the run, the spans that alone are lit up; empty if all that are
///   in states of the part are
record LitPart(StackPart part, Entrant entrant, List<Row> spans, Map<Integer, List<Span>> bright) {

    /// A span in the list.
    ///
    /// @param beyondNanos by how much its page took longer in its state than in the sequential run,
    ///   where that is what is looked for
    record Row(Picked picked, OptionalLong beyondNanos) {}

    /// More nobody reads.
    private static final int MOST_ROWS = 200;

    /// More are not told apart on any screen.
    private static final int MOST_BRIGHT = 5_000;

    LitPart {
        spans = List.copyOf(spans);
        bright = Map.copyOf(bright);
    }

    /// Of work that took longer, the spans that did; of every other part, all in its states, the
    /// longest listed.
    static LitPart of(StackPart part, Entrant entrant, Compared compared) {
        if (!part.isSlowerWork()) {
            List<Row> rows =
                    LongestSpan.of(entrant.trace(), part, MOST_ROWS).stream()
                            .map(span -> row(entrant, span, OptionalLong.empty()))
                            .toList();
            return new LitPart(part, entrant, rows, Map.of());
        }
        Map<Integer, List<Span>> bright = new HashMap<>();
        List<Row> rows = List.of();
        for (Entrant each : compared.entrants()) {
            List<SlowerSpans.Slower> slower = each.isStacked() ? slower(each, compared) : List.of();
            bright.put(each.number(), slower.stream().map(SlowerSpans.Slower::span).toList());
            if (each.equals(entrant)) {
                rows =
                        slower.stream()
                                .limit(MOST_ROWS)
                                .map(told ->
                                        row(each, told.span(), OptionalLong.of(told.beyondNanos())))
                                .toList();
            }
        }
        return new LitPart(part, entrant, rows, bright);
    }

    private static List<SlowerSpans.Slower> slower(Entrant entrant, Compared compared) {
        return SlowerSpans.of(
                entrant.trace(), compared.comparison().baseline().median(), MOST_BRIGHT);
    }

    private static Row row(Entrant entrant, Span span, OptionalLong beyond) {
        return new Row(new Picked(entrant.number(), span), beyond);
    }

    /// The spans of a run that alone are lit up.
    List<Span> brightIn(int run) {
        return bright.getOrDefault(run, List.of());
    }
}
