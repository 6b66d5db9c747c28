package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.chart.LaneGroup;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.chart.RowMove;
import dev.lanescope.chart.Rows;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.LaneArrangement;
import dev.lanescope.ui.timeline.frame.Frame;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What stands left of the rows: names, busy shares, headings of groups; and where a row that is
/// being dragged would go.
final class HeadsInk {

    private static final int LEFT = 10;
    private static final int TEXT = 13;
    private static final int BAR = 24;
    private static final double RIGHT = 10;

    /// What the figure of a share takes.
    private static final int SHARE = 28;

    private final Frame frame;
    private final TextWidths widths = new TextWidths(TextRole.BODY.font());
    private final TextWidths strong = new TextWidths(TextRole.SMALL_STRONG.font());
    private final Map<LaneGroup, Double> groupShares = new HashMap<>();
    private @Nullable LaneTime sharesOf;
    private Optional<RowMove> dragged = Optional.empty();

    HeadsInk(Frame frame) {
        this.frame = frame;
        frame.model().arrangement().rowsProperty().subscribe(_ -> groupShares.clear());
    }

    /// Shows where a row would go, or no more.
    void drags(Optional<RowMove> move) {
        dragged = move;
        frame.inkChanged();
    }

    /// Whether it is shown where a row would go.
    boolean isDragging() {
        return dragged.isPresent();
    }

    void paint(GraphicsContext pen, Snapshot trace, Viewport view, double width) {
        int fixed = view.fixedHeight();
        clipped(
                pen,
                fixed,
                width,
                view.height() - fixed,
                () -> {
                    for (int row = view.firstRow(); row < view.endRow(); row++) {
                        paintRow(pen, trace, view, row, width);
                    }
                });
        clipped(
                pen,
                0,
                width,
                fixed,
                () -> {
                    for (int row = 0; row < view.fixedRows(); row++) {
                        paintRow(pen, trace, view, row, width);
                    }
                });
        if (fixed > 0) {
            pen.setFill(Argb.fx(frame.palette().ground().line2()));
            pen.fillRect(0, (double) LanesInk.AXIS + fixed - 1, width, 2);
        }
        dragged.ifPresent(move -> {
            pen.setFill(Argb.fx(frame.palette().ground().accent()));
            pen.fillRect(0, (double) LanesInk.AXIS + move.lineY() - 1, width, 3);
        });
    }

    private static void clipped(
            GraphicsContext pen, double y, double width, double height, Runnable painting) {
        pen.save();
        pen.beginPath();
        pen.rect(0, LanesInk.AXIS + y, width, height);
        pen.clip();
        painting.run();
        pen.restore();
    }

    private void paintRow(
            GraphicsContext pen, Snapshot trace, Viewport view, int row, double width) {
        double top = (double) LanesInk.AXIS + view.rowY(row);
        double height = view.layout().rowHeight(row);
        Optional<LaneGroup> group = view.rows().heading(row);
        if (group.isPresent()) {
            paintGroup(pen, group.get(), share(trace, group.get()), top, height, width);
        } else if (view.rows().lane(row) < trace.lanes().size()) {
            paintLane(pen, trace, view.rows(), row, top, height);
        }
        LanesInk.hairline(
                pen,
                frame.palette().ground(),
                0,
                top + height - 0.5,
                Frame.HEAD,
                top + height - 0.5);
    }

    private void paintLane(
            GraphicsContext pen, Snapshot trace, Rows rows, int row, double top, double height) {
        Palette.Ground ground = frame.palette().ground();
        int lane = rows.lane(row);
        boolean isDragged = dragged.filter(move -> move.row() == row).isPresent();
        int chosen = frame.model().selectionProperty().get().map(Chosen::lane).orElse(Rows.NONE);
        if (isDragged || lane == chosen) {
            pen.setFill(Argb.fx(ground.sel()));
            pen.fillRect(0, top, Frame.HEAD, height);
        }
        if (rows.isPinned(lane)) {
            pen.setFill(Argb.fx(ground.accent()));
            pen.fillRect(0, top, 3, height - 1);
        }
        double left = rows.groupOf(lane).isPresent() ? 2 * LEFT : LEFT;
        LaneArrangement lanes = frame.model().arrangement();
        double room = Frame.HEAD - left - RIGHT;
        boolean fits = widths.applyAsDouble(lanes.title(lane)) <= room - SHARE;
        String title = fits ? lanes.title(lane) : lanes.shortTitle(lane);
        boolean beside = widths.applyAsDouble(title) <= room - SHARE;
        LanesInk.text(pen, TextRole.BODY, ground.fg(), TextAlignment.LEFT);
        pen.fillText(LaneTitle.fit(title, room, widths), left, top + TEXT);
        paintShare(pen, frame.account(trace).busyShare(lane), left, top, BAR, beside);
    }

    /// @param beside whether the figure stands beside the name; otherwise it is beside the bar
    private void paintShare(
            GraphicsContext pen, double busy, double left, double top, double bar, boolean beside) {
        Palette.Ground ground = frame.palette().ground();
        LanesInk.text(pen, TextRole.NUM_SMALL, ground.muted(), TextAlignment.RIGHT);
        double line = beside ? top + TEXT : top + bar + 2;
        pen.fillText(Math.round(busy * 100) + "%", Frame.HEAD - RIGHT, line);
        double width = Frame.HEAD - RIGHT - left - (beside ? 0 : SHARE);
        pen.setFill(Argb.fx(ground.line2()));
        pen.fillRect(left, top + bar, width, 3);
        pen.setFill(Argb.fx(ground.muted()));
        pen.fillRect(left, top + bar, width * busy, 3);
    }

    /// An open group has one line that runs through to the right, a collapsed one the head of a
    /// lane.
    private void paintGroup(
            GraphicsContext pen,
            LaneGroup group,
            double busy,
            double top,
            double height,
            double width) {
        Palette.Ground ground = frame.palette().ground();
        String lanes = Amounts.count(group.size(), "lane");
        double middle = group.isCollapsed() ? top + TEXT : top + height / 2;
        if (!group.isCollapsed()) {
            pen.setFill(Argb.fx(ground.raise()));
            pen.fillRect(0, top, width, height - 1);
            LanesInk.text(pen, TextRole.NUM_SMALL, ground.muted(), TextAlignment.LEFT);
            String figures = lanes + "  " + Math.round(busy * 100) + "% busy";
            pen.fillText(figures, Frame.HEAD + 8.0, middle);
        } else {
            paintShare(pen, busy, LEFT, top, BAR - 3, true);
            LanesInk.text(pen, TextRole.AXIS, ground.muted(), TextAlignment.LEFT);
            pen.fillText(lanes, LEFT, top + BAR + 7);
        }
        paintChevron(pen, ground, group.isCollapsed(), LEFT + 3.0, middle);
        LanesInk.text(pen, TextRole.SMALL_STRONG, ground.fg(), TextAlignment.LEFT);
        double room = Frame.HEAD - LEFT - 12 - (group.isCollapsed() ? RIGHT + SHARE : 4);
        pen.fillText(LaneTitle.fit(group.name(), room, strong), LEFT + 12.0, middle);
    }

    private static void paintChevron(
            GraphicsContext pen, Palette.Ground ground, boolean collapsed, double x, double y) {
        pen.setStroke(Argb.fx(ground.muted()));
        pen.setLineWidth(1.5);
        if (collapsed) {
            pen.strokePolyline(
                    new double[] {x - 1, x + 2, x - 1}, new double[] {y - 3, y, y + 3}, 3);
        } else {
            pen.strokePolyline(
                    new double[] {x - 3, x, x + 3}, new double[] {y - 1, y + 2, y - 1}, 3);
        }
        pen.setLineWidth(1);
    }

    /// The mean over the group's lanes, added up once for each account.
    @SuppressWarnings("ReferenceEquality") // the very account
    private double share(Snapshot trace, LaneGroup group) {
        LaneTime time = frame.account(trace);
        if (time != sharesOf) {
            groupShares.clear();
            sharesOf = time;
        }
        return groupShares.computeIfAbsent(
                group,
                its ->
                        its.lanes()
                                .filter(lane -> lane < time.lanes())
                                .mapToDouble(time::busyShare)
                                .average()
                                .orElse(0));
    }
}
