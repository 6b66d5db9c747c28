package dev.lanescope.ui.figures;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.analysis.explain.BottleGraph;
import dev.lanescope.analysis.explain.CriticalPath;
import dev.lanescope.chart.Bottle;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.LaneTitle;
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
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What made the whole run as long as it was, three times over the same height, the makespan:
/// bottles of its lanes and of its stages, and the chain of spans on which the end waited. A click
/// on a stage, or on a part of the chain, dims all others on the lanes; one on a lane selects it.
final class BottleView extends FigureView<BottleView.Result> {

    /// What was worked out in the background.
    ///
    /// @param told empty as long as the run goes on
    record Result(Scope scope, Optional<Told> told) {}

    /// What can be said of a run that is over.
    record Told(BottleGraph lanes, BottleGraph stages, Map<Integer, Long> path) {

        Told {
            path = Map.copyOf(path);
        }
    }

    private static final int NONE = -1;

    /// A box of the picture.
    ///
    /// @param lane its number, or [#NONE]
    /// @param state its code, or [#NONE]
    /// @param ran how many lanes ran while it did, on average; 0 if that is not asked
    private record Part(
            String name, long nanos, double ran, int lane, int state, Bottle.Shape shape) {}

    private record Column(String title, List<Part> parts) {}

    private static final double AIR = 18;
    private static final double TITLE = 22;
    private static final double LEAST_NAMED = 13;
    private static final String GOES_ON = "What made a run so long is told when it is over.";

    private final TextWidths widths = new TextWidths(TextRole.AXIS.font());
    private List<Part> parts = List.of();
    private List<Box> boxes = List.of();
    private int current;

    BottleView(TimelineModel timeline, Appearance appearance, Background background) {
        super(timeline, appearance, background, "picture of bottlenecks");
        setId("bottlenecks");
    }

    @Override
    Result workOut(Scope scope) {
        Snapshot run = scope.trace();
        return new Result(
                scope,
                run.finished() && run.endNanos() > 0
                        ? Optional.of(
                                new Told(
                                        BottleGraph.ofLanes(run),
                                        BottleGraph.ofStages(run),
                                        CriticalPath.of(run).byState()))
                        : Optional.empty());
    }

    @Override
    Scope scopeOf(Result result) {
        return result.scope();
    }

    @Override
    void forgotten() {
        parts = List.of();
        boxes = List.of();
    }

    private static List<Column> columns(Snapshot run, Told told) {
        return List.of(
                new Column("Lanes", bottle(run, told.lanes(), true)),
                new Column("Stages", bottle(run, told.stages(), false)),
                new Column("Critical path", path(run, told.path())));
    }

    private static List<Part> bottle(Snapshot run, BottleGraph graph, boolean ofLanes) {
        double all = run.endNanos();
        double lanes = run.lanes().size();
        var parts = new ArrayList<Part>();
        for (BottleGraph.Box box : graph.boxes()) {
            parts.add(
                    new Part(
                            ofLanes
                                    ? LaneTitle.of(run.info(), run.lanes().get(box.number()))
                                    : box.name(),
                            box.heightNanos(),
                            box.width(),
                            ofLanes ? box.number() : NONE,
                            ofLanes ? NONE : box.number(),
                            new Bottle.Shape(box.heightNanos() / all, box.width() / lanes)));
        }
        if (graph.nobodyNanos() > 0) {
            var shape = new Bottle.Shape(graph.nobodyNanos() / all, 1 / (2 * lanes));
            parts.add(new Part("nobody ran", graph.nobodyNanos(), 0, NONE, NONE, shape));
        }
        return parts;
    }

    private static List<Part> path(Snapshot run, Map<Integer, Long> path) {
        return path.entrySet().stream()
                .sorted(Comparator.comparingLong(part -> -part.getValue()))
                .map(part ->
                        new Part(
                                run.state(part.getKey()).name(),
                                part.getValue(),
                                0,
                                NONE,
                                part.getKey(),
                                new Bottle.Shape((double) part.getValue() / run.endNanos(), 0.5)))
                .toList();
    }

    @Override
    void paint(GraphicsContext pen, double width, double height, Result result) {
        Palette.Ground ground = palette().ground();
        pen.setFont(TextRole.AXIS.font());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.CENTER);
        if (result.told().isEmpty()) {
            forgotten();
            pen.setFill(Argb.fx(ground.muted()));
            pen.fillText(GOES_ON, width / 2, height / 2);
            return;
        }
        Snapshot run = result.scope().trace();
        List<Column> columns = columns(run, result.told().get());
        double each = (width - AIR) / columns.size();
        var allParts = new ArrayList<Part>();
        var allBoxes = new ArrayList<Box>();
        for (int number = 0; number < columns.size(); number++) {
            Column column = columns.get(number);
            double left = AIR + number * each;
            var place = new Box(left, TITLE, each - AIR, Math.max(1, height - TITLE - 6));
            pen.setFill(Argb.fx(ground.muted()));
            pen.fillText(column.title(), left + place.width() / 2, TITLE / 2);
            allParts.addAll(column.parts());
            allBoxes.addAll(Bottle.stack(column.parts().stream().map(Part::shape).toList(), place));
        }
        parts = List.copyOf(allParts);
        boxes = List.copyOf(allBoxes);
        current = Math.clamp(current, 0, Math.max(0, parts.size() - 1));
        for (int part = 0; part < parts.size(); part++) {
            paint(pen, run, parts.get(part), boxes.get(part));
        }
        if (!boxes.isEmpty() && (isFocused() || isPointed())) {
            Box box = boxes.get(current);
            pen.setStroke(Argb.fx(ground.hl()));
            pen.setLineWidth(2);
            pen.strokeRect(box.x(), box.y(), box.width(), box.height());
            pen.setLineWidth(1);
        }
    }

    private void paint(GraphicsContext pen, Snapshot run, Part part, Box box) {
        Palette palette = palette();
        pen.setFill(fill(run, part, palette));
        double gap = box.height() > 3 ? 1 : 0;
        pen.fillRect(box.x(), box.y() + gap, box.width(), box.height() - gap);
        if (box.height() >= LEAST_NAMED) {
            boolean solid = part.state() != NONE && run.state(part.state()).kind().isWork();
            double middle = box.x() + box.width() / 2;
            String name = LaneTitle.fit(part.name(), Math.max(20, box.width() - 4), widths);
            if (!solid) {
                double plate = widths.applyAsDouble(name) + 8;
                pen.setFill(Argb.fx(palette.ground().inset()));
                pen.fillRect(middle - plate / 2, box.y() + box.height() / 2 - 6, plate, 13);
            }
            pen.setFill(
                    solid
                            ? Argb.fx(palette.stage(part.name()).ink())
                            : Argb.fx(palette.ground().fg()));
            pen.fillText(name, middle, box.y() + box.height() / 2);
        }
    }

    private static Paint fill(Snapshot run, Part part, Palette palette) {
        if (part.lane() != NONE) {
            return Argb.fx(palette.ground().line2());
        }
        if (part.state() == NONE) {
            return hatch(StateLook.IDLE, palette);
        }
        State state = run.state(part.state());
        return state.kind().isWork()
                ? Argb.fx(palette.stage(state.name()).fill())
                : hatch(StateLook.of(state.kind()), palette);
    }

    private static Paint hatch(StateLook look, Palette palette) {
        return look.hatch().paint(palette.hatchGround(look), palette.hatchStroke(look));
    }

    @Override
    String wordsAt(double x, double y, Result result) {
        for (int part = 0; part < boxes.size(); part++) {
            if (boxes.get(part).contains(x, y)) {
                current = part;
                return words(parts.get(part), result.scope().trace());
            }
        }
        return "";
    }

    private static String words(Part part, Snapshot run) {
        String share = Amounts.percent((double) part.nanos() / run.endNanos());
        String what = part.name() + "  " + Durations.text(part.nanos()) + ", " + share;
        return part.ran() == 0
                ? what + " of the run"
                : what
                        + " of the run is its to answer for; "
                        + String.format(Locale.ROOT, "%.1f", part.ran())
                        + " lanes ran meanwhile";
    }

    @Override
    void click(double x, double y, Result result) {
        if (!wordsAt(x, y, result).isEmpty()) {
            use(parts.get(current), result.scope().trace());
        }
    }

    private void use(Part part, Snapshot run) {
        if (part.lane() != NONE) {
            timeline()
                    .selectRange(Optional.of(new Stretch(0, run.endNanos(), List.of(part.lane()))));
        } else if (part.state() != NONE) {
            timeline().solo(part.state());
        }
        repaint();
    }

    @Override
    String key(KeyEvent event, Result result) {
        if (parts.isEmpty()) {
            return "";
        }
        Snapshot run = result.scope().trace();
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            use(parts.get(current), run);
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.LEFT) {
            current = Math.max(0, current - 1);
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.RIGHT) {
            current = Math.min(parts.size() - 1, current + 1);
        } else {
            return "";
        }
        event.consume();
        return words(parts.get(current), run);
    }

    @Override
    CopyTable table(Result result) {
        List<List<String>> rows = new ArrayList<>();
        Snapshot run = result.scope().trace();
        for (Column column : result.told().map(told -> columns(run, told)).orElse(List.of())) {
            for (Part part : column.parts()) {
                rows.add(
                        List.of(
                                column.title(),
                                part.name(),
                                Long.toString(part.nanos()),
                                part.ran() == 0
                                        ? ""
                                        : String.format(Locale.ROOT, "%.3f", part.ran())));
            }
        }
        return new CopyTable(List.of("picture", "part", "nanos", "lanes running"), rows);
    }
}
