package dev.lanescope.cli;

import dev.lanescope.trace.RunInfo;

import java.util.List;

/// What programs read of the presets side by side; the keys stand in `docs/terminal.md`.
record StepsJson(
        int format,
        String version,
        int exitCode,
        String content,
        int pages,
        String model,
        int workers,
        int rounds,
        int warmUpPasses,
        boolean sameOutput,
        List<Entry> steps) {

    private static final int FORMAT = 1;

    /// One preset.
    record Entry(
            String preset,
            String setting,
            RunJson.Wall wallNanos,
            double pagesPerSecond,
            double ratioToFirst,
            boolean sameOutput,
            int roundsWon,
            boolean gainShown,
            String treeHash) {

        static Entry of(Steps.Step step) {
            Repeats runs = step.runs();
            return new Entry(
                    step.preset().id(),
                    runs.trace().info().setting(),
                    new RunJson.Wall(runs.medianNanos(), runs.leastNanos(), runs.mostNanos()),
                    runs.pagesPerSecond(),
                    step.ratio(),
                    step.sameOutput(),
                    step.roundsWon(),
                    step.gainShown(),
                    runs.median().treeHash());
        }
    }

    static StepsJson of(Steps steps) {
        Repeats first = steps.runs().getFirst();
        RunInfo info = first.trace().info();
        return new StepsJson(
                FORMAT,
                Version.number(),
                steps.exitCode().number(),
                info.content(),
                info.pages(),
                info.model(),
                info.workers(),
                first.runs().size(),
                first.experiment().knobs().warmUp(),
                steps.sameOutput(),
                steps.all().stream().map(Entry::of).toList());
    }
}
