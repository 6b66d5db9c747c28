package dev.lanescope.ui.timeline.charts;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Throughput;
import dev.lanescope.analysis.ThroughputMeter;
import dev.lanescope.chart.Picture;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.kit.Theme;
import dev.lanescope.ui.timeline.frame.ChartPane;
import dev.lanescope.ui.timeline.frame.Frame;

import org.jspecify.annotations.Nullable;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Keeps the throughput chart in step with the trace: the meter reads what is new, the chart is
/// drawn again, at most ten times a second while a run goes on.
public final class ThroughputPane {

    /// With fewer items in a bucket the curve shows nothing but single items.
    private static final int PER_BUCKET = 6;

    private static final int FEWEST_BUCKETS = 8;
    private static final int MOST_BUCKETS = 80;
    private static final long PAUSE_NANOS = 100_000_000;

    private final Frame frame;
    private final ThroughputChart chart;
    private final Supplier<OptionalDouble> baseline;
    private final PixelPane pixels = new PixelPane(this::paint);
    private final ChartPane pane;
    private @Nullable ThroughputMeter meter;
    private @Nullable RunInfo metered;
    private long drawnAt;
    private @Nullable Snapshot shown;
    private @Nullable Theme shownIn;
    private OptionalDouble shownLevel = OptionalDouble.empty();

    /// @param baseline pages/s of the sequential run, if there is one
    public ThroughputPane(Frame frame, Supplier<OptionalDouble> baseline) {
        this.frame = frame;
        this.baseline = baseline;
        this.chart = new ThroughputChart(frame.appearance());
        this.pane = new ChartPane(frame, pixels, ThroughputChart.AXIS_WIDTH);
        pane.setId("throughput");
        pane.setAccessibleText("Pages per second over time");
        frame.addPicture(this::update);
    }

    public ChartPane node() {
        return pane;
    }

    private void update() {
        boolean live = frame.trace().filter(trace -> !trace.finished()).isPresent();
        long now = System.nanoTime();
        if (live && now - drawnAt < PAUSE_NANOS) {
            return;
        }
        drawnAt = now;
        boolean pages = frame.trace().filter(trace -> !trace.info().isForeign()).isPresent();
        pane.setVisible(pages);
        pane.setManaged(pages);
        if (pages) {
            frame.trace().ifPresent(this::readIfNew);
            pixels.repaint();
        } else {
            meter = null;
            metered = null;
            shown = null;
        }
    }

    /// Moving the window changes neither the curve nor the line of the sequential run.
    @SuppressWarnings("ReferenceEquality") // the very trace, without comparing all of it
    private void readIfNew(Snapshot trace) {
        OptionalDouble level = baseline.get();
        Theme theme = frame.appearance().theme();
        if (trace != shown || theme != shownIn || !level.equals(shownLevel)) {
            shown = trace;
            shownIn = theme;
            shownLevel = level;
            read(trace);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very run, without comparing thousands of names
    private void read(Snapshot trace) {
        if (meter == null || metered != trace.info()) {
            meter = new ThroughputMeter(trace.info());
            metered = trace.info();
        }
        meter.read(trace);
        int buckets = Math.clamp(meter.pagesFinished() / PER_BUCKET, FEWEST_BUCKETS, MOST_BUCKETS);
        long width = Throughput.niceWidth(Math.max(1, trace.endNanos()), buckets);
        chart.show(meter.throughput(width), shownLevel);
        double rate = trace.endNanos() == 0 ? 0 : meter.pagesFinished() * 1e9 / trace.endNanos();
        pane.show(
                new ChartPane.Heading(
                        "Throughput",
                        "pages/s",
                        Amounts.rate(rate),
                        "per " + Durations.text(width, 3),
                        0));
    }

    private void paint(int[] argb, int width, int height) {
        var window = frame.model().windowProperty().get();
        chart.draw(pixels.image(), window.startNanos(), window.endNanos());
        frame.jvm().tint(new Picture(argb, width, height, width), ThroughputChart.AXIS_WIDTH);
    }
}
