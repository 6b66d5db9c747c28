package dev.lanescope.claims;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.compare.Bootstrap;
import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.pipeline.Stage;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the JIT of a CPython makes of each part of a page by itself: taking Markdown apart, putting
/// strings together, filling in a template. One worker did all of it, once with the JIT and once
/// without.
public final class StageReadings {

    private static final String MODEL = "python-sequential";

    /// The parts that compute, of those that a page of Python passes through.
    public static final List<Stage> PARTS = List.of(Stage.PARSE, Stage.RENDER, Stage.TEMPLATE);

    private StageReadings() {}

    /// By which its reading is known.
    public static String key(Stage stage) {
        return "jit-stage:" + stage.name().toLowerCase(Locale.ROOT);
    }

    /// For people.
    public static String title(Stage stage) {
        return "CPython, JIT on against off, " + stage.label() + " alone";
    }

    /// Nothing if no Python ran with its JIT and without.
    static List<Reading> of(List<Contender> ran, Here here) {
        Optional<Contender> on = on(Build.JIT_ON, ran, here);
        Optional<Contender> off = on(Build.JIT_OFF, ran, here);
        List<Reading> readings = new ArrayList<>();
        if (on.isPresent() && off.isPresent()) {
            for (Stage stage : PARTS) {
                List<Double> with = nanos(on.get(), stage);
                List<Double> without = nanos(off.get(), stage);
                if (with.stream().allMatch(each -> each > 0) && !without.isEmpty()) {
                    readings.add(
                            Reading.of(
                                    key(stage),
                                    title(stage),
                                    Bootstrap.ratio(without, with, PARTS.size())));
                }
            }
        }
        return readings;
    }

    private static Optional<Contender> on(Build build, List<Contender> ran, Here here) {
        Optional<String> runtime = here.runtime(build);
        return ran.stream()
                .filter(each -> each.info().model().equals(MODEL))
                .filter(Way.USUAL::fits)
                .filter(each -> runtime.isPresent() && each.info().python().equals(runtime))
                .findFirst();
    }

    private static List<Double> nanos(Contender of, Stage stage) {
        return of.runs().stream().map(run -> nanos(run, stage)).toList();
    }

    private static double nanos(Snapshot run, Stage stage) {
        LaneTime time = LaneTime.of(run);
        double nanos = 0;
        for (int state = 0; state < run.info().states().size(); state++) {
            nanos += run.state(state).name().equals(stage.label()) ? time.nanos(state) : 0;
        }
        return nanos;
    }
}
