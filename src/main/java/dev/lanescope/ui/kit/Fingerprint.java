package dev.lanescope.ui.kit;

import dev.lanescope.trace.State;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

import java.util.List;

/// A thin strip that says where the time of a run or of a page went, in the colours of the lanes.
public final class Fingerprint extends Region {

    /// One stretch of the strip.
    public record Part(State state, long nanos) {}

    private final Canvas canvas = new Canvas();
    private final Appearance appearance;
    private List<Part> parts = List.of();

    /// @param height in pixels
    public Fingerprint(Appearance appearance, double height) {
        this.appearance = appearance;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setMinWidth(0);
        getChildren().add(canvas);
        Shown.follow(this, appearance.themeProperty(), _ -> paint());
    }

    /// Shows these parts from left to right, each as wide as its share.
    public void show(List<Part> newParts) {
        parts = List.copyOf(newParts);
        paint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        double total = parts.stream().mapToLong(Part::nanos).sum();
        if (total <= 0) {
            return;
        }
        Palette palette = appearance.palette();
        double x = 0;
        for (Part part : parts) {
            double next = x + width * part.nanos() / total;
            if (part.state().kind().isWork()) {
                pen.setFill(Argb.fx(palette.stage(part.state().name()).fill()));
            } else {
                StateLook look = StateLook.of(part.state().kind());
                pen.setFill(
                        look.hatch().paint(palette.hatchGround(look), palette.hatchStroke(look)));
            }
            pen.fillRect(x, 0, next - x, height);
            x = next;
        }
    }
}
