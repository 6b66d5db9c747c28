package dev.lanescope.bench;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.chart.Arrangement;
import dev.lanescope.chart.LaneGrouping;
import dev.lanescope.chart.LaneLayout;
import dev.lanescope.chart.LaneOrder;
import dev.lanescope.chart.LanePaint;
import dev.lanescope.chart.LaneRaster;
import dev.lanescope.chart.LaneRoster;
import dev.lanescope.chart.Picture;
import dev.lanescope.chart.Rows;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// What forty thousand lanes of a few spans each cost the window: to arrange them, and to paint a
/// frame. `mvn -q test-compile exec:exec@lanes-bench`; another number with
/// `-Dlanescope.bench.lanes=1000`.
final class ManyLanes {

    private static final int WIDTH = 1240;
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 10;

    private ManyLanes() {}

    public static void main(String[] args) {
        int lanes = Integer.getInteger("lanescope.bench.lanes", 40_000);
        Snapshot trace = trace(lanes);
        LaneRoster roster = LaneRoster.of(trace);
        System.out.printf(Locale.ROOT, "%,d lanes, %,d spans%n", lanes, trace.spans());
        System.out.println("| | median ms | worst ms |\n|---|---|---|");
        measure("read all names", () -> LaneRoster.of(trace));
        measure("look whether names changed", () -> roster.updated(trace));
        for (LaneOrder order : LaneOrder.values()) {
            var by =
                    Arrangement.USUAL.sortedBy(order).inOrder(manual(lanes, order)).sortedBy(order);
            measure("rows, " + order.label(), () -> Rows.of(trace, roster, by));
        }
        var filtered = Arrangement.USUAL.filteredBy("ead 77");
        measure("rows, filtered", () -> Rows.of(trace, roster, filtered));
        var hidden = Arrangement.USUAL.hiding(Set.copyOf(manual(lanes - 1, LaneOrder.MANUAL)));
        measure("rows, all hidden but one", () -> Rows.of(trace, roster, hidden));
        measure("account of the run", () -> LaneTime.of(trace));
        frames(trace, roster);
    }

    private static void frames(Snapshot trace, LaneRoster roster) {
        var raster = new LaneRaster(trace.info(), new Grey());
        Rows open = Rows.of(trace, roster, Arrangement.USUAL);
        Rows one =
                Rows.of(
                        trace,
                        roster,
                        Arrangement.USUAL
                                .groupedBy(LaneGrouping.MODEL)
                                .collapsing(trace.info().modelTitle()));
        TimeWindow all = TimeWindow.fit(trace.endNanos());
        TimeWindow part = all.zoomed(20, trace.endNanos() / 2.0);
        var picture = Picture.of(WIDTH, 400);
        var overview = Picture.of(WIDTH, 40);
        var states = Picture.of(WIDTH, 120);
        measure("lanes in sight, whole run", () -> raster.paint(trace, view(open, all), picture));
        measure("lanes in sight, 5 %", () -> raster.paint(trace, view(open, part), picture));
        measure("hit test's row", () -> view(open, all).rowAt(200));
        measure("one collapsed group of all", () -> raster.paint(trace, view(one, all), picture));
        measure("overview", () -> raster.paintOverview(trace, open, all, overview));
        measure("workers by state, all", () -> raster.paintWorkersByState(trace, all, states));
        measure("workers by state, 5 %", () -> raster.paintWorkersByState(trace, part, states));
    }

    private static Viewport view(Rows rows, TimeWindow window) {
        return new Viewport(window, LaneLayout.full(rows), WIDTH, 400, rows.count() * 19);
    }

    private static List<Integer> manual(int lanes, LaneOrder order) {
        return order == LaneOrder.MANUAL
                ? IntStream.range(0, lanes).map(lane -> lanes - 1 - lane).boxed().toList()
                : List.of();
    }

    private static void measure(String what, Runnable work) {
        double[] millis = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long from = System.nanoTime();
            work.run();
            if (round >= 0) {
                millis[round] = (System.nanoTime() - from) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f |%n",
                what,
                millis[ROUNDS / 2],
                millis[ROUNDS - 1]);
    }

    /// Threads of a hundred processes, each with two pages of work and the waiting around it.
    private static Snapshot trace(int lanes) {
        var states =
                List.of(
                        new State("parse", State.Kind.WORK),
                        new State("write", State.Kind.WORK),
                        new State("waiting for work", State.Kind.QUEUE));
        var info =
                new RunInfo(
                        "m", "Many", lanes, "c", 1, Instant.EPOCH, 0, states, List.of("a", "b"));
        var trace = new Trace(info, 2);
        var random = new Random(1);
        long end = 1_000_000_000;
        for (int number = 0; number < lanes; number++) {
            Lane lane = trace.lane(number);
            lane.rename("process " + number / 400 + " (pid 4711), thread " + number % 400);
            long at = random.nextLong(end / 2);
            for (int span = 0; span < 5; span++) {
                lane.append(at, span % 3, span < 3 ? 0 : 1, Lane.NOT_READ);
                at += random.nextLong(end / 20) + 1;
            }
        }
        trace.finish(end);
        return trace.snapshot(() -> 0);
    }

    private static final class Grey implements LanePaint {
        @Override
        public boolean isHatched(int state) {
            return state == 2;
        }

        @Override
        public int solid(int state) {
            return state;
        }

        @Override
        public int pattern(int state, int x, int y) {
            return x + y;
        }

        @Override
        public int ground() {
            return 0;
        }

        @Override
        public int band() {
            return 1;
        }

        @Override
        public int bandAlternate() {
            return 2;
        }
    }
}
