package dev.lanescope.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineJoin;

/// A [Glyph] on the screen: a square of fixed side whose layout does not change with its shape, so
/// that names behind different glyphs stand in one column.
public final class GlyphMark extends Region {

    /// How thick the line of a hollow glyph is, in pixels at any size.
    private static final double LINE = 1.8;

    private final double size;

    GlyphMark(SVGPath shape, double size, String cssColour, boolean hollow) {
        this.size = size;
        double scale = size / Glyph.BOX;
        shape.setScaleX(scale);
        shape.setScaleY(scale);
        shape.setStrokeWidth(hollow ? LINE / scale : 0);
        shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        shape.setStyle(
                hollow
                        ? "-fx-fill: transparent; -fx-stroke: " + cssColour + ";"
                        : "-fx-fill: " + cssColour + "; -fx-stroke: transparent;");
        shape.setManaged(false);
        // Scaling turns about the middle of the shape's bounds, so the middle is what is placed.
        shape.setTranslateX(size / 2 - Glyph.BOX / 2);
        shape.setTranslateY(size / 2 - Glyph.BOX / 2);
        getChildren().setAll(shape);
        getStyleClass().setAll("glyph");
        setMinSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }

    @Override
    protected double computePrefWidth(double height) {
        return size;
    }

    @Override
    protected double computePrefHeight(double width) {
        return size;
    }
}
