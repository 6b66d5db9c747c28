package dev.lanescope.lab.curves;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was asked for and all that is known of it: where a kind says nothing without others, theirs
/// too.
///
/// @param asked what is to be known
/// @param sheets as far as it is
public record CurveBook(CurveKind asked, Map<CurveKind, CurveSheet> sheets) {

    public CurveBook {
        sheets = Map.copyOf(sheets);
    }

    /// Nothing is known yet.
    public CurveBook(CurveKind asked) {
        this(asked, Map.of());
    }

    /// What must be measured: rows by kind, in this order.
    public static Map<CurveKind, List<Row>> plan(CurveKind asked) {
        Map<CurveKind, List<Row>> plan = new LinkedHashMap<>();
        if (asked == CurveKind.BREAK_EVEN) {
            plan.put(CurveKind.PAGE, CurveKind.PAGE.measurable());
            plan.put(CurveKind.PING_PONG, List.copyOf(Route.crossing()));
        }
        plan.put(asked, asked.measurable());
        return plan;
    }

    /// How many measurements that is.
    public static int measurements(CurveKind asked, int rounds) {
        return rounds * plan(asked).values().stream().mapToInt(List::size).sum();
    }

    /// With one measurement more.
    public CurveBook with(CurveFinding found) {
        Map<CurveKind, CurveSheet> all = new EnumMap<>(CurveKind.class);
        all.putAll(sheets);
        all.put(found.kind(), sheet(found.kind()).with(found.row(), found.curve()));
        return new CurveBook(asked, all);
    }

    /// Of nothing, if it was not measured.
    public CurveSheet sheet(CurveKind kind) {
        return sheets.getOrDefault(kind, CurveSheet.empty(kind));
    }

    /// What was asked for.
    public CurveSheet sheet() {
        return sheet(asked);
    }

    /// All that belongs to it, in the order in which it is measured.
    public List<CurveSheet> all() {
        return plan(asked).keySet().stream().map(this::sheet).toList();
    }

    /// How many measurements there were.
    public int measurements() {
        return sheets.values().stream().mapToInt(CurveSheet::measurements).sum();
    }

    /// Of nothing, if they were not asked for.
    public BreakEvens breakEvens() {
        return new BreakEvens(
                sheet(CurveKind.PING_PONG),
                sheet(CurveKind.BREAK_EVEN),
                sheet(CurveKind.PAGE).of(PageCost.PAGE));
    }

    /// What follows from the figures, in a sentence each; nothing where they say it themselves.
    public List<String> words() {
        return switch (asked) {
            case BREAK_EVEN -> breakEvens().words();
            case MEMORY, FREIGHT -> sheet().slopes();
            case JIT -> new WarmUps(sheet()).words();
            case CROSSOVER -> Crossover.words(sheet());
            case CEILING -> new Prize(sheet()).words();
            case PING_PONG, PAGE, STARTS, INSIDE -> List.of();
        };
    }
}
