package dev.lanescope.ui.kit;

import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The app's mark: a lens ring over three lanes in the colours of read, parse and template, and one
/// cursor line. The same drawing as `assets/logo.svg`, without its tile and in the theme's colours.
public final class Logo extends Region {

    /// The side of the square that the mark is drawn in.
    private static final double BOX = 32;

    private static final int[] ICON_SIZES = {16, 32, 48, 64, 128, 256, 512};

    private final double size;

    public Logo(double size) {
        this.size = size;
        Group lanes =
                new Group(
                        lane(2, 7.5, 12, "read", 1),
                        lane(15.4, 7.5, 5, "read", 0.55),
                        lane(7, 13.7, 14, "parse", 1),
                        lane(22.4, 13.7, 9, "parse", 0.55),
                        lane(4, 19.9, 6, "template", 0.55),
                        lane(11.4, 19.9, 13, "template", 1));
        lanes.setClip(new Circle(16, 16, 11.6));
        Circle ring = new Circle(16, 16, 13.2);
        ring.setStrokeWidth(2.4);
        ring.setStyle("-fx-fill: transparent; -fx-stroke: -ls-accent;");
        Line cursor = new Line(19.4, 5.2, 19.4, 26.8);
        cursor.setStrokeWidth(1.5);
        cursor.setStyle("-fx-stroke: -ls-hl;");
        Group mark = new Group(lanes, ring, cursor);
        mark.setManaged(false);
        mark.getTransforms().add(new Scale(size / BOX, size / BOX));
        getChildren().setAll(mark);
        getStyleClass().setAll("logo");
        setMinSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }

    private static Shape lane(double x, double y, double width, String stage, double opacity) {
        Rectangle lane = new Rectangle(x, y, width, 4.6);
        lane.setArcWidth(2);
        lane.setArcHeight(2);
        lane.setOpacity(opacity);
        lane.setStyle("-fx-fill: -ls-stage-" + stage + ";");
        return lane;
    }

    @Override
    protected double computePrefWidth(double height) {
        return size;
    }

    @Override
    protected double computePrefHeight(double width) {
        return size;
    }

    /// The icons of the window in all sizes a desktop asks for, drawn from `assets/logo.svg`.
    public static List<Image> icons() {
        return Arrays.stream(ICON_SIZES).mapToObj(Logo::icon).toList();
    }

    private static Image icon(int size) {
        String name = "icon-" + size + ".png";
        InputStream stream = Logo.class.getResourceAsStream(name);
        return new Image(Objects.requireNonNull(stream, name));
    }
}
