package dev.lanescope.claims.guide;

import dev.lanescope.claims.Reading;
import dev.lanescope.lab.Spread;
import dev.lanescope.lab.curves.BreakEven;
import dev.lanescope.lab.curves.BreakEvens;
import dev.lanescope.lab.curves.Compiling;
import dev.lanescope.lab.curves.Contest;
import dev.lanescope.lab.curves.CurveBook;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.CurveSheet;
import dev.lanescope.lab.curves.Freight;
import dev.lanescope.lab.curves.PageCost;
import dev.lanescope.lab.curves.Route;
import dev.lanescope.lab.curves.WarmUps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What curves come to: medians with quartiles, or what follows from them.
final class CurveReadings {

    static final String PAGE_CPU = "page:cpu";
    static final String PAGE_BYTES = "page:bytes";
    static final String SITE_BYTES = "freight:site-by-page";
    static final String PAGES_BYTES = "freight:pages-by-page";
    static final String GAIN = "jit:gain";
    static final String FIRST_OVER_STEADY = "jit:first-over-steady";
    static final String WARM_AFTER = "jit:warm-after";
    static final String COST = "jit:warm-up-cost";
    static final String BREAK_EVEN = "jit:break-even";

    private CurveReadings() {}

    /// The key of the way there and back of a payload of [Contest#PAYLOAD].
    static String trip(Route route) {
        return "trip:" + route.id();
    }

    /// The key of the CPU cost of a page from which workers paid in runs.
    static String breakEven(Contest contest) {
        return "break-even:" + contest.id();
    }

    /// The key of what a page takes at the end in a JVM that compiles like this.
    static String steady(Compiling way) {
        return "jit:steady-" + way.id();
    }

    static List<Reading> of(CurveBook book) {
        List<Reading> readings = new ArrayList<>();
        trips(book.sheet(CurveKind.PING_PONG), readings);
        breakEvens(book, readings);
        freight(book.sheet(CurveKind.FREIGHT), Freight.SITE, SITE_BYTES, readings);
        freight(book.sheet(CurveKind.FREIGHT), Freight.PAGES, PAGES_BYTES, readings);
        warmUps(book.sheet(CurveKind.JIT), readings);
        return readings;
    }

    private static Reading reading(String key, String what, Spread spread) {
        return new Reading(
                key,
                what,
                spread.median(),
                spread.quantile(0.25),
                spread.quantile(0.75),
                spread.samples().size());
    }

    private static void trips(CurveSheet sheet, List<Reading> readings) {
        for (Route route : Route.values()) {
            sheet.of(route)
                    .at(Contest.PAYLOAD)
                    .ifPresent(spread ->
                            readings.add(
                                    reading(
                                            trip(route),
                                            route.title() + ", 16 kB there and back",
                                            spread)));
        }
    }

    private static void breakEvens(CurveBook book, List<Reading> readings) {
        BreakEvens evens =
                new BreakEvens(
                        book.sheet(CurveKind.PING_PONG),
                        book.sheet(CurveKind.BREAK_EVEN),
                        book.sheet(CurveKind.PAGE).of(PageCost.PAGE));
        for (Contest contest : Contest.values()) {
            evens.found(contest)
                    .ifPresent(found -> readings.add(reading(contest, found, evens.workers())));
        }
        Map.Entry<Integer, List<Double>> page = evens.page().points().firstEntry();
        if (page != null) {
            readings.add(reading(PAGE_CPU, "CPU time of a page", new Spread(page.getValue())));
            readings.add(Reading.counted(PAGE_BYTES, "bytes that cross for a page", page.getKey()));
        }
    }

    private static Reading reading(Contest contest, BreakEven.Found found, int workers) {
        String who = contest.title() + ", " + workers + " workers ";
        return switch (found) {
            case BreakEven.Found.At(double nanos) ->
                    Reading.counted(breakEven(contest), who + "pay from this cost on", nanos);
            case BreakEven.Found.Below(int nanos) ->
                    Reading.counted(breakEven(contest), who + "pay already at this cost", nanos);
            case BreakEven.Found.Absent(int nanos) ->
                    Reading.counted(breakEven(contest), who + "do not pay, up to this cost", nanos);
        };
    }

    private static void freight(
            CurveSheet sheet, Freight freight, String key, List<Reading> readings) {
        sheet.of(freight)
                .fit()
                .ifPresent(fit ->
                        readings.add(
                                Reading.counted(
                                        key,
                                        freight.title() + ": " + fit.bytesFor("page"),
                                        fit.slope())));
    }

    private static void warmUps(CurveSheet sheet, List<Reading> readings) {
        for (Compiling way : Compiling.values()) {
            Map.Entry<Integer, List<Double>> last = sheet.of(way).points().lastEntry();
            if (last != null) {
                readings.add(
                        reading(
                                steady(way),
                                way.title() + ": a page after " + last.getKey() + " pages",
                                new Spread(last.getValue())));
            }
        }
        var curves = new WarmUps(sheet);
        Compiling usual = Compiling.TIERED;
        curves.steady(usual)
                .ifPresent(steady -> {
                    double first = curves.first(usual).orElse(steady);
                    readings.add(
                            Reading.counted(
                                    FIRST_OVER_STEADY,
                                    "a page at first over a page at the end, as usual",
                                    first / steady));
                    readings.add(
                            Reading.counted(
                                    WARM_AFTER,
                                    "pages until the level of the end, as usual",
                                    curves.warmAfter(usual).orElse(0)));
                    readings.add(
                            Reading.counted(
                                    COST,
                                    "what pages took beyond that level, as usual",
                                    curves.cost(usual).orElse(0.0)));
                    curves.steady(Compiling.INTERPRETED)
                            .ifPresent(slow ->
                                    readings.add(
                                            Reading.counted(
                                                    GAIN,
                                                    "interpreting over compiling, a page at the end",
                                                    slow / steady)));
                });
        curves.breakEven(usual)
                .ifPresent(pages ->
                        readings.add(
                                Reading.counted(
                                        BREAK_EVEN,
                                        "Compiling is " + curves.breakEvenWords(usual),
                                        Math.rint(pages))));
    }
}
