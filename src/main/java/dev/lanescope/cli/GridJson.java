package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.StudyResult;

import org.jspecify.annotations.Nullable;

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
        boolean noisy,
        List<String> differences,
        List<String> objections,
        List<String> cautions,
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
            @Nullable RatioJson overBest,
            @Nullable RatioJson speedUp) {

        static Entry of(Grid grid, Grid.Cell cell) {
            Grid.Rank rank = grid.rank(cell);
            return new Entry(
                    cell.groups(),
                    cell.threads(),
                    cell.workers(),
                    rank == Grid.Rank.BEST,
                    rank == Grid.Rank.BEST || rank == Grid.Rank.AS_GOOD,
                    cell.contender().walls().stream().map(Double::longValue).toList(),
                    grid.comparable() ? RatioJson.of(cell.over()) : null,
                    grid.comparable() ? RatioJson.of(cell.speedUp()) : null);
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
                result.isNoisy(),
                comparison.differences(),
                comparison.objections(),
                comparison.cautions(),
                grid.cells().stream().map(cell -> Entry.of(grid, cell)).toList());
    }
}
