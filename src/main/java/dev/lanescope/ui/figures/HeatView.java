package dev.lanescope.ui.figures;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.UtilisationMap;
import dev.lanescope.chart.LaneTitle;
import dev.lanescope.chart.TimeWindow;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.screen.TimelineScreen;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The heat map of utilisation: lanes by time, in the order of the timeline, the stronger the
/// colour the more of a cell was work. Of what is in view it stands on the axis of the lanes above;
/// of a selection it fills the width. A click zooms to the cell.
final class HeatView extends FigureView<HeatView.Result> {

    /// What was worked out in the background.
    record Result(Scope scope, UtilisationMap map) {}

    private static final int MOST_ROWS = 64;
    private static final int BUCKETS = 160;
    private static final double LEFT = TimelineScreen.HEAD;
    private static final double NAMED_ROW = 13;
    private static final double MOST_ROW = 48;

    /// What a row's name may take; its share stands beside it.
    private static final double NAME = 60;

    private final TextWidths names = new TextWidths(TextRole.AXIS.font());

    private int row;
    private int bucket;

    HeatView(TimelineModel timeline, Appearance appearance, Background background) {
        super(timeline, appearance, background, "heat map");
        setId("heat-map");
    }

    @Override
    Result workOut(Scope scope) {
        return new Result(
                scope,
                UtilisationMap.of(
                        scope.trace(), scope.stretch(), scope.order(), MOST_ROWS, BUCKETS));
    }

    @Override
    Scope scopeOf(Result result) {
        return result.scope();
    }

    @Override
    void paint(GraphicsContext pen, double width, double height, Result result) {
        UtilisationMap map = result.map();
        row = Math.clamp(row, 0, map.rows() - 1);
        bucket = Math.clamp(bucket, 0, map.buckets() - 1);
        double high = rowHeight(map, height);
        for (int y = 0; y < map.rows(); y++) {
            double top = Math.round(y * high);
            double bottom = Math.round((y + 1) * high);
            for (int x = 0; x < map.buckets(); x++) {
                double left = x(result, x, width);
                double right = x(result, x + 1, width);
                pen.setFill(Argb.fx(heat(map.share(y, x), palette())));
                pen.fillRect(left, top, right - left, bottom - top - (high > 6 ? 1 : 0));
            }
        }
        paintHead(pen, height, high, result);
        if (isFocused() || isPointed()) {
            double left = x(result, bucket, width);
            pen.setStroke(Argb.fx(palette().ground().hl()));
            pen.strokeRect(
                    left + 0.5,
                    row * high + 0.5,
                    Math.max(2, x(result, bucket + 1, width) - left - 1),
                    Math.max(2, high - 1));
        }
    }

    private static double rowHeight(UtilisationMap map, double height) {
        return Math.min(MOST_ROW, height / map.rows());
    }

    /// Where a bucket begins, on a whole pixel: cells leave no seams.
    private static double x(Result result, int bucket, double width) {
        double x =
                result.scope().axis().xOf((double) result.map().startNanos(bucket), width - LEFT);
        return LEFT + Math.round(x);
    }

    /// One hue from the ground to the accent: what is brighter on dark is darker on light, and more
    /// in both.
    static int heat(double share, Palette palette) {
        if (share <= 0) {
            return palette.ground().inset();
        }
        int hot = palette.ground().accent();
        return Argb.over(Argb.withAlpha(hot, 0.08 + 0.92 * share), palette.ground().inset());
    }

    private void paintHead(GraphicsContext pen, double height, double high, Result result) {
        Palette.Ground ground = palette().ground();
        pen.setFill(Argb.fx(ground.bg()));
        pen.fillRect(0, 0, LEFT, height);
        pen.setStroke(Argb.fx(ground.line()));
        pen.strokeLine(LEFT - 0.5, 0, LEFT - 0.5, height);
        pen.setTextBaseline(VPos.CENTER);
        int every = (int) Math.ceil(NAMED_ROW / high);
        for (int y = 0; y < result.map().rows(); y += every) {
            double middle = (y + Math.min(every, result.map().rows() - y) / 2.0) * high;
            if (high >= NAMED_ROW) {
                middle = (y + 0.5) * high;
            }
            pen.setTextAlign(TextAlignment.LEFT);
            pen.setFont(TextRole.AXIS.font());
            pen.setFill(Argb.fx(ground.fg()));
            pen.fillText(brief(lanes(result, y)), 10, middle);
            pen.setTextAlign(TextAlignment.RIGHT);
            pen.setFont(TextRole.NUM_SMALL.font());
            pen.setFill(Argb.fx(ground.muted()));
            pen.fillText(Math.round(100 * share(result.map(), y)) + "%", LEFT - 10, middle);
        }
    }

    /// As much as has room; a thread of another tool without its process, which is told on hover.
    private String brief(String lanes) {
        boolean fits = names.applyAsDouble(lanes) <= NAME;
        int slash = fits ? -1 : lanes.indexOf(LaneTitle.OF_PROCESS);
        String own = slash < 0 ? lanes : lanes.substring(slash + LaneTitle.OF_PROCESS.length());
        return LaneTitle.fit(own, NAME, names);
    }

    private static double share(UtilisationMap map, int row) {
        long work = 0;
        long due = 0;
        for (int bucket = 0; bucket < map.buckets(); bucket++) {
            work += map.workNanos(row, bucket);
            due += map.laneNanos(row, bucket);
        }
        return due == 0 ? 0 : (double) work / due;
    }

    /// E.g. `Worker 3`, or of a bundle `lanes 5–8`, or `4 lanes` if they are no neighbours.
    private static String lanes(Result result, int row) {
        Snapshot trace = result.scope().trace();
        List<Integer> lanes = result.map().lanes(row);
        if (lanes.isEmpty()) {
            return "no lane";
        }
        int first = lanes.getFirst();
        if (lanes.size() == 1) {
            return LaneTitle.of(trace.info(), trace.lanes().get(first));
        }
        boolean neighbours =
                IntStream.range(0, lanes.size()).allMatch(at -> lanes.get(at) == first + at);
        return neighbours
                ? "lanes %d–%d".formatted(first + 1, lanes.getLast() + 1)
                : lanes.size() + " lanes";
    }

    private String words(Result result) {
        UtilisationMap map = result.map();
        return "%s, %s to %s: %s work"
                .formatted(
                        lanes(result, row),
                        Durations.text(map.startNanos(bucket)),
                        Durations.text(map.startNanos(bucket + 1)),
                        Amounts.percent(map.share(row, bucket)));
    }

    private boolean find(double x, double y, Result result) {
        double moment = result.scope().axis().nanosAt(x - LEFT, getWidth() - LEFT);
        int at = result.map().bucketAt(moment);
        int below = (int) Math.floor(y / rowHeight(result.map(), getHeight()));
        if (x < LEFT || at < 0 || below < 0 || below >= result.map().rows()) {
            return false;
        }
        bucket = at;
        row = below;
        return true;
    }

    @Override
    String wordsAt(double x, double y, Result result) {
        return find(x, y, result) ? words(result) : "";
    }

    @Override
    void click(double x, double y, Result result) {
        if (find(x, y, result)) {
            zoom(result);
        }
    }

    private void zoom(Result result) {
        timeline()
                .showWindow(
                        TimeWindow.around(
                                result.map().startNanos(bucket),
                                result.map().startNanos(bucket + 1)));
    }

    @Override
    String key(KeyEvent event, Result result) {
        switch (event.getCode()) {
            case LEFT -> bucket--;
            case RIGHT -> bucket++;
            case UP -> row--;
            case DOWN -> row++;
            case ENTER -> zoom(result);
            default -> {
                return "";
            }
        }
        event.consume();
        row = Math.clamp(row, 0, result.map().rows() - 1);
        bucket = Math.clamp(bucket, 0, result.map().buckets() - 1);
        return words(result);
    }

    @Override
    CopyTable table(Result result) {
        UtilisationMap map = result.map();
        List<List<String>> rows = new ArrayList<>();
        for (int y = 0; y < map.rows(); y++) {
            for (int x = 0; x < map.buckets(); x++) {
                rows.add(
                        List.of(
                                lanes(result, y),
                                Long.toString(map.startNanos(x)),
                                Long.toString(map.startNanos(x + 1)),
                                Long.toString(map.workNanos(y, x)),
                                String.format(Locale.ROOT, "%.4f", map.share(y, x))));
            }
        }
        return new CopyTable(List.of("lanes", "from_ns", "to_ns", "work_ns", "share"), rows);
    }
}
