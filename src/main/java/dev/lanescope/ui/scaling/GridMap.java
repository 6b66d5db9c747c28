package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The heat map of a grid: the faster a cell, the fuller its colour. The best cell is framed and
/// says so; of others it says how much longer they took, and if that is not shown to be more than
/// chance. A cell that nobody measured is empty.
final class GridMap extends Region {

    private static final double LEFT = 64;
    private static final double TOP = 12;
    private static final double BOTTOM = 40;
    private static final double RIGHT = 14;
    private static final double GAP = 3;
    private static final double MOST_WIDE = 190;
    private static final double PALE = 0.10;
    private static final double FULL = 0.92;
    private static final double TWO_LINES = 46;

    private final GridModel model;
    private final Appearance appearance;
    private final Canvas canvas = new Canvas();

    GridMap(GridModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        setId("grid-map");
        getStyleClass().add("plot");
        setMinHeight(130);
        setAccessibleText("Median times as a heat map; the table below says the same");
        getChildren().add(canvas);
        setOnMouseMoved(event -> model.point(cellAt(event.getX(), event.getY())));
        setOnMouseExited(_ -> model.point(Optional.empty()));
        model.gridProperty().subscribe(_ -> paint());
        model.pointedProperty().subscribe(_ -> paint());
        appearance.themeProperty().subscribe(_ -> paint());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    /// Where cells lie.
    private record Frame(double width, double height) {
        double x(int column) {
            return LEFT + column * width;
        }

        double y(int row) {
            return TOP + row * height;
        }
    }

    private Frame frame(Grid grid) {
        return new Frame(
                Math.min(MOST_WIDE, (getWidth() - LEFT - RIGHT) / grid.threads().size()),
                (getHeight() - TOP - BOTTOM) / grid.groups().size());
    }

    private Optional<Grid.Cell> cellAt(double x, double y) {
        if (model.gridProperty().get().isEmpty()) {
            return Optional.empty();
        }
        Grid grid = model.gridProperty().get().get();
        Frame frame = frame(grid);
        int column = (int) Math.floor((x - LEFT) / frame.width());
        int row = (int) Math.floor((y - TOP) / frame.height());
        return column >= 0
                        && column < grid.threads().size()
                        && row >= 0
                        && row < grid.groups().size()
                ? grid.cell(grid.groups().get(row), grid.threads().get(column))
                : Optional.empty();
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (model.gridProperty().get().isEmpty() || getHeight() <= TOP + BOTTOM) {
            return;
        }
        Grid grid = model.gridProperty().get().get();
        Frame frame = frame(grid);
        paintAxes(pen, grid, frame);
        List<Integer> groups = grid.groups();
        List<Integer> threads = grid.threads();
        for (int row = 0; row < groups.size(); row++) {
            for (int column = 0; column < threads.size(); column++) {
                paintCell(
                        pen,
                        grid,
                        grid.cell(groups.get(row), threads.get(column)),
                        frame.x(column) + GAP / 2,
                        frame.y(row) + GAP / 2,
                        frame.width() - GAP,
                        frame.height() - GAP);
            }
        }
    }

    private void paintAxes(GraphicsContext pen, Grid grid, Frame frame) {
        Palette.Ground ground = appearance.palette().ground();
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(Argb.fx(ground.muted()));
        pen.setFont(TextRole.NUM_SMALL.font());
        pen.setTextAlign(TextAlignment.RIGHT);
        for (int row = 0; row < grid.groups().size(); row++) {
            pen.fillText(
                    String.valueOf(grid.groups().get(row)),
                    LEFT - 8,
                    frame.y(row) + frame.height() / 2);
        }
        pen.setTextAlign(TextAlignment.CENTER);
        double under = TOP + frame.height() * grid.groups().size() + 11;
        for (int column = 0; column < grid.threads().size(); column++) {
            pen.fillText(
                    String.valueOf(grid.threads().get(column)),
                    frame.x(column) + frame.width() / 2,
                    under);
        }
        pen.setFont(TextRole.AXIS.font());
        pen.fillText(
                "threads in each", LEFT + frame.width() * grid.threads().size() / 2, under + 16);
        pen.save();
        pen.translate(16, TOP + frame.height() * grid.groups().size() / 2);
        pen.rotate(-90);
        pen.fillText(grid.groupWord(), 0, 0);
        pen.restore();
    }

    private void paintCell(
            GraphicsContext pen,
            Grid grid,
            Optional<Grid.Cell> measured,
            double x,
            double y,
            double width,
            double height) {
        Palette.Ground ground = appearance.palette().ground();
        if (measured.isEmpty()) {
            pen.setStroke(Argb.fx(ground.line2()));
            pen.setLineWidth(1);
            pen.strokeRect(Math.rint(x) + 0.5, Math.rint(y) + 0.5, width - 1, height - 1);
            return;
        }
        Grid.Cell cell = measured.get();
        double speed = grid.speed(cell).orElse(1);
        int fill =
                Argb.over(
                        Argb.withAlpha(ground.accentEmphasis(), PALE + (FULL - PALE) * speed),
                        ground.inset());
        pen.setFill(Argb.fx(fill));
        pen.fillRect(x, y, width, height);
        boolean pointed = model.pointedProperty().get().filter(cell::equals).isPresent();
        if (cell.isBest() || pointed) {
            pen.setStroke(Argb.fx(ground.hl()));
            pen.setLineWidth(cell.isBest() ? 2.5 : 1.5);
            pen.strokeRect(x + 1.5, y + 1.5, width - 3, height - 3);
        }
        int ink = appearance.palette().inkOn(fill);
        pen.setFill(Argb.fx(ink));
        pen.setFont(TextRole.NUM_STRONG.font());
        boolean two = height >= TWO_LINES;
        double middle = y + height / 2;
        pen.fillText(time(cell), x + width / 2, two ? middle - 8 : middle, width - 8);
        if (two) {
            pen.setFont(TextRole.AXIS.font());
            pen.fillText(words(grid, cell), x + width / 2, middle + 9, width - 8);
        }
    }

    private static String time(Grid.Cell cell) {
        return Durations.text(Math.round(cell.medianNanos()), 3);
    }

    private static String words(Grid grid, Grid.Cell cell) {
        String over = String.format(Locale.ROOT, "+%.0f %%", (cell.over().value() - 1) * 100);
        return switch (grid.rank(cell)) {
            case BEST -> "best";
            case AS_GOOD -> over + ", not shown";
            case SLOWER -> over;
            case UNKNOWN -> over + ", too few runs";
        };
    }
}
