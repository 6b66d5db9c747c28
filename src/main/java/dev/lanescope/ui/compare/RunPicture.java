package dev.lanescope.ui.compare;

import dev.lanescope.analysis.explain.LongestSpan;
import dev.lanescope.chart.Columns;
import dev.lanescope.chart.Hit;
import dev.lanescope.chart.HitTest;
import dev.lanescope.chart.LaneLayout;
import dev.lanescope.chart.LaneRaster;
import dev.lanescope.chart.Picture;
import dev.lanescope.chart.Rows;
import dev.lanescope.chart.StopVeil;
import dev.lanescope.chart.TimeWarp;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.chart.Viewport;
import dev.lanescope.chart.WarpedWindow;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.kit.StateLook;
import dev.lanescope.ui.kit.ThemePaint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The lanes of one run as a picture, in the window that all runs share.
final class RunPicture {

    private final Entrant entrant;
    private final Palette palette;
    private final CompareAxis axis;
    private LaneRaster raster;
    private final Rows rows;
    private final PixelPane pane = new PixelPane(this::paint);
    private int laneHeight = 1;
    private List<FinishLine> finishes = List.of();

    /// @param axis asked for whenever it is painted
    RunPicture(Entrant entrant, Palette palette, CompareAxis axis) {
        this.entrant = entrant;
        this.palette = palette;
        this.axis = axis;
        this.raster =
                new LaneRaster(
                        entrant.info(), new ThemePaint(palette, entrant.info().states(), Set.of()));
        this.rows = Rows.plain(entrant.trace().lanes().size());
        pane.setMouseTransparent(true);
        pane.setManaged(false); // whoever shows it places it
    }

    /// Dims all but the states of a part of the stacks; nothing if there is none. Where spans are
    /// lit up one by one all states are dimmed, and whoever paints above the lanes paints those.
    void light(Optional<LitPart> part) {
        Set<Integer> dimmed = new HashSet<>();
        part.ifPresent(lit -> {
            boolean[] bright = LongestSpan.statesOf(entrant.trace(), lit.part());
            for (int state = 0; state < bright.length; state++) {
                if (!bright[state] || !lit.bright().isEmpty()) {
                    dimmed.add(state);
                }
            }
        });
        raster =
                new LaneRaster(
                        entrant.info(), new ThemePaint(palette, entrant.info().states(), dimmed));
    }

    Entrant entrant() {
        return entrant;
    }

    boolean hasFinishedBy(double nanos) {
        return entrant.trace().endNanos() <= nanos;
    }

    PixelPane pane() {
        return pane;
    }

    /// How high each lane is to be painted.
    void setLaneHeight(int height) {
        laneHeight = height;
    }

    /// Which finishes are to be painted on its lanes.
    void setFinishes(List<FinishLine> lines) {
        finishes = lines;
    }

    /// What of the run can be seen; empty if its lanes are too many to be painted one by one.
    Optional<Viewport> view() {
        int width = (int) Math.ceil(pane.getWidth());
        int height = (int) Math.ceil(pane.getHeight());
        return width < 1 || height < rows.lanes() * laneHeight
                ? Optional.empty()
                : Optional.of(view(width, height));
    }

    private Viewport view(int width, int height) {
        return new Viewport(window(), LaneLayout.compact(rows, laneHeight), width, height, 0);
    }

    private TimeWindow window() {
        return axis.windowProperty().get();
    }

    private TimeWarp warp() {
        return axis.aligned().of(entrant.number());
    }

    /// Where a moment of the run lies, in pixels from the left edge.
    double xOf(double nanos) {
        return window().xOf(warp().placeOf(nanos), Math.max(1, pane.getWidth()));
    }

    /// What of the run lies under a pixel. Where its time is warped, the pixel is looked at as if
    /// it were a whole view.
    Optional<Hit> hit(double x, double y) {
        return view().flatMap(view -> {
            if (warp().isNone()) {
                return HitTest.at(entrant.trace(), view, x, y);
            }
            double from = warp().momentAt(window().nanosAt(Math.floor(x), view.width()));
            double to = warp().momentAt(window().nanosAt(Math.floor(x) + 1, view.width()));
            var pixel =
                    new Viewport(
                            new TimeWindow(from, Math.max(to, Math.nextUp(from) + 1e-3)),
                            view.layout(),
                            1,
                            view.height(),
                            0);
            return HitTest.at(entrant.trace(), pixel, 0.5, y);
        });
    }

    private void paint(int[] pixels, int width, int height) {
        Columns times = warp().isNone() ? window() : new WarpedWindow(window(), warp(), width);
        var picture = new Picture(pixels, width, height, width);
        int lanes = Math.min(height, rows.lanes() * laneHeight);
        if (rows.lanes() * laneHeight <= height) {
            raster.paint(entrant.trace(), view(width, height), times, picture);
        } else {
            raster.paintOverview(entrant.trace(), rows, window(), times, picture);
        }
        StopVeil.paint(
                entrant.stops(),
                times,
                new Picture(pixels, width, lanes, width),
                new StopVeil.Look(palette.veil(), palette.veilStroke(), StateLook.GC.hatch()::ink));
        if (times instanceof WarpedWindow warped) {
            warped.coverStandstill(picture, palette.ground().inset());
        }
        finishes.forEach(line -> line.paint(picture));
    }
}
