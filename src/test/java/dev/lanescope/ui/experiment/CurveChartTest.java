package dev.lanescope.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.lab.curves.Ceiling;
import dev.lanescope.lab.curves.ColdBuild;
import dev.lanescope.lab.curves.Contest;
import dev.lanescope.lab.curves.Curve;
import dev.lanescope.lab.curves.CurveBook;
import dev.lanescope.lab.curves.CurveFinding;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.Growth;
import dev.lanescope.lab.curves.Route;
import dev.lanescope.lab.curves.Start;
import dev.lanescope.ui.kit.Theme;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The picture of costs that depend on something.
class CurveChartTest {

    private static final Curve TRIPS = curve(Map.of(1_000, List.of(6e4), 64_000, List.of(9e4)));

    private static Curve curve(Map<Integer, List<Double>> points) {
        return new Curve(new TreeMap<>(points));
    }

    /// A book, and how many lines and points it is drawn with.
    record Drawn(CurveBook book, int series) {}

    static Stream<Drawn> books() {
        Curve ratios = curve(Map.of(8_000, List.of(0.5), 512_000, List.of(1.5)));
        Curve never = curve(Map.of(8_000, List.of(0.5), 512_000, List.of(0.6)));
        return Stream.of(
                new Drawn(
                        new CurveBook(CurveKind.PING_PONG)
                                .with(found(CurveKind.PING_PONG, Route.THREAD))
                                .with(found(CurveKind.PING_PONG, Route.PROCESS_RECORDS)),
                        2),
                new Drawn(
                        new CurveBook(CurveKind.BREAK_EVEN)
                                .with(found(CurveKind.PING_PONG, Route.ISOLATED_RECORDS))
                                .with(
                                        new CurveFinding(
                                                CurveKind.BREAK_EVEN,
                                                Contest.ISOLATED_RECORDS,
                                                ratios))
                                .with(
                                        new CurveFinding(
                                                CurveKind.BREAK_EVEN,
                                                Contest.PROCESS_RECORDS,
                                                never)),
                        2),
                new Drawn(
                        new CurveBook(CurveKind.MEMORY)
                                .with(
                                        new CurveFinding(
                                                CurveKind.MEMORY,
                                                Growth.INTERPRETERS,
                                                curve(Map.of(1, List.of(3e7), 16, List.of(9e7))))),
                        1),
                new Drawn(
                        new CurveBook(CurveKind.CROSSOVER)
                                .with(
                                        new CurveFinding(
                                                CurveKind.CROSSOVER,
                                                ColdBuild.PROCESSES,
                                                curve(Map.of(1, List.of(3e8), 64, List.of(9e8))))),
                        1),
                new Drawn(
                        new CurveBook(CurveKind.CEILING)
                                .with(
                                        new CurveFinding(
                                                CurveKind.CEILING,
                                                Ceiling.JVMS,
                                                curve(Map.of(1, List.of(4e6), 2, List.of(2e6))))),
                        1),
                new Drawn(
                        new CurveBook(CurveKind.STARTS)
                                .with(
                                        new CurveFinding(
                                                CurveKind.STARTS,
                                                Start.THREAD,
                                                curve(Map.of(1, List.of(3e6, 4e6, 9e6))))),
                        1));
    }

    private static CurveFinding found(CurveKind kind, Route route) {
        return new CurveFinding(kind, route, TRIPS);
    }

    @ParameterizedTest
    @MethodSource("books")
    void what_is_known_is_drawn_and_what_never_pays_is_not(Drawn drawn) {
        var chart = new CurveChart();
        for (Theme theme : Theme.values()) {
            chart.show(drawn.book, theme.palette());
            assertThat(chart.plot().series()).isEqualTo(drawn.series);
            assertThat(colours(chart)).as("colours in %s", theme).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_nothing_there_is_nothing_but_the_ground(CurveKind kind) {
        var chart = new CurveChart();
        chart.show(new CurveBook(kind), Theme.DARK.palette());
        assertThat(colours(chart)).isEqualTo(1);
    }

    private static long colours(CurveChart chart) {
        var image = new BufferedImage(600, 240, BufferedImage.TYPE_INT_ARGB_PRE);
        chart.plot().draw(image);
        int[] pixels = image.getRGB(0, 0, 600, 240, null, 0, 600);
        return Arrays.stream(pixels).distinct().count();
    }
}
