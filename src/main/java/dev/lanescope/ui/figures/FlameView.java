package dev.lanescope.ui.figures;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.FlameFrame;
import dev.lanescope.analysis.FlameGraph;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.FlameBoxes;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.StateLook;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;
import dev.lanescope.ui.timeline.Scope;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

import java.util.ArrayList;
import java.util.List;

/// The flame graph of stages: where the lane time of the selection, or of what is in view, went. A
/// click on a stage or a reason to wait dims all others on the lanes; a click on anything else
/// makes it the whole width, and a click on what is below goes back.
final class FlameView extends FigureView<FlameView.Result> {

    /// What was worked out in the background.
    record Result(Scope scope, FlameFrame root) {}

    private static final double MOST_ROW = 44;
    private static final double LEAST_ROW = 15;

    private final TextWidths widths = new TextWidths(TextRole.AXIS.font());
    private List<String> focus = List.of();
    private FlameBoxes boxes = new FlameBoxes(empty(), 1, 1, 1);
    private int current;

    FlameView(TimelineModel timeline, Appearance appearance, Background background) {
        super(timeline, appearance, background, "flame graph");
        setId("flame-graph");
    }

    private static FlameFrame empty() {
        return new FlameFrame(
                FlameFrame.Level.ALL, "", FlameFrame.NONE, FlameFrame.NONE, 0, List.of());
    }

    @Override
    Result workOut(Scope scope) {
        return new Result(scope, FlameGraph.of(scope.trace(), scope.stretch()));
    }

    @Override
    Scope scopeOf(Result result) {
        return result.scope();
    }

    /// The frames from the root to the one that takes the whole width.
    private List<FlameFrame> path(FlameFrame root) {
        List<FlameFrame> path = new ArrayList<>(List.of(root));
        for (String name : focus) {
            var next =
                    path.getLast().children().stream()
                            .filter(child -> child.name().equals(name))
                            .findFirst();
            if (next.isEmpty()) {
                break;
            }
            path.add(next.get());
        }
        return path;
    }

    @Override
    void paint(GraphicsContext pen, double width, double height, Result result) {
        List<FlameFrame> path = path(result.root());
        FlameFrame top = path.getLast();
        int levels = path.size() - 1 + top.depth();
        double row = Math.clamp(height / Math.max(1, levels), LEAST_ROW, MOST_ROW);
        double below = row * (path.size() - 1);
        boxes = new FlameBoxes(top, width, height - below, row);
        current = Math.clamp(current, 0, Math.max(0, boxes.all().size() - 1));
        pen.setTextBaseline(VPos.CENTER);
        for (int level = 0; level + 1 < path.size(); level++) {
            var box = new Box(0, height - (level + 1) * row, width, row);
            paintFrame(pen, result.scope().trace(), path.get(level), box, result.root(), false);
        }
        for (int at = 0; at < boxes.all().size(); at++) {
            FlameBoxes.Placed placed = boxes.all().get(at);
            boolean outlined = at == current && (isFocused() || isPointed());
            paintFrame(
                    pen,
                    result.scope().trace(),
                    placed.frame(),
                    placed.box(),
                    result.root(),
                    outlined);
        }
    }

    private void paintFrame(
            GraphicsContext pen,
            Snapshot trace,
            FlameFrame frame,
            Box box,
            FlameFrame root,
            boolean outlined) {
        Palette palette = palette();
        pen.setFill(fill(trace, frame, palette));
        double gap = box.width() > 3 ? 1 : 0;
        pen.fillRect(box.x(), box.y(), box.width() - gap, box.height() - 1);
        if (outlined) {
            pen.setStroke(Argb.fx(palette.ground().hl()));
            pen.setLineWidth(2);
            pen.strokeRect(box.x() + 1, box.y() + 1, box.width() - gap - 2, box.height() - 3);
            pen.setLineWidth(1);
        }
        if (box.width() > 34) {
            String share =
                    root.nanos() == 0
                            ? ""
                            : "  " + Amounts.percent((double) frame.nanos() / root.nanos());
            words(pen, trace, frame, box, fitting(frame.name(), share, box.width() - 10), palette);
        }
    }

    /// A frame's name with its share; where there is no room for both, the name, or its beginning.
    private String fitting(String name, String share, double room) {
        String both = name + share;
        return widths.applyAsDouble(both) <= room ? both : widths.cut(name, room);
    }

    private void words(
            GraphicsContext pen,
            Snapshot trace,
            FlameFrame frame,
            Box box,
            String text,
            Palette palette) {
        pen.save();
        pen.beginPath();
        pen.rect(box.x(), box.y(), box.width() - 4, box.height());
        pen.clip();
        pen.setFont(TextRole.AXIS.font());
        pen.setTextAlign(TextAlignment.LEFT);
        double y = box.y() + (box.height() - 1) / 2;
        Color ink = Argb.fx(palette.ground().fg());
        if (frame.state() != FlameFrame.NONE) {
            State state = trace.state(frame.state());
            if (state.kind().isWork()) {
                ink = Argb.fx(palette.stage(state.name()).ink());
            } else {
                double wide = Math.min(box.width() - 6, widths.applyAsDouble(text));
                pen.setFill(Argb.fx(palette.ground().inset()));
                pen.fillRect(box.x() + 3, y - 7, wide + 4, 14);
            }
        }
        pen.setFill(ink);
        pen.fillText(text, box.x() + 5, y);
        pen.restore();
    }

    private static Paint fill(Snapshot trace, FlameFrame frame, Palette palette) {
        if (frame.state() == FlameFrame.NONE) {
            return Argb.fx(
                    frame.level() == FlameFrame.Level.PURPOSE
                            ? palette.ground().line2()
                            : palette.ground().raise2());
        }
        State state = trace.state(frame.state());
        if (state.kind().isWork()) {
            return Argb.fx(palette.stage(state.name()).fill());
        }
        StateLook look = StateLook.of(state.kind());
        return look.hatch().paint(palette.hatchGround(look), palette.hatchStroke(look));
    }

    @Override
    String wordsAt(double x, double y, Result result) {
        var all = boxes.all();
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).box().contains(x, y)) {
                current = at;
                return describe(all.get(at).frame(), result.root());
            }
        }
        return "";
    }

    private static String describe(FlameFrame frame, FlameFrame root) {
        String share =
                root.nanos() == 0
                        ? ""
                        : ", " + Amounts.percent((double) frame.nanos() / root.nanos());
        return frame.name() + "  " + Durations.text(frame.nanos()) + share;
    }

    @Override
    void click(double x, double y, Result result) {
        boxes.at(x, y).ifPresentOrElse(this::use, () -> back(result));
    }

    /// What a click or Enter does with a frame.
    private void use(FlameBoxes.Placed placed) {
        FlameFrame frame = placed.frame();
        if (frame.level() == FlameFrame.Level.STATE) {
            timeline().solo(frame.state());
        } else if (placed.level() == 0) {
            focus = focus.isEmpty() ? focus : focus.subList(0, focus.size() - 1);
        } else if (!frame.children().isEmpty()) {
            List<String> names = new ArrayList<>();
            FlameBoxes.Placed at = placed;
            while (at.parent() >= 0) {
                names.addFirst(at.frame().name());
                at = boxes.all().get(at.parent());
            }
            var longer = new ArrayList<>(focus);
            longer.addAll(names);
            focus = List.copyOf(longer);
        }
        repaint();
    }

    private void back(Result result) {
        if (!focus.isEmpty()) {
            focus = focus.subList(0, Math.max(0, path(result.root()).size() - 2));
            repaint();
        }
    }

    @Override
    String key(KeyEvent event, Result result) {
        var all = boxes.all();
        if (all.isEmpty()) {
            return "";
        }
        FlameBoxes.Placed now = all.get(current);
        int to = current;
        switch (event.getCode()) {
            case UP -> to = child(current);
            case DOWN -> to = Math.max(0, now.parent());
            case LEFT -> to = sibling(current, -1);
            case RIGHT -> to = sibling(current, +1);
            case ENTER, SPACE -> use(now);
            case BACK_SPACE -> back(result);
            default -> {
                return "";
            }
        }
        event.consume();
        if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) {
            current = to;
        }
        return describe(
                boxes.all().get(Math.min(current, boxes.all().size() - 1)).frame(), result.root());
    }

    private int child(int of) {
        var all = boxes.all();
        return of + 1 < all.size() && all.get(of + 1).parent() == of ? of + 1 : of;
    }

    private int sibling(int of, int step) {
        var all = boxes.all();
        for (int at = of + step; at >= 0 && at < all.size(); at += step) {
            if (all.get(at).level() == all.get(of).level()) {
                return at;
            }
        }
        return of;
    }

    @Override
    CopyTable table(Result result) {
        List<List<String>> rows = new ArrayList<>();
        addRows(result.root(), "", rows);
        return new CopyTable(List.of("frame", "nanos"), rows);
    }

    private static void addRows(FlameFrame frame, String above, List<List<String>> rows) {
        String path = above.isEmpty() ? frame.name() : above + ";" + frame.name();
        rows.add(List.of(path, Long.toString(frame.nanos())));
        frame.children().forEach(child -> addRows(child, path, rows));
    }
}
