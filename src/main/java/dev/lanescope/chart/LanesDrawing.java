package dev.lanescope.chart;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.chart.Sheet.Align;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The visible part of the lanes as a picture that can stand by itself: a title, the time axis, the
/// lanes with their names, and a legend with each state's share of the visible time.
///
/// It is drawn in whole shapes. Where a pixel covers many spans it shows the share of each state,
/// as [LaneRaster] does, so the number of shapes depends on the size of the picture and not on the
/// number of spans.
public final class LanesDrawing {

    /// The colours that are not data, and the colour of words on a state.
    ///
    /// @param ground of the whole picture
    /// @param line hairlines
    /// @param words names and titles
    /// @param muted numbers and marks
    /// @param onState ink on a state's own colour
    public record Ink(int ground, int line, int words, int muted, IntUnaryOperator onState) {}

    private static final int TITLE = 30;
    private static final int AXIS = 24;
    private static final int LEGEND_ROW = 20;
    private static final int EDGE = 12;
    private static final double TICK_GAP = 80;
    private static final double SMALL = 10;
    private static final double BODY = 12;
    private static final double SWATCH = 10;

    private final Snapshot trace;
    private final Viewport view;
    private final int head;
    private final LanePaint paint;
    private final Ink ink;
    private final LaneTime time;
    private final List<Integer> states;

    /// Above this nothing of the row that is being drawn may show: the fixed rows stand there.
    private double edge;

    /// @param view what of the lanes is seen
    /// @param head how much room names of lanes get, left of the view
    public LanesDrawing(Snapshot trace, Viewport view, int head, LanePaint paint, Ink ink) {
        this.trace = trace;
        this.view = view;
        this.head = head;
        this.paint = paint;
        this.ink = ink;
        this.time = LaneTime.of(trace, from(), to());
        this.states =
                IntStream.range(0, trace.info().states().size())
                        .filter(state -> time.nanos(state) > 0)
                        .boxed()
                        .sorted(Comparator.comparing(state -> trace.state(state).kind()))
                        .toList();
    }

    private long from() {
        return Math.max(0, (long) Math.floor(view.window().startNanos()));
    }

    private long to() {
        return Math.min(trace.endNanos(), (long) Math.ceil(view.window().endNanos()));
    }

    public int width() {
        return head + view.width() + EDGE;
    }

    /// Depends on how many rows the legend takes.
    public int height(Sheet measure) {
        return (int) (legendTop() + LEGEND_ROW * (1 + legend(measure).getLast().row()) + EDGE / 2);
    }

    private double lanesTop() {
        return TITLE + AXIS;
    }

    private int lanesHeight() {
        int lowest = view.layout().contentHeight() - view.scroll();
        return Math.min(view.height(), lowest);
    }

    private double legendTop() {
        return lanesTop() + lanesHeight() + EDGE;
    }

    /// In a few words what the picture shows.
    public String title() {
        return who() + when();
    }

    /// The same with a name that leaves room for the time.
    private String titleFor(Sheet sheet) {
        double room = width() - 2.0 * EDGE - sheet.widthOf(when(), BODY);
        return new LaneLabels(words -> sheet.widthOf(words, BODY)).fit(who(), room).orElse("")
                + when();
    }

    private String who() {
        RunInfo info = trace.info();
        return info.content() + ", " + info.modelTitle();
    }

    private String when() {
        return ", "
                + Amounts.count(trace.info().workers(), "worker")
                + ": "
                + Durations.text(from())
                + " to "
                + Durations.text(to())
                + " of "
                + Durations.text(trace.endNanos());
    }

    public void draw(Sheet sheet) {
        sheet.fill(new Box(0, 0, width(), height(sheet)), ink.ground());
        sheet.text(titleFor(sheet), EDGE, TITLE - 11, BODY, Align.LEFT, ink.words());
        sheet.fill(new Box(head, lanesTop(), view.width(), lanesHeight()), paint.ground());
        drawAxis(sheet);
        var columns = new LaneColumns(trace.info().states().size());
        view.rowsInSight().forEach(row -> drawRow(sheet, row, columns));
        drawWords(sheet);
        drawLegend(sheet);
    }

    /// Draws it with something on the lanes, one after the other.
    public void draw(InkSheet sheet, List<OnLanes> upon) {
        draw(sheet);
        var lanes = new Box(head, lanesTop(), view.width(), lanesHeight());
        upon.forEach(it -> it.draw(sheet, trace, view, lanes));
    }

    private void drawRow(Sheet sheet, int row, LaneColumns columns) {
        edge = lanesTop() + (row < view.fixedRows() ? 0 : view.fixedHeight());
        Optional<LaneGroup> group = view.rows().heading(row);
        double top = lanesTop() + view.rowY(row);
        if (group.isPresent()) {
            double busy = group.get().lanes().mapToDouble(time::busyShare).average().orElse(0);
            drawHead(sheet, group.get().name(), busy, top);
            if (group.get().isCollapsed()) {
                drawGroup(sheet, group.get(), top);
            }
        } else if (view.rows().lane(row) < trace.lanes().size()) {
            LaneView lane = trace.lanes().get(view.rows().lane(row));
            columns.compute(lane, view.window(), view.width());
            drawHead(sheet, name(lane), time.busyShare(lane.number()), top);
            drawBands(sheet, columns, top + view.layout().bandOffset());
            for (int depth = 1; depth <= view.layout().nestedRows(); depth++) {
                drawNested(sheet, lane, depth, top);
            }
            drawSpans(sheet, columns, lane, top + view.layout().spanOffset());
        }
    }

    /// What a lane is called; below the heading of its group without the group's name.
    private String name(LaneView lane) {
        String title = LaneTitle.of(trace.info(), lane);
        return view.rows()
                .groupOf(lane.number())
                .map(group -> LaneTitle.within(title, group.name()))
                .orElse(title);
    }

    /// The shares of the states on all lanes of a collapsed group, from where page bands begin to
    /// where spans end.
    private void drawGroup(Sheet sheet, LaneGroup group, double rowTop) {
        var sums = new StateColumns(trace.info().states().size());
        sums.compute(trace, group.lanes(), view.window(), view.width());
        LaneLayout layout = view.layout();
        double height = layout.spanOffset() + layout.spanHeight() - layout.bandOffset();
        var boxes = boxesByState();
        for (int x = 0; x < view.width(); x++) {
            int column = x;
            if (sums.total(x) > 0) {
                stack(
                        state -> (double) sums.nanos(column, state) / sums.total(column),
                        x,
                        rowTop + layout.bandOffset(),
                        height,
                        boxes);
            }
        }
        fill(sheet, boxes);
    }

    private List<List<Box>> boxesByState() {
        var boxes = new ArrayList<List<Box>>();
        trace.info().states().forEach(_ -> boxes.add(new ArrayList<>()));
        return boxes;
    }

    private static void fill(Sheet sheet, List<List<Box>> boxes) {
        for (int state = 0; state < boxes.size(); state++) {
            sheet.fillState(
                    boxes.get(state).stream().filter(box -> box.height() > 0).toList(), state);
        }
    }

    private void drawAxis(Sheet sheet) {
        TimeAxis axis =
                TimeAxis.of(
                        view.window(),
                        view.width(),
                        label -> sheet.widthOf(label, SMALL),
                        TICK_GAP);
        double bottom = lanesTop();
        for (TimeAxis.Tick tick : axis.ticks()) {
            double x = head + Math.round(tick.x()) + 0.5;
            sheet.line(x, bottom - (tick.isMajor() ? 6 : 3), x, bottom - 1, ink.muted());
            if (tick.isMajor()) {
                double half = sheet.widthOf(tick.label(), SMALL) / 2;
                double middle = Math.clamp(x, head + half, head + view.width() - half);
                sheet.text(tick.label(), middle, bottom - 9, SMALL, Align.MIDDLE, ink.muted());
            }
        }
    }

    private void drawHead(Sheet sheet, String name, double busyShare, double top) {
        double line = Math.max(top, edge) + 16;
        if (line > lanesTop() + lanesHeight()) {
            return;
        }
        String busy = Math.round(busyShare * 100) + "%";
        double room = head - EDGE - 10 - sheet.widthOf(busy, SMALL) - 6;
        String fitting = LaneTitle.fit(name, room, words -> sheet.widthOf(words, BODY));
        sheet.text(fitting, EDGE, line, BODY, Align.LEFT, ink.words());
        sheet.text(busy, head - 10.0, line, SMALL, Align.RIGHT, ink.muted());
    }

    /// The part of a box that lies on the lanes' ground.
    private Box clipped(double x, double y, double toX, double height) {
        double left = Math.max(head, x);
        double right = Math.min(head + (double) view.width(), toX);
        double top = Math.max(edge, y);
        double bottom = Math.min(lanesTop() + lanesHeight(), y + height);
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private void drawBands(Sheet sheet, LaneColumns columns, double top) {
        int height = view.layout().bandHeight();
        for (int x = 0; height > 0 && x < columns.columns(); x++) {
            int item = columns.item(x);
            int first = x;
            while (item >= 0 && x + 1 < columns.columns() && columns.item(x + 1) == item) {
                x++;
            }
            double share = item >= 0 ? 1 : shareOfItems(columns, x);
            if (share > 0) {
                boolean wide = x + 1 - first >= LaneRaster.WIDE;
                double left = head + first + (wide ? 1 : 0);
                double filled = share * height;
                Box box = clipped(left, top + height - filled, head + x + 1.0, filled);
                int colour = (item & 1) == 0 ? paint.band() : paint.bandAlternate();
                sheet.fill(box, item >= 0 ? colour : paint.band());
            }
        }
    }

    private void drawNested(Sheet sheet, LaneView lane, int depth, double rowTop) {
        double height = LaneLayout.NESTED_ROW - 1.0;
        double bottom = rowTop + view.layout().nestedOffset(depth) + height;
        NestedRow.walk(
                trace.nesting(),
                lane.number(),
                depth,
                view.window(),
                view.width(),
                (fromX, toX, share, item) -> {
                    boolean wide = toX - fromX >= LaneRaster.WIDE;
                    double left = head + fromX + (wide ? 1 : 0);
                    double filled = share * height;
                    Box box = clipped(left, bottom - filled, head + (double) toX, filled);
                    sheet.fill(box, (item & 1) == 0 ? paint.band() : paint.bandAlternate());
                });
    }

    private static double shareOfItems(LaneColumns columns, int column) {
        long nanos = columns.columnNanos(column);
        return nanos == 0 ? 0 : (double) columns.itemNanos(column) / nanos;
    }

    private void drawSpans(Sheet sheet, LaneColumns columns, LaneView lane, double top) {
        var boxes = boxesByState();
        int height = view.layout().spanHeight();
        int x = 0;
        while (x < columns.columns()) {
            int span = columns.span(x);
            if (span >= 0) {
                Box box = box(lane, span, top, height);
                boxes.get(lane.state(span)).add(box);
                while (x < columns.columns() && columns.span(x) == span) {
                    x++;
                }
            } else {
                if (span == LaneColumns.MIXED) {
                    int column = x;
                    stack(
                            state ->
                                    (double) columns.nanos(column, state)
                                            / columns.columnNanos(column),
                            x,
                            top,
                            height,
                            boxes);
                }
                x++;
            }
        }
        fill(sheet, boxes);
    }

    /// A span, without the columns at its ends that it shares with others.
    private Box box(LaneView lane, int span, double top, int height) {
        double left = head + Math.ceil(view.xOf(lane.startNanos(span)));
        double right = head + Math.floor(view.xOf(lane.endNanos(span)));
        double gap = right - left >= LaneRaster.WIDE ? 0.5 : 0;
        return clipped(left + gap, top, Math.max(right - gap, left + 1), height);
    }

    private void stack(
            IntToDoubleFunction shareOf, int x, double top, double height, List<List<Box>> boxes) {
        double bottom = top + height;
        for (int state : states) {
            double high = shareOf.applyAsDouble(state) * height;
            if (high > 0) {
                boxes.get(state).add(clipped(head + x, bottom - high, head + x + 1.0, high));
                bottom -= high;
            }
        }
    }

    private void drawWords(Sheet sheet) {
        var labels = new LaneLabels(words -> sheet.widthOf(words, SMALL));
        for (LaneLabel label : labels.place(trace, view)) {
            double middle = lanesTop() + label.y() + label.height() / 2;
            double top = lanesTop() + (view.isFixed(label.lane()) ? 0 : view.fixedHeight());
            boolean inSight = middle - 6 >= top && middle + 6 <= lanesTop() + lanesHeight();
            if (inSight) {
                int colour =
                        label.isOnBand() ? ink.muted() : ink.onState().applyAsInt(label.state());
                sheet.text(label.text(), head + label.x(), middle + 3.5, SMALL, Align.LEFT, colour);
            }
        }
    }

    /// One state in the legend.
    private record Entry(int state, String words, double x, int row) {}

    private List<Entry> legend(Sheet sheet) {
        var entries = new ArrayList<Entry>();
        double x = EDGE;
        int row = 0;
        for (int code : states) {
            State state = trace.state(code);
            String words = state.name() + " " + Amounts.percent(time.share(code));
            double wide = SWATCH + 5 + sheet.widthOf(words, BODY) + 16;
            if (x + wide > width() && x > EDGE) {
                x = EDGE;
                row++;
            }
            entries.add(new Entry(code, words, x, row));
            x += wide;
        }
        return entries.isEmpty() ? List.of(new Entry(0, "", EDGE, 0)) : entries;
    }

    private void drawLegend(Sheet sheet) {
        for (Entry entry : legend(sheet)) {
            double top = legendTop() + entry.row() * (double) LEGEND_ROW;
            if (!entry.words().isEmpty()) {
                sheet.fillState(
                        List.of(new Box(entry.x(), top + 2, SWATCH, SWATCH)), entry.state());
                double words = entry.x() + SWATCH + 5;
                sheet.text(entry.words(), words, top + 11, BODY, Align.LEFT, ink.words());
            }
        }
    }
}
