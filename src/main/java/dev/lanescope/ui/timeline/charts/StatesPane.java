package dev.lanescope.ui.timeline.charts;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.chart.Picture;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.timeline.frame.ChartPane;
import dev.lanescope.ui.timeline.frame.Frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Workers by state: at every moment, how many workers did what; work at the bottom, waiting on
/// top.
public final class StatesPane {

    private final Frame frame;
    private final PixelPane pixels = new PixelPane(this::paint);
    private final ChartPane pane;

    public StatesPane(Frame frame) {
        this.frame = frame;
        this.pane = new ChartPane(frame, pixels, 0);
        pane.setId("workers-by-state");
        pane.setAccessibleText("How many workers were in which state over time");
        frame.addPicture(this::update);
    }

    public ChartPane node() {
        return pane;
    }

    private void update() {
        frame.trace().ifPresent(this::head);
        pixels.repaint();
    }

    private void head(Snapshot trace) {
        LaneTime time = frame.account(trace);
        int lanes = time.lanes();
        pane.show(
                new ChartPane.Heading(
                        "Workers by\nstate",
                        "",
                        String.format(Locale.ROOT, "%.1f", time.busyShare() * lanes),
                        "of " + lanes + " busy",
                        lanes));
    }

    private void paint(int[] argb, int width, int height) {
        Optional<Snapshot> trace = frame.trace();
        if (trace.isEmpty()) {
            Arrays.fill(argb, frame.palette().ground().inset());
            return;
        }
        var picture = new Picture(argb, width, height, width);
        frame.raster(trace.get())
                .paintWorkersByState(trace.get(), frame.model().windowProperty().get(), picture);
        frame.jvm().veil(picture);
    }
}
