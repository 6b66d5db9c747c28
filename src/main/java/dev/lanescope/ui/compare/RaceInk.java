package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.PagesDone;
import dev.lanescope.chart.Box;
import dev.lanescope.chart.HitTest;
import dev.lanescope.chart.LaneLabels;
import dev.lanescope.chart.RunBlocks;
import dev.lanescope.chart.Viewport;
import dev.lanescope.trace.Span;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Argb;
import dev.lanescope.ui.kit.GlyphInk;
import dev.lanescope.ui.kit.Hairlines;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.TextRole;
import dev.lanescope.ui.kit.TextWidths;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import java.util.List;

/// All words and lines on compared lanes: the axis, each run's heading and figures, the finish
/// lines across all of them, what is chosen.
final class RaceInk {

    private static final int LANE_NAME = 9;
    private static final int TITLE = 30;

    /// What a scroll bar over the right edge takes, and the widest flag.
    private static final int SCROLL_BAR = 12;

    private static final int MOST_FLAG = 170;
    private static final List<String> ORDINALS = List.of("1st ", "2nd ", "3rd ", "");

    /// Narrower, words would not fit between the edges.
    private static final int LEAST_PLOT = 120;

    private final CompareModel model;
    private final Appearance appearance;
    private final AxisInk axisInk;
    private final TextWidths numbers = new TextWidths(TextRole.NUM_SMALL.font());
    private final TextWidths strong = new TextWidths(TextRole.STRONG.font());

    RaceInk(CompareModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        this.axisInk = new AxisInk(model, appearance);
    }

    void paint(Canvas canvas, RaceLanes lanes) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        pen.clearRect(0, 0, width, height);
        if (lanes.plotWidth() < LEAST_PLOT) {
            return;
        }
        pen.setTextBaseline(VPos.CENTER);
        pen.save();
        pen.beginPath();
        pen.rect(0, RaceLanes.AXIS, width, Math.max(0, height - RaceLanes.AXIS));
        pen.clip();
        pen.setFill(colour(ground().bg()));
        pen.fillRect(0, RaceLanes.AXIS, RaceLanes.HEAD, height);
        int count = Math.min(lanes.runs().size(), lanes.blocks().blocks().size());
        for (int run = 0; run < count; run++) {
            paintBlock(pen, lanes, run, width);
        }
        if (axis().aligned().by() == Alignment.TIME) {
            for (int run = 0; run < count; run++) {
                paintGhosts(pen, lanes, run, count);
            }
        }
        for (int run = 0; run < count; run++) {
            paintLit(pen, lanes, run);
            paintFinish(pen, lanes, run, width);
            paintChosen(pen, lanes, run);
        }
        Hairlines.down(pen, colour(ground().line()), RaceLanes.HEAD - 1, RaceLanes.AXIS, height);
        pen.restore();
        axisInk.paint(pen, lanes, width);
    }

    private CompareAxis axis() {
        return model.axis();
    }

    /// Whether the race has not come to the end of a run yet, so that nobody shall see it.
    private boolean isAhead(RaceLanes lanes, int run) {
        var head = model.race().headProperty().get();
        return head.isPresent() && !lanes.runs().get(run).hasFinishedBy(head.getAsDouble());
    }

    private Palette.Ground ground() {
        return appearance.palette().ground();
    }

    private static Color colour(int argb) {
        return Argb.fx(argb);
    }

    private static void text(GraphicsContext pen, TextRole role, int argb, TextAlignment align) {
        pen.setFont(role.font());
        pen.setFill(colour(argb));
        pen.setTextAlign(align);
    }

    private void paintBlock(GraphicsContext pen, RaceLanes lanes, int run, double width) {
        Entrant entrant = lanes.runs().get(run).entrant();
        RunBlocks.Block block = lanes.blocks().blocks().get(run);
        int top = lanes.topOf(block);
        pen.setFill(colour(ground().raise()));
        pen.fillRect(0, top, width, RunBlocks.HEADING);
        Hairlines.across(pen, colour(ground().line()), 0, width, top);
        double middle = top + RunBlocks.HEADING / 2.0;
        ModelLook look = ModelLook.of(entrant.info().model());
        GlyphInk.paint(
                pen,
                look.glyph(),
                12,
                middle - 5,
                10,
                colour(appearance.palette().model(look)),
                entrant.isSecond());
        text(pen, TextRole.STRONG, ground().fg(), TextAlignment.LEFT);
        pen.fillText(title(lanes, run), TITLE, middle);
        if (!model.race().isOn()) {
            paintMilestones(pen, lanes, run, middle);
            paintFigures(pen, entrant, block, top + RunBlocks.HEADING);
        }
        paintLaneNames(pen, lanes, run, top + RunBlocks.HEADING);
    }

    /// Behind the title, or behind the flag if that stands there.
    private void paintMilestones(GraphicsContext pen, RaceLanes lanes, int run, double middle) {
        Entrant entrant = lanes.runs().get(run).entrant();
        String words = milestones(entrant.pages());
        double left = Math.max(RaceLanes.HEAD, titleEnd(lanes, run) + 4);
        Flag flag = flag(lanes, run);
        boolean meets =
                flag.left() < left + numbers.applyAsDouble(words) + 8
                        && flag.left() + flag.width() > left;
        text(pen, TextRole.NUM_SMALL, ground().muted(), TextAlignment.LEFT);
        pen.fillText(words, meets ? flag.left() + flag.width() + 8 : left, middle);
    }

    private static String milestones(PagesDone pages) {
        if (pages.count() == 0) {
            return "no page done";
        }
        return "first page "
                + Durations.text(pages.momentOf(1), 3)
                + " \u00b7 half "
                + Durations.text(pages.momentOf((pages.count() + 1) / 2), 3);
    }

    private void paintFigures(
            GraphicsContext pen, Entrant entrant, RunBlocks.Block block, int top) {
        String wall = Durations.text(entrant.trace().endNanos(), 3);
        String rate = Amounts.rate(entrant.row().pagesPerSecond()) + " p/s";
        text(pen, TextRole.HEADLINE_NUM, ground().fg(), TextAlignment.LEFT);
        pen.fillText(model.isComparable() ? speedUp(entrant) : wall, 12, top + 13);
        text(pen, TextRole.NUM_SMALL, ground().muted(), TextAlignment.LEFT);
        pen.fillText(model.isComparable() ? wall : rate, 12, top + 31);
        if (model.isComparable()) {
            pen.fillText(rate, 12, top + 45);
        }
        if (model.isComparable() && entrant.isBaseline() && block.lanesHeight() > 70) {
            pen.fillText("baseline", 12, top + 59);
        }
    }

    private static String speedUp(Entrant entrant) {
        return entrant.isBaseline()
                ? "1\u00d7"
                : Amounts.factor(entrant.row().speedUp().value()) + "\u00d7";
    }

    private void paintLaneNames(GraphicsContext pen, RaceLanes lanes, int run, int top) {
        RunPicture picture = lanes.runs().get(run);
        int each = lanes.blocks().blocks().get(run).laneHeight();
        if (picture.view().isEmpty() || each < LANE_NAME) {
            return;
        }
        text(pen, TextRole.PAGE, ground().subtle(), TextAlignment.RIGHT);
        for (int lane = 0; lane < picture.entrant().trace().lanes().size(); lane++) {
            pen.fillText("w" + (lane + 1), RaceLanes.HEAD - 6, top + each * (lane + 0.5));
        }
    }

    /// Where the others finished, dotted.
    private void paintGhosts(GraphicsContext pen, RaceLanes lanes, int run, int count) {
        RunBlocks.Block block = lanes.blocks().blocks().get(run);
        double top = (double) lanes.topOf(block) + RunBlocks.HEADING;
        for (int other = 0; other < count; other++) {
            Entrant ghost = lanes.runs().get(other).entrant();
            double x = lanes.xOf(other, (double) ghost.trace().endNanos());
            if (other != run && isInSight(lanes, x) && !isAhead(lanes, other)) {
                pen.setFill(hue(ghost));
                for (double y = top; y < top + block.lanesHeight(); y += 4) {
                    pen.fillRect(Math.floor(x), y, 1, 2);
                }
            }
        }
    }

    private static boolean isInSight(RaceLanes lanes, double x) {
        return x >= RaceLanes.HEAD && x <= lanes.getWidth();
    }

    private Color hue(Entrant entrant) {
        return colour(appearance.palette().model(ModelLook.of(entrant.info().model())));
    }

    /// The run's own finish, with a flag in its heading.
    private void paintFinish(GraphicsContext pen, RaceLanes lanes, int run, double width) {
        Entrant entrant = lanes.runs().get(run).entrant();
        RunBlocks.Block block = lanes.blocks().blocks().get(run);
        int top = lanes.topOf(block);
        if (isAhead(lanes, run)) {
            return;
        }
        double x = lanes.xOf(run, (double) entrant.trace().endNanos());
        Flag flag = flag(lanes, run);
        if (isInSight(lanes, x)) {
            pen.setFill(hue(entrant));
            double pole = Math.min(Math.floor(x), width - 2);
            boolean isBelow = pole + 2 < flag.left(); // for its title stands in the heading
            double foot = (double) top + RunBlocks.HEADING + block.lanesHeight();
            double head = isBelow ? (double) top + RunBlocks.HEADING - 3 : top;
            pen.fillRect(pole, head, 2, foot - head);
            if (isBelow) {
                pen.fillRect(pole, head, flag.left() - pole, 2);
            }
        }
        if (flag.width() > 0) {
            pen.setFill(hue(entrant));
            pen.fillRect(flag.left(), top + 3.0, flag.width(), RunBlocks.HEADING - 6);
            text(pen, TextRole.NUM_SMALL, ground().bg(), TextAlignment.LEFT);
            pen.fillText(flag.words(), flag.left() + 6, top + RunBlocks.HEADING / 2.0);
        }
    }

    /// What stands in a heading where its run finished; without width if that is left of the
    /// window.
    private record Flag(String words, double left, double width) {}

    private Flag flag(RaceLanes lanes, int run) {
        long end = lanes.runs().get(run).entrant().trace().endNanos();
        long first = lanes.runs().getFirst().entrant().trace().endNanos();
        double x = lanes.xOf(run, (double) end);
        String words =
                x > lanes.getWidth()
                        ? "ends at " + Durations.text(end, 3) + " \u25b8"
                        : finish(end, first, run);
        double width = x < RaceLanes.HEAD ? 0 : numbers.applyAsDouble(words) + 12;
        double least = Math.max(x, titleEnd(lanes, run));
        return new Flag(words, Math.clamp(least, 0, lanes.getWidth() - SCROLL_BAR - width), width);
    }

    /// Cut where it would leave no room for a flag.
    private String title(RaceLanes lanes, int run) {
        String title = lanes.runs().get(run).entrant().title();
        double room = lanes.getWidth() - SCROLL_BAR - TITLE - MOST_FLAG;
        return new LaneLabels(strong).fit(title, room).orElse(title);
    }

    private double titleEnd(RaceLanes lanes, int run) {
        return TITLE + strong.applyAsDouble(title(lanes, run)) + 8;
    }

    /// Runs stand in the order in which they finish; of runs that did not do the same none is ahead
    /// of another.
    private String finish(long end, long first, int run) {
        if (!model.isComparable()) {
            return Durations.text(end, 3);
        }
        String time = ORDINALS.get(Math.min(run, ORDINALS.size() - 1)) + Durations.text(end, 3);
        return run == 0 ? time : time + " +" + Durations.text(end - first, 3);
    }

    /// The spans that are lit up one by one, in the colours of their stages.
    private void paintLit(GraphicsContext pen, RaceLanes lanes, int run) {
        RunPicture picture = lanes.runs().get(run);
        List<Span> lit =
                model.figures()
                        .litProperty()
                        .get()
                        .map(part -> part.brightIn(picture.entrant().number()))
                        .orElse(List.of());
        picture.view()
                .filter(_ -> !isAhead(lanes, run))
                .ifPresent(view -> {
                    for (Span span : lit) {
                        String stage = picture.entrant().trace().stateOf(span).name();
                        pen.setFill(colour(appearance.palette().stage(stage).fill()));
                        fill(pen, picture, view, span);
                    }
                });
    }

    private static void fill(GraphicsContext pen, RunPicture run, Viewport view, Span span) {
        double left = Math.max(0, run.xOf((double) span.startNanos()));
        double right = Math.min(view.width(), run.xOf((double) span.endNanos()));
        if (right > 0 && left < view.width()) {
            Box box = HitTest.box(view, span); // of which only the height matters
            double top = run.pane().getLayoutY() + RaceLanes.AXIS;
            pen.fillRect(
                    RaceLanes.HEAD + left, top + box.y(), Math.max(1, right - left), box.height());
        }
    }

    /// The chosen span, and the same page in all runs.
    private void paintChosen(GraphicsContext pen, RaceLanes lanes, int run) {
        RunPicture picture = lanes.runs().get(run);
        int number = picture.entrant().number();
        picture.view()
                .ifPresent(view -> {
                    pen.setStroke(colour(ground().accent()));
                    pen.setLineWidth(1.5);
                    for (Span span : model.marksProperty().get().in(number)) {
                        outline(pen, picture, view, span);
                    }
                    pen.setStroke(colour(ground().hl()));
                    pen.setLineWidth(2);
                    model.pickedProperty()
                            .get()
                            .filter(picked -> picked.run() == number)
                            .ifPresent(picked -> outline(pen, picture, view, picked.span()));
                });
    }

    private static void outline(GraphicsContext pen, RunPicture run, Viewport view, Span span) {
        double from = run.xOf((double) span.startNanos());
        double to = run.xOf((double) span.endNanos());
        double left = Math.max(0, from);
        double right = Math.min(view.width(), Math.max(from + 3, to));
        if (right > left) {
            Box box = HitTest.box(view, span); // of which only the height matters
            double top = run.pane().getLayoutY() + RaceLanes.AXIS;
            pen.strokeRect(
                    RaceLanes.HEAD + left, top + box.y() - 0.5, right - left, box.height() + 1);
        }
    }
}
