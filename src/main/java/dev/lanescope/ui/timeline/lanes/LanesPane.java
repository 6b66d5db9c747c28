package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.chart.Hit;
import dev.lanescope.chart.HitTest;
import dev.lanescope.chart.LaneLayout;
import dev.lanescope.chart.Picture;
import dev.lanescope.chart.Rows;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.PixelPane;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.frame.CursorLine;
import dev.lanescope.ui.timeline.frame.CursorTime;
import dev.lanescope.ui.timeline.frame.Frame;
import dev.lanescope.ui.timeline.frame.HoverCard;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The lanes: a picture of pixels for the spans, a canvas above it for words, axis, selection and
/// cursor, and a scroll bar when there are more lanes than room.
public final class LanesPane extends Region {

    private static final double BAR = 12;
    private static final int HIGHEST = 112;

    private final Frame frame;
    private final PixelPane spans = new PixelPane(this::paintSpans);
    private final Canvas overlay = new Canvas();
    private final Canvas column = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final Button live = new Button("Back to live");
    private final LanesInk ink;
    private final MatchInk matches;
    private final LanesHead menu;
    private final Label nothing = new Label();
    private final Region ring = new Region();

    public LanesPane(Frame frame) {
        this.frame = frame;
        var heads = new HeadsInk(frame);
        this.ink = new LanesInk(frame, heads);
        this.matches = new MatchInk(frame);
        this.menu = new LanesHead(frame.model());
        setId("lanes");
        setFocusTraversable(true);
        new LanesSpeech(this, frame.model());
        ring.getStyleClass().add("focus-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.visibleProperty().bind(focusVisibleProperty());
        overlay.setMouseTransparent(true);
        column.setMouseTransparent(true);
        column.setWidth(Frame.HEAD);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(38);
        bar.setAccessibleText("Scroll the lanes");
        bar.valueProperty().subscribe(_ -> frame.changed());
        var card = new HoverCard(frame);
        widthProperty().subscribe(_ -> card.hide()); // it would lie over what has come beside it
        frame.model().windowProperty().subscribe(_ -> card.hide());
        nothing.setId("no-lanes");
        nothing.getStyleClass().add("text-muted");
        live.setId("back-to-live");
        live.getStyleClass().addAll("accent", "small");
        live.setFocusTraversable(false);
        live.setOnAction(_ -> backToLive());
        var cursor = new CursorLine(frame, this, LanesInk.AXIS);
        var moment = new CursorTime(frame, this);
        getChildren()
                .addAll(
                        spans,
                        column,
                        overlay,
                        cursor,
                        moment,
                        bar,
                        menu,
                        nothing,
                        card.node(),
                        live,
                        ring);
        setMinHeight(LanesInk.AXIS + 38);
        frame.model().arrangement().rowsProperty().subscribe(_ -> requestLayout());
        var away =
                frame.model()
                        .followingProperty()
                        .not()
                        .or(frame.model().pausedProperty())
                        .and(Bindings.createBooleanBinding(this::isLive, shown()));
        live.visibleProperty().bind(away);
        frame.addPicture(this::repaint);
        frame.addInk(() -> ink.paint(overlay, column, getHeight(), frame.trace(), view()));
        frame.model().selectionProperty().subscribe(this::bringLaneIntoSight);
        new LaneHeads(this, frame.model(), heads, card).install();
        new LanesMouse(this, frame.model(), card).install();
    }

    /// For ten lanes, or as many as there are; how many of them are shown does not make the lanes
    /// lower, for the charts below would jump whenever somebody filters.
    @Override
    protected double computePrefHeight(double width) {
        Rows rows = frame.rows();
        LaneLayout layout = LaneLayout.full(rows, depth());
        int usual = layout.laneHeight();
        int content = Math.max(rows.lanes() * usual, layout.contentHeight());
        return LanesInk.AXIS + Math.max(usual, Math.min(content, 10 * usual));
    }

    @Override
    protected double computeMaxHeight(double width) {
        return LanesInk.AXIS + (double) HIGHEST * Math.max(1, frame.rows().lanes());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        spans.resizeRelocate(
                Frame.HEAD,
                LanesInk.AXIS,
                Math.max(1, width - Frame.HEAD),
                Math.max(1, height - LanesInk.AXIS));
        overlay.setWidth(width);
        column.setHeight(height);
        menu.resizeRelocate(0, 0, Frame.HEAD - 1, LanesInk.AXIS - 1);
        nothing.resizeRelocate(
                Frame.HEAD + 16, LanesInk.AXIS + 12, Math.max(1, width - Frame.HEAD - 32), 20);
        bar.resizeRelocate(width - BAR, LanesInk.AXIS, BAR, Math.max(1, height - LanesInk.AXIS));
        ring.resizeRelocate(0, 0, width, height);
        live.autosize();
        live.relocate(width - BAR - live.getWidth() - 8, LanesInk.AXIS + 8);
        frame.changed();
    }

    private ReadOnlyObjectProperty<Optional<Snapshot>> shown() {
        return frame.model().shownProperty();
    }

    private boolean isLive() {
        return frame.trace().filter(trace -> !trace.finished()).isPresent();
    }

    private void backToLive() {
        frame.model().pausedProperty().set(false);
        frame.model().showAll();
    }

    private void repaint() {
        nothing.setVisible(frame.trace().isPresent() && frame.rows().count() == 0);
        nothing.setText(whyNothing());
        fitBar();
        spans.repaint();
    }

    private String whyNothing() {
        String filter = frame.model().arrangement().wantedProperty().get().filter();
        String lanes = Amounts.count(frame.rows().lanes(), "lane");
        return filter.isBlank()
                ? "All " + lanes + " are hidden."
                : "None of " + lanes + " has \u201c" + filter.strip() + "\u201d in its name.";
    }

    private void fitBar() {
        int height = (int) spans.getHeight();
        LaneLayout layout = layout(frame.rows(), height);
        int most = layout.mostScroll(Math.max(1, height));
        bar.setVisible(most > 0);
        bar.setMax(most);
        bar.setVisibleAmount(most * (double) height / Math.max(1, layout.contentHeight()));
        if (bar.getValue() > most) {
            bar.setValue(most);
        }
    }

    private void paintSpans(int[] pixels, int width, int height) {
        Optional<Snapshot> trace = frame.trace();
        Optional<Viewport> view = view();
        if (trace.isPresent() && view.isPresent()) {
            var picture = new Picture(pixels, width, height, width);
            frame.raster(trace.get()).paint(trace.get(), view.get(), picture);
            frame.jvm().veil(picture);
            matches.paint(view.get(), picture);
        } else {
            Arrays.fill(pixels, frame.palette().ground().inset());
        }
    }

    /// Lanes as high as there is room for, but not higher than is good for them.
    private LaneLayout layout(Rows rows, int height) {
        LaneLayout usual = LaneLayout.full(rows, depth());
        int headings = (int) rows.groups().stream().filter(group -> !group.isCollapsed()).count();
        int lanes = Math.max(1, rows.count() - headings);
        int room = height - headings * usual.headingHeight();
        return usual.stretched(Math.clamp(room / lanes, usual.laneHeight(), HIGHEST));
    }

    private int depth() {
        return frame.trace().map(trace -> trace.nesting().depth()).orElse(0);
    }

    /// What of the lanes can be seen; empty before there is a trace and room.
    Optional<Viewport> view() {
        int width = (int) Math.ceil(spans.getWidth());
        int height = (int) Math.ceil(spans.getHeight());
        if (width < 1 || height < 1) {
            return Optional.empty();
        }
        return frame.trace()
                .map(_ ->
                        new Viewport(
                                frame.model().windowProperty().get(),
                                layout(frame.rows(), height),
                                width,
                                height,
                                (int) bar.getValue()));
    }

    /// What can be seen now, to be kept as a picture.
    public Optional<VisibleRange> visibleRange() {
        Optional<Snapshot> trace = frame.trace().filter(shown -> shown.endNanos() > 0);
        return trace.flatMap(shown -> view().map(view -> new VisibleRange(frame, shown, view)));
    }

    /// What lies at a place of this pane.
    Optional<Hit> hit(double x, double y) {
        return view().flatMap(view ->
                frame.trace()
                        .flatMap(trace ->
                                HitTest.at(trace, view, x - Frame.HEAD, y - LanesInk.AXIS)));
    }

    /// The lane at a height of this pane, if there is one.
    Optional<LaneView> laneAt(double y) {
        List<LaneView> lanes = frame.trace().map(Snapshot::lanes).orElse(List.of());
        return view().map(view -> view.laneAt(y - LanesInk.AXIS))
                .filter(lane -> lane >= 0 && lane < lanes.size())
                .map(lanes::get);
    }

    /// The numbers of the lanes from one height to another, in either order.
    List<Integer> lanesBetween(double one, double other) {
        return view().map(view -> view.lanesBetween(one - LanesInk.AXIS, other - LanesInk.AXIS))
                .orElse(List.of());
    }

    void scrollBy(double pixels) {
        bar.setValue(Math.clamp(bar.getValue() + pixels, 0, bar.getMax()));
    }

    private void bringLaneIntoSight(Optional<Chosen> chosen) {
        chosen.flatMap(span -> view().map(view -> (double) view.scrollTo(span.lane())))
                .ifPresent(bar::setValue);
    }
}
