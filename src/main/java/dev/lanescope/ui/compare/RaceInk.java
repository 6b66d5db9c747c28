package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.PagesDone;
import dev.lanescope.chart.LaneLabels;
import dev.lanescope.chart.RunBlocks;
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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The words around compared lanes: the axis, each run's heading, its figures, the names of its
/// lanes. They stand on small canvases around the pictures and not on one above them: to blend an
/// empty canvas costs as much as a full one.
final class RaceInk {

    private static final int LANE_NAME = 9;
    private static final int TITLE = 30;

    /// What a scroll bar over the right edge takes, and the widest flag.
    private static final int SCROLL_BAR = 12;

    private static final int MOST_FLAG = 170;
    private static final List<String> ORDINALS = List.of("1st ", "2nd ", "3rd ", "");

    private static final double MIDDLE = RunBlocks.HEADING / 2.0;

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

    /// Paints the axis.
    void paintAxis(Canvas canvas, RaceLanes lanes) {
        GraphicsContext pen = begin(canvas);
        axisInk.paint(pen, lanes, canvas.getWidth());
    }

    /// Paints a run's heading, from one side to the other.
    void paintHeading(Canvas canvas, RaceLanes lanes, int run) {
        double width = canvas.getWidth();
        GraphicsContext pen = begin(canvas);
        paintHeading(pen, lanes, run, width);
        paintFinish(pen, lanes, run, width);
        Hairlines.down(pen, colour(ground().line()), RaceLanes.HEAD - 1, 0, RunBlocks.HEADING);
    }

    /// Paints what stands beside the lanes of all runs.
    void paintColumn(Canvas canvas, RaceLanes lanes) {
        GraphicsContext pen = begin(canvas);
        pen.setFill(colour(ground().bg()));
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int count = Math.min(lanes.runs().size(), lanes.blocks().blocks().size());
        for (int run = 0; run < count; run++) {
            RunBlocks.Block block = lanes.blocks().blocks().get(run);
            int top = lanes.topOf(block) + RunBlocks.HEADING;
            if (!model.race().isOn()) {
                paintFigures(pen, lanes.runs().get(run).entrant(), block, top);
            }
            paintLaneNames(pen, lanes, run, top);
        }
        Hairlines.down(pen, colour(ground().line()), RaceLanes.HEAD - 1, 0, canvas.getHeight());
    }

    private static GraphicsContext begin(Canvas canvas) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setTextBaseline(VPos.CENTER);
        return pen;
    }

    /// The finishes that are painted on the lanes of a run: those of the others dotted, and only
    /// where the axis is a clock.
    List<FinishLine> finishes(RaceLanes lanes, int run) {
        var lines = new ArrayList<FinishLine>();
        for (int other = 0; other < lanes.runs().size(); other++) {
            Entrant ghost = lanes.runs().get(other).entrant();
            double x = lanes.xOf(other, (double) ghost.trace().endNanos());
            boolean told = other == run || axis().aligned().by() == Alignment.TIME;
            if (told && isInSight(lanes, x) && !lanes.isAhead(lanes.runs().get(other))) {
                lines.add(line(lanes, x, ghost, other == run));
            }
        }
        lines.sort(Comparator.comparing(FinishLine::isOwn)); // on top of the others
        return lines;
    }

    private FinishLine line(RaceLanes lanes, double x, Entrant entrant, boolean isOwn) {
        double most = isOwn ? lanes.getWidth() - FinishLine.WIDTH : lanes.getWidth();
        int left = (int) Math.min(Math.floor(x), most) - RaceLanes.HEAD;
        return new FinishLine(left, hue(entrant), isOwn);
    }

    private CompareAxis axis() {
        return model.axis();
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

    private void paintHeading(GraphicsContext pen, RaceLanes lanes, int run, double width) {
        Entrant entrant = lanes.runs().get(run).entrant();
        pen.setFill(colour(ground().raise()));
        pen.fillRect(0, 0, width, RunBlocks.HEADING);
        Hairlines.across(pen, colour(ground().line()), 0, width, 0);
        ModelLook look = ModelLook.of(entrant.info().model());
        GlyphInk.paint(
                pen,
                look.glyph(),
                12,
                MIDDLE - 5,
                10,
                colour(appearance.palette().model(look)),
                entrant.isSecond());
        text(pen, TextRole.STRONG, ground().fg(), TextAlignment.LEFT);
        pen.fillText(title(lanes, run), TITLE, MIDDLE);
        if (!model.race().isOn()) {
            paintMilestones(pen, lanes, run);
        }
    }

    /// Behind the title, or behind the flag if that stands there.
    private void paintMilestones(GraphicsContext pen, RaceLanes lanes, int run) {
        Entrant entrant = lanes.runs().get(run).entrant();
        String words = milestones(entrant.pages());
        double left = Math.max(RaceLanes.HEAD, titleEnd(lanes, run) + 4);
        Flag flag = flag(lanes, run);
        boolean meets =
                flag.left() < left + numbers.applyAsDouble(words) + 8
                        && flag.left() + flag.width() > left;
        text(pen, TextRole.NUM_SMALL, ground().muted(), TextAlignment.LEFT);
        pen.fillText(words, meets ? flag.left() + flag.width() + 8 : left, MIDDLE);
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

    private static boolean isInSight(RaceLanes lanes, double x) {
        return x >= RaceLanes.HEAD && x <= lanes.getWidth();
    }

    private int hue(Entrant entrant) {
        return appearance.palette().model(ModelLook.of(entrant.info().model()));
    }

    /// The end of the line that marks the run's finish, and a flag at it.
    private void paintFinish(GraphicsContext pen, RaceLanes lanes, int run, double width) {
        RunPicture picture = lanes.runs().get(run);
        if (lanes.isAhead(picture)) {
            return;
        }
        Entrant entrant = picture.entrant();
        double x = lanes.xOf(run, (double) entrant.trace().endNanos());
        Flag flag = flag(lanes, run);
        pen.setFill(colour(hue(entrant)));
        if (isInSight(lanes, x)) {
            double pole = Math.min(Math.floor(x), width - FinishLine.WIDTH);
            boolean isBelow = pole + FinishLine.WIDTH < flag.left(); // for the title stands above
            double head = isBelow ? RunBlocks.HEADING - 3 : 0;
            pen.fillRect(pole, head, FinishLine.WIDTH, RunBlocks.HEADING - head);
            if (isBelow) {
                pen.fillRect(pole, head, flag.left() - pole, FinishLine.WIDTH);
            }
        }
        if (flag.width() > 0) {
            pen.fillRect(flag.left(), 3.0, flag.width(), RunBlocks.HEADING - 6);
            text(pen, TextRole.NUM_SMALL, ground().bg(), TextAlignment.LEFT);
            pen.fillText(flag.words(), flag.left() + 6, MIDDLE);
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
}
