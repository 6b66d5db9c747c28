package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Gate;
import dev.lanescope.analysis.compare.GateAnswer;
import dev.lanescope.analysis.compare.GateFigure;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What programs read of a gate; the keys stand in `docs/terminal.md`.
///
/// @param limit how many times as long is allowed
/// @param answer `not-slower`, `cannot-tell` or `slower`
record GateJson(double limit, String answer, List<String> obstacles, List<Figure> figures) {

    /// @param part `whole run`, or a phase
    /// @param why null if the interval decides by itself
    record Figure(
            String model,
            int workers,
            String setting,
            String part,
            long thenNanos,
            long nowNanos,
            RatioJson timesAsLong,
            String answer,
            @Nullable String why) {

        static Figure of(GateFigure figure) {
            var info = figure.setting().info();
            return new Figure(
                    info.model(),
                    info.workers(),
                    info.setting(),
                    figure.part(),
                    Math.round(figure.thenNanos()),
                    Math.round(figure.nowNanos()),
                    RatioJson.of(figure.timesAsLong()),
                    key(figure.answer()),
                    figure.why().orElse(null));
        }
    }

    static GateJson of(Gate gate) {
        return new GateJson(
                gate.limit(),
                key(gate.answer()),
                gate.obstacles(),
                gate.figures().stream().map(Figure::of).toList());
    }

    private static String key(GateAnswer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
