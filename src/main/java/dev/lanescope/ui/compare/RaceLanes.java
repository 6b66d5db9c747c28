package dev.lanescope.ui.compare;

import dev.lanescope.chart.Hit;
import dev.lanescope.chart.RunBlocks;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Repainter;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import java.util.List;
import java.util.Optional;

/// The lanes of all runs under each other on one clock. Pictures of pixels for the spans, canvases
/// around them for words, one above them while something is chosen, small nodes for what follows
/// the cursor: moving the pointer paints no picture.
final class RaceLanes extends Region {

    /// Width of the column left of the time axis.
    static final int HEAD = 132;

    /// Height of the time axis.
    static final int AXIS = 24;

    /// What the figures beside the lanes need.
    private static final int FIGURES = 58;

    private static final double BAR = 12;

    /// Narrower, words would not fit between the edges.
    private static final int LEAST_PLOT = 120;

    private final CompareModel model;
    private final Appearance appearance;
    private final Pane pictures = new Pane();
    private final Rectangle clip = new Rectangle();
    private final Canvas axis = new Canvas();
    private final Canvas column = new Canvas();
    private final Pane headings = new Pane();
    private final Rectangle headingsClip = new Rectangle();
    private final Canvas chosen = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final RaceInk ink;
    private final ChosenInk chosenInk;
    private boolean columnChanged;
    private final RaceCursor cursor;
    private final RaceHeads heads;
    private final RangeBand band;
    private final Repainter repainter = new Repainter(this::paintPictures, this::paintAround);
    private List<RunPicture> runs = List.of();
    private RunBlocks blocks = new RunBlocks(List.of(), 1);
    private long finishedBefore = -1;

    RaceLanes(CompareModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        this.ink = new RaceInk(model, appearance);
        this.chosenInk = new ChosenInk(model, appearance);
        this.cursor = new RaceCursor(model);
        setId("race");
        setFocusTraversable(true);
        setAccessibleText(
                "Lanes of all runs on one clock; the table below says the same in figures");
        setMinHeight(AXIS + RunBlocks.HEADING + FIGURES);
        pictures.setClip(clip);
        headings.setClip(headingsClip);
        for (Node each : List.of(axis, column, headings, chosen)) {
            each.setMouseTransparent(true);
        }
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(40);
        bar.setAccessibleText("Scroll the runs");
        bar.valueProperty().subscribe(_ -> place());
        heads = new RaceHeads(model);
        band = new RangeBand(model.axis());
        getChildren().addAll(pictures, band, column, headings, chosen, axis, heads, cursor, bar);
        model.comparedProperty().subscribe(_ -> rebuild());
        appearance.themeProperty().subscribe(_ -> rebuild());
        model.axis().windowProperty().subscribe(_ -> repainter.changed());
        model.axis().alignedProperty().subscribe(_ -> repainter.changed());
        model.axis().rangeProperty().subscribe(_ -> band.place(this));
        model.figures().litProperty().subscribe(_ -> light());
        model.race().headProperty().subscribe(_ -> raced());
        model.pickedProperty().subscribe(_ -> repainter.inkChanged());
        model.marksProperty().subscribe(_ -> repainter.inkChanged());
        model.axis().cursorProperty().subscribe(_ -> placeCursor());
        new RaceMouse(this, model).install();
    }

    private void rebuild() {
        runs =
                model.comparedProperty().get().stream()
                        .flatMap(now -> now.entrants().stream())
                        .map(entrant -> new RunPicture(entrant, appearance.palette(), model.axis()))
                        .toList();
        pictures.getChildren().setAll(runs.stream().map(RunPicture::pane).toList());
        headings.getChildren().setAll(runs.stream().map(_ -> new Canvas()).toList());
        requestLayout();
        repainter.changed();
    }

    /// Enough for lanes of twelve pixels, if there are not too many.
    @Override
    protected double computePrefHeight(double width) {
        return AXIS
                + runs.stream()
                        .mapToInt(run ->
                                RunBlocks.HEADING
                                        + Math.clamp(
                                                run.entrant().trace().lanes().size() * 12L,
                                                FIGURES,
                                                FIGURES * 3))
                        .sum();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        blocks =
                RunBlocks.of(
                        runs.stream().map(run -> run.entrant().trace().lanes().size()).toList(),
                        FIGURES,
                        (int) Math.max(1, height - AXIS));
        double most = Math.max(0, blocks.height() - (height - AXIS));
        bar.setVisible(most > 0);
        bar.setMax(most);
        bar.setVisibleAmount(most * (height - AXIS) / Math.max(1, blocks.height()));
        bar.setValue(Math.clamp(bar.getValue(), 0, most));
        bar.resizeRelocate(getWidth() - BAR, AXIS, BAR, Math.max(1, height - AXIS));
        axis.setWidth(getWidth());
        axis.setHeight(AXIS);
        column.setWidth(HEAD);
        column.setHeight(height);
        chosen.setWidth(getWidth());
        chosen.setHeight(height);
        place();
    }

    private void place() {
        int width = plotWidth();
        pictures.resizeRelocate(HEAD, AXIS, width, Math.max(1, getHeight() - AXIS));
        clip.setWidth(width);
        clip.setHeight(Math.max(1, getHeight() - AXIS));
        headings.resizeRelocate(0, AXIS, getWidth(), Math.max(1, getHeight() - AXIS));
        headingsClip.setWidth(getWidth());
        headingsClip.setHeight(Math.max(1, getHeight() - AXIS));
        for (int run = 0; run < runs.size() && run < blocks.blocks().size(); run++) {
            RunBlocks.Block block = blocks.blocks().get(run);
            runs.get(run).setLaneHeight(block.laneHeight());
            runs.get(run)
                    .pane()
                    .resizeRelocate(0, block.lanesTop() - scroll(), width, block.lanesHeight());
            Canvas heading = heading(run);
            heading.setWidth(getWidth());
            heading.setHeight(RunBlocks.HEADING);
            heading.relocate(0, (double) block.top() - scroll());
        }
        columnChanged = true;
        repainter.changed();
    }

    private Canvas heading(int run) {
        return (Canvas) headings.getChildren().get(run);
    }

    private void paintPictures() {
        for (int run = 0; run < runs.size(); run++) {
            runs.get(run).setFinishes(ink.finishes(this, run));
            runs.get(run).pane().repaint();
        }
    }

    private void paintAround() {
        paintInk();
        placeCursor();
        heads.place(this);
        band.place(this);
    }

    private void paintInk() {
        boolean roomy = plotWidth() >= LEAST_PLOT;
        axis.setVisible(roomy);
        column.setVisible(roomy);
        headings.setVisible(roomy);
        chosen.setVisible(roomy && !chosenInk.isBare(this));
        if (!roomy) {
            columnChanged = true;
            return;
        }
        ink.paintAxis(axis, this);
        for (int run = 0; run < Math.min(runs.size(), blocks.blocks().size()); run++) {
            ink.paintHeading(heading(run), this, run);
        }
        if (columnChanged) {
            columnChanged = false;
            ink.paintColumn(column, this);
        }
        if (chosen.isVisible()) {
            chosenInk.paint(chosen, this);
        }
    }

    private void light() {
        var part = model.figures().litProperty().get();
        runs.forEach(run -> run.light(part));
        repainter.changed();
    }

    /// The head of the race has moved: pictures and words are painted only when another run has
    /// finished, or when the race begins or ends.
    private void raced() {
        var head = model.race().headProperty().get();
        long finished =
                head.isEmpty()
                        ? -1
                        : runs.stream()
                                .filter(run -> run.hasFinishedBy(head.getAsDouble()))
                                .count();
        if (finished != finishedBefore) {
            finishedBefore = finished;
            columnChanged = true;
            repainter.changed();
        }
        heads.place(this);
    }

    /// Whether the race has not come to the end of a run yet, so that nobody shall see it.
    boolean isAhead(RunPicture run) {
        var head = model.race().headProperty().get();
        return head.isPresent() && !run.hasFinishedBy(head.getAsDouble());
    }

    RangeBand band() {
        return band;
    }

    private void placeCursor() {
        cursor.place(this);
    }

    /// How often the spans were painted.
    int picturesPainted() {
        return repainter.picturesPainted();
    }

    /// The pictures, from top to bottom.
    List<RunPicture> runs() {
        return runs;
    }

    RunBlocks blocks() {
        return blocks;
    }

    /// How many pixels of the blocks are hidden above.
    int scroll() {
        return (int) bar.getValue();
    }

    /// Whether not all runs have room.
    boolean hasMoreBelow() {
        return bar.getMax() > 0;
    }

    void scrollBy(double pixels) {
        bar.setValue(Math.clamp(bar.getValue() + pixels, 0, bar.getMax()));
    }

    /// How wide the time axis is.
    int plotWidth() {
        return (int) Math.max(1, Math.floor(getWidth()) - HEAD);
    }

    /// Where a place of the axis lies on this pane.
    double xOfPlace(double place) {
        return HEAD + model.axis().windowProperty().get().xOf(place, plotWidth());
    }

    /// Where a moment of a run, counted from the top, lies on this pane.
    double xOf(int run, double nanos) {
        Entrant entrant = runs.get(run).entrant();
        return xOfPlace(model.axis().aligned().of(entrant.number()).placeOf(nanos));
    }

    /// Which place of the axis lies there on this pane.
    double placeAt(double x) {
        return model.axis().windowProperty().get().nanosAt(x - HEAD, plotWidth());
    }

    /// Where a block's top is on this pane.
    int topOf(RunBlocks.Block block) {
        return AXIS + block.top() - scroll();
    }

    /// The run at a height of this pane.
    Optional<RunPicture> runAt(double y) {
        int block = y < AXIS ? -1 : blocks.at(y - AXIS + scroll());
        return block < 0 || block >= runs.size() ? Optional.empty() : Optional.of(runs.get(block));
    }

    /// The span at a place of this pane.
    Optional<Picked> spanAt(double x, double y) {
        return runAt(y).flatMap(run ->
                run.hit(x - HEAD, y - AXIS - run.pane().getLayoutY())
                        .filter(Hit.OnSpan.class::isInstance)
                        .map(hit -> new Picked(run.entrant().number(), ((Hit.OnSpan) hit).span())));
    }
}
