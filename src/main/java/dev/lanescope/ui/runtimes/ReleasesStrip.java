package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.releases.Release;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Two lines over the years, one of CPython and one of the JDK, with a mark for each release:
/// filled and in bold where it is here. Words that would meet stand in turns above and below their
/// line.
final class ReleasesStrip extends Pane {

    private static final double LEFT = 70;
    private static final double RIGHT = 24;
    private static final double FIRST_LINE = 34;
    private static final double BETWEEN = 54;
    private static final double MARK = 9;
    private static final double WORD = 15;
    private static final double GAP = 4;

    /// A release on the strip.
    private record Mark(Release release, Region dot, Label word) {}

    private final Map<Release.Line, Region> lines = new EnumMap<>(Release.Line.class);
    private final List<Mark> marks = new ArrayList<>();

    ReleasesStrip() {
        setId("releases-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPrefHeight(2 * FIRST_LINE + BETWEEN);
        setMinHeight(USE_PREF_SIZE);
    }

    /// @param here the names of what is here of a release; empty if nothing is
    void show(List<Release> releases, Function<Release, String> here) {
        getChildren().clear();
        marks.clear();
        for (Release.Line line : Release.Line.values()) {
            var stroke = new Region();
            stroke.getStyleClass().add("release-line");
            lines.put(line, stroke);
            var name = new Label(line.title());
            name.getStyleClass().addAll("text-small", "text-muted");
            name.relocate(0, y(line) - WORD / 2);
            getChildren().addAll(stroke, name);
        }
        for (Release release : releases) {
            String names = here.apply(release);
            var dot = new Region();
            dot.getStyleClass().add(names.isEmpty() ? "release-mark" : "release-mark-here");
            var word = new Label(release.version());
            word.getStyleClass()
                    .addAll(
                            names.isEmpty()
                                    ? List.of("text-small", "text-muted")
                                    : List.of("text-small-strong"));
            var tip = new Tooltip(words(release, names));
            Tooltip.install(dot, tip);
            word.setTooltip(tip);
            marks.add(new Mark(release, dot, word));
            getChildren().addAll(dot, word);
        }
        setAccessibleText(
                marks.stream()
                        .map(mark -> words(mark.release(), here.apply(mark.release())))
                        .collect(Collectors.joining(". ")));
        requestLayout();
    }

    private static String words(Release release, String here) {
        return release.title()
                + ", "
                + release.when()
                + ": "
                + release.brought()
                + (here.isEmpty() ? "" : "; here: " + here);
    }

    private static double y(Release.Line line) {
        return FIRST_LINE + line.ordinal() * BETWEEN;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (marks.isEmpty()) {
            return;
        }
        double width = getWidth() - LEFT - RIGHT;
        lines.forEach((line, stroke) -> stroke.resizeRelocate(LEFT, y(line), width, 1));
        YearMonth first = marks.getFirst().release().when();
        double months =
                Math.max(1, first.until(marks.getLast().release().when(), ChronoUnit.MONTHS));
        Map<Release.Line, double[]> ends = new EnumMap<>(Release.Line.class);
        for (Mark mark : marks) {
            Release.Line line = mark.release().line();
            double x =
                    LEFT + width * first.until(mark.release().when(), ChronoUnit.MONTHS) / months;
            mark.dot().resizeRelocate(x - MARK / 2, y(line) - MARK / 2, MARK, MARK);
            double[] end = ends.computeIfAbsent(line, _ -> new double[2]);
            double wide = mark.word().prefWidth(-1);
            int below = x - wide / 2 >= end[0] + GAP || end[0] <= end[1] ? 0 : 1;
            end[below] = x + wide / 2;
            place(mark.word(), x - wide / 2, y(line) + (below == 0 ? -WORD - MARK : MARK / 2 + 2));
        }
    }

    private static void place(Node word, double x, double y) {
        word.autosize();
        word.relocate(x, y);
    }
}
