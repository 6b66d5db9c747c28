package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.StudyResult;

import java.util.List;

/// What programs read of a grid of processes and threads; the keys stand in `docs/terminal.md`.
record GridJson(
        int format,
        String version,
        String content,
        int pages,
        String model,
        String baseline,
        int repeats,
        long seed,
        NoiseProbe probeBefore,
        NoiseProbe probeAfter,
        List<String> objections,
        List<Entry> cells) {

    private static final int FORMAT = 1;

    /// One way to part the workers.
    record Entry(
            int processes,
            int threads,
            int workers,
            boolean best,
            boolean asGood,
            List<Long> wallNanos,
            RatioJson overBest,
            RatioJson speedUp) {

        static Entry of(Grid.Cell cell) {
            return new Entry(
                    cell.groups(),
                    cell.threads(),
                    cell.workers(),
                    cell.isBest(),
                    cell.isAsGood(),
                    cell.contender().walls().stream().map(Double::longValue).toList(),
                    RatioJson.of(cell.over()),
                    RatioJson.of(cell.speedUp()));
        }
    }

    static GridJson of(StudyResult result, Comparison comparison, Grid grid) {
        var info = comparison.baseline().info();
        return new GridJson(
                FORMAT,
                Version.number(),
                info.content(),
                info.pages(),
                grid.model(),
                info.model(),
                result.study().repeats(),
                result.study().seed(),
                result.before(),
                result.after(),
                comparison.objections(),
                grid.cells().stream().map(Entry::of).toList());
    }
}
