package dev.lanescope.ui.session;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.Grid;
import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.exchange.bundle.Bundle;
import dev.lanescope.exchange.bundle.BundleFile;
import dev.lanescope.exchange.bundle.Question;
import dev.lanescope.exchange.report.Circumstances;
import dev.lanescope.exchange.report.Report;
import dev.lanescope.exchange.report.ReportFormat;
import dev.lanescope.recording.Release;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFileException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// What a screen shows of compared runs, ready to be handed to somebody as a file.
///
/// @param scaling how they scale, if that is what is shown
/// @param rules what rules of thumb would have chosen, beside it
/// @param grid processes by threads, if that is shown
public record Handout(
        Comparison comparison,
        Optional<Scaling> scaling,
        List<RuleCheck> rules,
        Optional<Grid> grid) {

    /// The files that it can become.
    public enum Kind {
        HTML("Report as HTML", "html"),
        MARKDOWN("Report as Markdown", "md"),
        BUNDLE("Bundle of all runs", Bundle.EXTENSION);

        private final String title;
        private final String extension;

        Kind(String title, String extension) {
            this.title = title;
            this.extension = extension;
        }

        public String title() {
            return title;
        }

        /// Without the dot.
        public String extension() {
            return extension;
        }

        /// Whether the desktop can show it to people.
        public boolean isReadable() {
            return this != BUNDLE;
        }
    }

    public Handout {
        rules = List.copyOf(rules);
    }

    /// One that tells of no scaling.
    public Handout(Comparison comparison) {
        this(comparison, Optional.empty(), List.of(), Optional.empty());
    }

    /// The name to propose for its file.
    public String name(Kind kind) {
        String what = scaling.isPresent() || grid.isPresent() ? "-scaling." : "-study.";
        return comparison.baseline().info().content() + what + kind.extension();
    }

    /// Writes it; the file appears whole. Takes a while, and ends early when interrupted.
    ///
    /// @param progress is told now and then how much is written, 0 to 1, on this thread
    void write(Kind kind, Studies.Known known, Path file, DoubleConsumer progress)
            throws TraceFileException, InterruptedException {
        List<Snapshot> traces =
                comparison.contenders().stream()
                        .flatMap(contender -> contender.runs().stream())
                        .toList();
        if (traces.stream().anyMatch(trace -> trace.info().isForeign())) {
            throw new TraceFileException(
                    file,
                    "cannot be written: a trace of another tool is among the runs; untick it first");
        }
        var question =
                Question.ofRuns(
                        traces,
                        known.seed(),
                        known.drafts(),
                        known.before(),
                        known.after(),
                        Release.number(),
                        Instant.now());
        if (kind == Kind.BUNDLE) {
            BundleFile.write(new Bundle(question, traces), file, progress);
            return;
        }
        var circumstances =
                new Circumstances(
                        question.repeats(),
                        question.seed(),
                        question.before(),
                        question.after(),
                        question.command(comparison.baseline().info().content()),
                        question.version(),
                        question.written());
        new Report(comparison, circumstances, scaling, rules, grid)
                .write(file, kind == Kind.HTML ? ReportFormat.HTML : ReportFormat.MARKDOWN);
    }
}
