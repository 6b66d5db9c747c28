package dev.lanescope.cli;

import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.exchange.bundle.Bundle;
import dev.lanescope.exchange.bundle.BundleFile;
import dev.lanescope.exchange.bundle.Question;
import dev.lanescope.exchange.report.Circumstances;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFileException;

import picocli.CommandLine;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// A study from a file, as the terminal knows it.
///
/// @param file where it was opened from
record StudyBundle(Path file, BundleFile.Opened opened) {

    static StudyBundle open(Path file) throws TerminalException, InterruptedException {
        try {
            return new StudyBundle(file, BundleFile.open(file, _ -> {}));
        } catch (TraceFileException e) {
            throw TerminalException.badInput(String.valueOf(e.getMessage()));
        }
    }

    /// What is to be kept of a study.
    static Bundle of(StudyPlan plan, Circumstances circumstances, List<Snapshot> traces) {
        return new Bundle(
                new Question(
                        plan.models(),
                        plan.workers(),
                        plan.threads(),
                        plan.repeats(),
                        plan.warmUp(),
                        plan.cold(),
                        plan.seed(),
                        plan.drafts(),
                        plan.look(),
                        plan.knobs().options(),
                        circumstances.before(),
                        circumstances.after(),
                        circumstances.version(),
                        circumstances.written()),
                traces);
    }

    /// Refuses to do again what was not done.
    ///
    /// @throws TerminalException if the question in the file is not that of its traces
    void expectOwnQuestion() throws TerminalException {
        if (!opened.otherQuestion().isEmpty()) {
            throw TerminalException.badInput(
                    file
                            + " is not verified, so it is not done again. "
                            + Plain.of(opened.otherQuestion().getFirst()));
        }
    }

    private Question question() {
        return opened.bundle().question();
    }

    /// What it asked.
    ///
    /// @throws TerminalException if that cannot be done here
    StudyPlan plan() throws TerminalException {
        Question asked = question();
        return new StudyPlan(
                asked.threads().isEmpty() ? StudyPlan.Verb.COMPARE : StudyPlan.Verb.SWEEP,
                asked.models(),
                asked.workers(),
                asked.threads(),
                asked.repeats(),
                asked.warmUp(),
                asked.cold(),
                asked.seed(),
                asked.drafts(),
                asked.look(),
                typed(WorkOptions::new, asked.knobs()).on(Knobs.STANDARD));
    }

    Circumstances circumstances() throws TerminalException {
        Question asked = question();
        return new Circumstances(
                asked.repeats(),
                asked.seed(),
                asked.before(),
                asked.after(),
                plan().command(content()),
                asked.version(),
                asked.written());
    }

    String content() {
        return opened.bundle().traces().getFirst().info().content();
    }

    /// How its site was to look.
    ///
    /// @throws TerminalException if that cannot be had here
    RenderOptions look() throws TerminalException {
        List<String> words = question().look();
        if (words.contains("--own-templates")) {
            throw TerminalException.badInput(
                    file
                            + " was made with templates of its own, which a bundle does not hold:"
                            + " it cannot be done again from it.");
        }
        return typed(RenderOptions::new, words);
    }

    /// Options as somebody typed them.
    private <T> T typed(Function<OptionSheet, T> options, List<String> words)
            throws TerminalException {
        try {
            var sheet = new OptionSheet(() -> 0, "study", "");
            T all = options.apply(sheet);
            new CommandLine(sheet.spec())
                    .setExpandAtFiles(false) // the words are a stranger's
                    .parseArgs(words.toArray(String[]::new));
            return all;
        } catch (CommandLine.PicocliException e) {
            throw TerminalException.badInput(
                    file
                            + " asks for something that this Lanescope does not know: "
                            + Plain.of(String.valueOf(e.getMessage())));
        }
    }
}
