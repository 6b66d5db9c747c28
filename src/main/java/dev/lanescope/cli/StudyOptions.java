package dev.lanescope.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;

/// What every command takes that lets settings of a folder take turns.
final class StudyOptions {

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The folder of Markdown pages; only read.")
    @Nullable Path folder;

    @Mixin final SiteOptions pages = new SiteOptions();
    @Mixin final RenderOptions look = new RenderOptions();

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each setting runs. Default: 5, the least for an interval.")
    int repeats = 5;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description =
                    "How often the workers of each run do the pages unrecorded before. Default: 1.")
    @Nullable Integer warmUp;

    @Option(
            names = "--cold",
            description =
                    "Give each run a JVM of its own, in which nothing was loaded or compiled before.")
    boolean cold;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the order in which the settings take turns. Default: 1.")
    long seed = 1;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write a report to hand to somebody: *.html in one file, or *.md. May be given"
                            + " several times.")
    List<Path> reports = List.of();

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description =
                    "Write everything into one file, to be opened, checked and done again elsewhere:"
                            + " traces, settings, machine and results.")
    @Nullable Path bundle;

    @Option(names = "--force", description = "Overwrite files that are there.")
    boolean force;

    /// The folder of pages.
    ///
    /// @throws TerminalException if none was named
    Path folder() throws TerminalException {
        if (folder == null) {
            throw TerminalException.badInput("Missing required parameter: 'FOLDER'");
        }
        return folder;
    }

    /// What is to be done to the folder.
    ///
    /// @throws TerminalException if it was asked for cold runs that warm up
    StudyPlan plan(StudyPlan.Verb verb, List<String> models, List<Integer> workers)
            throws TerminalException {
        return plan(verb, models, workers, List.of());
    }

    /// The same, over a grid if there are numbers of threads.
    StudyPlan plan(
            StudyPlan.Verb verb, List<String> models, List<Integer> workers, List<Integer> threads)
            throws TerminalException {
        if (cold && warmUp != null && warmUp > 0) {
            throw TerminalException.badInput(
                    "--cold is for runs that nothing came before: leave --warm-up out.");
        }
        int passes = cold ? 0 : warmUp == null ? 1 : warmUp;
        return new StudyPlan(
                verb,
                models,
                workers,
                threads,
                repeats,
                passes,
                cold,
                seed,
                pages.drafts(),
                look.words());
    }
}
