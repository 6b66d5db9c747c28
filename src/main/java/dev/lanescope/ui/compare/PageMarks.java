package dev.lanescope.ui.compare;

import dev.lanescope.analysis.compare.PageAccount;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Span;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One page in all runs: the spans that were spent on it, matched by the page's name.
///
/// @param page its name; empty if none is marked
/// @param spans by the number of the run, lane by lane
/// @param accounts where its time went, by the number of the run
record PageMarks(String page, Map<Integer, List<Span>> spans, Map<Integer, PageAccount> accounts) {

    static final PageMarks NONE = new PageMarks("", Map.of(), Map.of());

    PageMarks {
        spans = Map.copyOf(spans);
        accounts = Map.copyOf(accounts);
    }

    static PageMarks of(Compared compared, String page) {
        Map<Integer, List<Span>> spans = new LinkedHashMap<>();
        Map<Integer, PageAccount> accounts = new LinkedHashMap<>();
        for (Entrant entrant : compared.entrants()) {
            int item = entrant.info().items().indexOf(page);
            List<Span> found = item < 0 ? List.of() : spansOf(entrant, item);
            if (!found.isEmpty()) {
                spans.put(entrant.number(), found);
                accounts.put(entrant.number(), PageAccount.of(entrant.trace(), found));
            }
        }
        return new PageMarks(page, spans, accounts);
    }

    private static List<Span> spansOf(Entrant entrant, int item) {
        List<Span> found = new ArrayList<>();
        for (LaneView lane : entrant.trace().lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                if (lane.item(span) == item) {
                    found.add(lane.span(span));
                }
            }
        }
        return List.copyOf(found);
    }

    List<Span> in(int run) {
        return spans.getOrDefault(run, List.of());
    }

    /// From its first span in a run to its last.
    long way(int run) {
        long first = in(run).stream().mapToLong(Span::startNanos).min().orElse(0);
        return in(run).stream().mapToLong(Span::endNanos).max().orElse(0) - first;
    }

    /// All time spent on it in a run.
    long nanos(int run) {
        return in(run).stream().mapToLong(Span::nanos).sum();
    }
}
