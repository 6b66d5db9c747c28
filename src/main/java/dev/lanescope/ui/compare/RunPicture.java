package dev.lanescope.ui.compare;

import dev.lanescope.chart.LaneLayout;
import dev.lanescope.chart.LaneRaster;
import dev.lanescope.chart.Picture;
import dev.lanescope.chart.Rows;
import dev.lanescope.chart.StopVeil;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.chart.Viewport;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.kit.StateLook;
import dev.lanescope.ui.kit.ThemePaint;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The lanes of one run as a picture, in the window that all runs share.
final class RunPicture {

    private final Entrant entrant;
    private final Palette palette;
    private final Supplier<TimeWindow> window;
    private final LaneRaster raster;
    private final Rows rows;
    private final PixelPane pane = new PixelPane(this::paint);
    private int laneHeight = 1;

    /// @param window asked for whenever it is painted
    RunPicture(Entrant entrant, Palette palette, Supplier<TimeWindow> window) {
        this.entrant = entrant;
        this.palette = palette;
        this.window = window;
        this.raster =
                new LaneRaster(
                        entrant.info(), new ThemePaint(palette, entrant.info().states(), Set.of()));
        this.rows = Rows.plain(entrant.trace().lanes().size());
        pane.setMouseTransparent(true);
        pane.setManaged(false); // whoever shows it places it
    }

    Entrant entrant() {
        return entrant;
    }

    PixelPane pane() {
        return pane;
    }

    /// How high each lane is to be painted.
    void setLaneHeight(int height) {
        laneHeight = height;
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
        return new Viewport(window.get(), LaneLayout.compact(rows, laneHeight), width, height, 0);
    }

    private void paint(int[] pixels, int width, int height) {
        var picture = new Picture(pixels, width, height, width);
        int lanes = Math.min(height, rows.lanes() * laneHeight);
        if (rows.lanes() * laneHeight <= height) {
            raster.paint(entrant.trace(), view(width, height), picture);
        } else {
            raster.paintOverview(entrant.trace(), rows, window.get(), picture);
        }
        StopVeil.paint(
                entrant.stops(),
                window.get(),
                new Picture(pixels, width, lanes, width),
                new StopVeil.Look(palette.veil(), palette.veilStroke(), StateLook.GC.hatch()::ink));
    }
}
