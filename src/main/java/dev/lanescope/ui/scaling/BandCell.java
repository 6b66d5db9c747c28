package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.Durations;
import dev.lanescope.study.whatif.Forecast;
import dev.lanescope.study.whatif.LedgerEntry;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/// The predicted band, pale, and what was measured as a tick on it: bright within the band, red
/// outside. Each row has its own scale, from a quarter below the least to a quarter above the most.
final class BandCell extends TableCell<LedgerEntry, LedgerEntry> {

    private static final double WIDTH = 96;
    private static final double HEIGHT = 14;
    private static final double AIR = 0.25;

    private final Appearance appearance;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

    BandCell(Appearance appearance) {
        this.appearance = appearance;
    }

    @Override
    protected void updateItem(@Nullable LedgerEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(null);
        setTooltip(null);
        if (!empty && entry != null && entry.forecast() instanceof Forecast.Told told) {
            paint(entry, told);
            setGraphic(canvas);
            String words =
                    Durations.text(told.leastNanos(), 3)
                            + " to "
                            + Durations.text(told.mostNanos(), 3);
            setTooltip(new Tooltip(words));
            setAccessibleText(words);
        }
    }

    private void paint(LedgerEntry entry, Forecast.Told told) {
        Palette.Ground ground = appearance.palette().ground();
        double measured =
                entry.outcome().map(came -> (double) came.nanos()).orElse((double) told.nanos());
        double low = Math.min((double) told.leastNanos(), measured);
        double high = Math.max((double) told.mostNanos(), measured);
        double air = Math.max(1, (high - low) * AIR);
        double scale = WIDTH / (high - low + 2 * air);
        double from = (told.leastNanos() - low + air) * scale;
        double to = (told.mostNanos() - low + air) * scale;
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        pen.setFill(Argb.fx(Argb.withAlpha(ground.accent(), 0.4)));
        pen.fillRect(Math.floor(from), 2, Math.max(2, Math.ceil(to - from)), HEIGHT - 4);
        if (entry.outcome().isPresent()) {
            boolean missed = entry.verdict() == LedgerEntry.Verdict.MISSED;
            pen.setFill(Argb.fx(missed ? ground.bad() : ground.hl()));
            pen.fillRect(Math.floor((measured - low + air) * scale) - 1, 0, 2, HEIGHT);
        }
    }
}
