package dev.lanescope.bench;

import dev.lanescope.analysis.Query;
import dev.lanescope.chart.LaneLayout;
import dev.lanescope.chart.LanePaint;
import dev.lanescope.chart.LaneRaster;
import dev.lanescope.chart.Picture;
import dev.lanescope.chart.StateColumns;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.LivePulse;
import dev.lanescope.ui.kit.Motion;
import dev.lanescope.ui.kit.Theme;
import dev.lanescope.ui.kit.ThemeChoice;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.screen.TimelineScreen;

import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/// What the timeline costs a frame, drawn by software: the real screen, 1600 x 900, over made-up
/// runs of a million and of ten million spans on 64 lanes; and the screen that compares, over four
/// runs of a million spans each.
///
/// `mvn -q test-compile exec:exec@frame-bench`, or with `-Dlanescope.bench.parts=frames,idle` some
/// of it.
final class FrameBench {

    private static final int LANES = 64;
    private static final int MILLION = 1_000_000;
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final int FRAMES = Integer.getInteger("lanescope.bench.frames", 200);
    private static final int WARM = 400;

    /// After so many frames a movement begins anew.
    private static final int PAN_FRAMES = 100;

    /// A heap that shrinks by less has settled, in bytes.
    private static final long SPECK = 100_000;

    private static final int IDLE_MILLIS = 5000;

    private final TimelineModel model = new TimelineModel(new Background());

    private FrameBench() {}

    public static void main(String[] args) throws Exception {
        Set<String> parts = Set.of(System.getProperty("lanescope.bench.parts").split(",", 0));
        load("before");
        if (parts.contains("pictures")) {
            rasters();
        }
        var bench = new FrameBench();
        FrameMeter meter = bench.open();
        if (parts.contains("frames")) {
            bench.frames(meter);
        }
        if (parts.contains("search")) {
            bench.search(meter);
        }
        if (parts.contains("live")) {
            bench.live(meter);
        }
        if (parts.contains("idle")) {
            bench.idle(meter);
        }
        if (parts.contains("compare")) {
            CompareFrames.measure(meter, WIDTH, HEIGHT, FRAMES, WARM);
        }
        if (parts.contains("big")) {
            bench.tenMillion(meter);
        }
        load("after");
        System.exit(0); // the toolkit's threads would keep the process
    }

    private static void load(String when) {
        System.out.printf(
                Locale.ROOT,
                "load %s: %.1f on %d cores, JDK %s%n",
                when,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
    }

    /// The part without a toolkit: CPU ms for all lanes of one picture.
    private static void rasters() {
        System.out.println(
                "\n| all lanes, CPU ms | plain scan | workers by state | ratio | lanes |");
        System.out.println("|---|---|---|---|---|");
        for (int spans : new int[] {MILLION, 10 * MILLION}) {
            Snapshot trace = SyntheticRun.finished(LANES, spans);
            var plain = new PlainScan();
            var columns = new StateColumns(trace.info().states().size());
            var raster = new LaneRaster(trace.info(), new Grey());
            var picture = Picture.of(WIDTH, LANES * 14);
            for (double part : new double[] {1, 0.05, 0.001}) {
                TimeWindow window = part(trace, part, 0.4);
                var layout = LaneLayout.compact(LANES, 14);
                var view = new Viewport(window, layout, WIDTH, picture.height(), 0);
                double scan = millis(() -> plain.compute(trace, window, WIDTH));
                double sums = millis(() -> columns.compute(trace, window, WIDTH));
                double lanes = millis(() -> raster.paint(trace, view, picture));
                System.out.printf(
                        Locale.ROOT,
                        "| %,d spans, %s %% | %.2f | %.2f | %.2f | %.2f |%n",
                        spans,
                        part * 100,
                        scan,
                        sums,
                        sums / scan,
                        lanes);
            }
        }
    }

    private static double millis(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        double[] figures = new double[40];
        for (int round = -30; round < figures.length; round++) {
            long before = threads.getCurrentThreadCpuTime();
            work.run();
            if (round >= 0) {
                figures[round] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
            }
        }
        return new Spread(figures).median();
    }

    /// A part of a run, beginning at another part of it.
    private static TimeWindow part(Snapshot trace, double part, double from) {
        double all = trace.endNanos();
        return part >= 1
                ? TimeWindow.fit(trace.endNanos())
                : new TimeWindow(from * all, (from + part) * all);
    }

    private FrameMeter open() throws Exception {
        var ready = new FutureTask<>(() -> "");
        Platform.startup(ready);
        ready.get();
        onFx(() -> {
            var appearance =
                    new Appearance(
                            ThemeChoice.DARK, new SimpleObjectProperty<>(Theme.DARK.scheme()));
            var session = new SessionModel(new Background(), Settings.notKept());
            var stage = new Stage();
            var root = new javafx.scene.layout.StackPane();
            root.getChildren()
                    .add(
                            new TimelineScreen(
                                    session,
                                    model,
                                    new LivePulse(root, new Motion(false)),
                                    appearance));
            stage.setScene(new Scene(root, WIDTH, HEIGHT));
            stage.show();
            return stage;
        });
        return onFx(FrameMeter::new);
    }

    static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        FxThread.later(task);
        return task.get();
    }

    private void show(Snapshot trace) throws Exception {
        onFx(() -> {
            model.show(Optional.of(trace));
            model.showAll();
            return 0;
        });
    }

    private void frames(FrameMeter meter) throws Exception {
        System.out.println("\n1,000,000 spans\n\n" + FrameMeter.head());
        Snapshot trace = SyntheticRun.finished(LANES, MILLION);
        show(trace);
        frames(meter, trace);
    }

    /// The picture at three zooms, moved by so little that it stays the same but must be painted,
    /// and moved on and on.
    private void frames(FrameMeter meter, Snapshot trace) throws Exception {
        nudge(meter, "everything", trace, part(trace, 1, 0));
        nudge(meter, "5 %", trace, part(trace, 0.05, 0.4));
        nudge(meter, "0.1 %", trace, part(trace, 0.001, 0.4));
        TimeWindow wide = part(trace, 0.5, 0);
        TimeWindow near = part(trace, 0.05, 0);
        pan(meter, "moving through it, 50 % in sight", wide, 0.3);
        pan(meter, "moving through it, 5 % in sight", near, 0.9);
        TimeWindow at = part(trace, 0.05, 0.4);
        onFx(() -> {
            model.showWindow(at);
            return 0;
        });
        double moment = at.startNanos();
        double step = at.nanos() / (WARM + FRAMES + 1);
        System.out.println(
                FrameMeter.row(
                        "pointer moves, 5 %",
                        meter.play(
                                WARM,
                                FRAMES,
                                frame ->
                                        model.cursorProperty()
                                                .set(OptionalDouble.of(moment + frame * step)))));
        onFx(() -> {
            model.cursorProperty().set(OptionalDouble.empty());
            return 0;
        });
    }

    private void nudge(FrameMeter meter, String what, Snapshot trace, TimeWindow window)
            throws Exception {
        double middle = trace.endNanos() * 0.41;
        System.out.println(
                FrameMeter.row(
                        what,
                        meter.play(
                                WARM,
                                FRAMES,
                                frame ->
                                        model.showWindow(
                                                window.zoomed(1.001 + frame % 7 * 1e-4, middle)))));
    }

    private void pan(FrameMeter meter, String what, TimeWindow from, double byWindows)
            throws Exception {
        double step = from.nanos() * byWindows / PAN_FRAMES;
        System.out.println(
                FrameMeter.row(
                        what,
                        meter.play(
                                WARM,
                                FRAMES,
                                frame ->
                                        model.showWindow(from.panned(frame % PAN_FRAMES * step)))));
    }

    /// Moving with nothing looked for and with three quarters of a million places found, in turn.
    private void search(FrameMeter meter) throws Exception {
        System.out.println("\n1,000,000 spans, and a search\n\n" + FrameMeter.head());
        Snapshot trace = SyntheticRun.finished(LANES, MILLION);
        show(trace);
        TimeWindow wide = part(trace, 0.5, 0);
        TimeWindow near = part(trace, 0.05, 0);
        for (String words : new String[] {"", "r", "", "r"}) {
            onFx(() -> {
                model.finder().lookFor(Query.of(words));
                return 0;
            });
            while (onFx(() -> model.finder().searchingProperty().get())) {
                meter.play(0, 1, _ -> {});
            }
            int found = onFx(() -> model.finder().matchesProperty().get().size());
            String what = String.format(Locale.ROOT, "%,d found, moving, ", found);
            pan(meter, what + "50 % in sight", wide, 0.3);
            pan(meter, what + "5 % in sight", near, 0.9);
        }
        onFx(() -> {
            model.finder().clear();
            return 0;
        });
    }

    /// A run that goes on: it has a million spans already and grows by 1,600 a frame.
    private void live(FrameMeter meter) throws Exception {
        System.out.println("\nlive, 1,000,000 spans and more\n\n" + FrameMeter.head());
        var run = new SyntheticRun(LANES);
        run.grow(MILLION);
        show(run.now());
        System.out.println(
                FrameMeter.row(
                        "a run that goes on",
                        meter.play(
                                WARM,
                                FRAMES,
                                _ -> {
                                    run.grow(1600);
                                    model.show(Optional.of(run.now()));
                                })));
    }

    private void idle(FrameMeter meter) throws Exception {
        show(SyntheticRun.finished(LANES, MILLION));
        meter.play(0, WARM, _ -> {}); // what showing the run has set going comes to rest
        FrameMeter.Frame before = meter.now();
        long process = ProcessCpu.nanos();
        Thread.sleep(
                IDLE_MILLIS); // the very thing that is measured: nothing is asked of the window
        FrameMeter.Frame used = meter.now().since(before);
        System.out.printf(
                Locale.ROOT,
                "%nidle: %.3f %% of one core by both threads, %.2f %% by the process%n",
                100.0 * (used.fxNanos() + used.renderNanos()) / used.wallNanos(),
                100.0 * (ProcessCpu.nanos() - process) / used.wallNanos());
    }

    private void tenMillion(FrameMeter meter) throws Exception {
        onFx(() -> {
            model.show(Optional.empty());
            return 0;
        });
        long empty = heap();
        Snapshot trace = SyntheticRun.finished(LANES, 10 * MILLION);
        long stored = heap();
        long[] shown = {0};
        long[] painted = {0};
        meter.play(
                0,
                4,
                frame -> {
                    if (frame == 0) {
                        shown[0] = System.nanoTime();
                        model.show(Optional.of(trace));
                        model.showAll();
                    } else if (frame == 3) {
                        painted[0] = System.nanoTime();
                    }
                });
        System.out.printf(
                Locale.ROOT,
                "%n10,000,000 spans: first picture after %.0f ms%n",
                (painted[0] - shown[0]) / 1e6);
        System.out.println("\n" + FrameMeter.head());
        frames(meter, trace);
        long drawn = heap();
        System.out.printf(
                Locale.ROOT,
                "%n%.1f bytes a span as recorded, %.1f with all that pictures need%n",
                (stored - empty) / (double) trace.spans(),
                (drawn - empty) / (double) trace.spans());
    }

    /// What the heap holds when collecting finds no more.
    private static long heap() {
        long now = Long.MAX_VALUE;
        long before;
        do {
            before = now;
            System.gc();
            now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        } while (now < before - SPECK);
        return now;
    }

    /// Colours for pictures that nobody looks at.
    private static final class Grey implements LanePaint {
        @Override
        public boolean isHatched(int state) {
            return state > 8;
        }

        @Override
        public int solid(int state) {
            return 0xff000000 | 0x111111 * state;
        }

        @Override
        public int pattern(int state, int x, int y) {
            return (x + y & 3) == 0 ? solid(state) : ground();
        }

        @Override
        public int ground() {
            return 0xff000000;
        }

        @Override
        public int band() {
            return 0xff808080;
        }

        @Override
        public int bandAlternate() {
            return 0xffa0a0a0;
        }
    }
}
