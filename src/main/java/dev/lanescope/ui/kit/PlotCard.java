package dev.lanescope.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.Optional;

/// A small card beside the pointer that says what lies there. It is a node of the picture and not a
/// window, so it follows the pointer without cost; and it never reaches beyond the picture.
public final class PlotCard extends Label {

    private static final double AWAY = 14;

    /// Names of other tools' slices can be longer than the window is wide.
    private static final double MOST_WIDTH = 520;

    public PlotCard() {
        getStyleClass().addAll("plot-card", "text-small");
        setWrapText(true);
        setMaxWidth(MOST_WIDTH);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /// Shows words, beside a place of the parent.
    public void show(String words, double x, double y) {
        show(words, Optional.empty(), x, y);
    }

    /// Shows words behind a sign, beside a place of the parent.
    public void show(String words, Optional<Node> sign, double x, double y) {
        setGraphic(sign.orElse(null));
        setText(words);
        place(x, y);
    }

    /// Shows words above the parent, which is too low for a card.
    public void showAbove(String words, double x) {
        setGraphic(null);
        setText(words);
        autosize();
        double right = getParent() instanceof Region region ? region.getWidth() : x;
        relocate(Math.clamp(x + AWAY, 0, Math.max(0, right - getWidth())), -getHeight() - 4);
        setVisible(true);
    }

    private void place(double x, double y) {
        autosize();
        double right = getParent() instanceof Region region ? region.getWidth() : x;
        double bottom = getParent() instanceof Region region ? region.getHeight() : y;
        boolean fitsRight = x + AWAY + getWidth() <= right;
        boolean fitsBelow = y + AWAY + getHeight() <= bottom;
        relocate(
                fitsRight ? x + AWAY : Math.max(0, x - AWAY - getWidth()),
                fitsBelow ? y + AWAY : Math.max(0, y - AWAY - getHeight()));
        setVisible(true);
    }

    public void hide() {
        setVisible(false);
    }
}
