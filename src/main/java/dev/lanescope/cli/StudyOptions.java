package dev.lanescope.cli;

import dev.lanescope.concurrency.knobs.Knobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What every command takes that lets settings of a folder take turns.
final class StudyOptions {

    final Given<Path> folder;
    final Given<String> runtime;
    final SiteOptions pages;
    final RenderOptions look;
    final Given<Integer> repeats;
    final Given<Integer> warmUp;
    final Given<Boolean> cold;
    final WorkOptions work;
    final Given<Long> seed;
    final Given<Boolean> json;
    final Given<List<Path>> reports;
    final Given<Path> bundle;
    final Given<Boolean> force;

    StudyOptions(OptionSheet sheet) {
        folder = sheet.placeIfAny("FOLDER", "The folder of Markdown pages; only read.");
        pages = new SiteOptions(sheet);
        look = new RenderOptions(sheet);
        runtime =
                sheet.text(
                        "--runtime",
                        "NAME",
                        "Which CPython runs the models of Python: a name that `doctor` lists, or the"
                                + " path of an executable. Default: the best one found.");
        repeats =
                sheet.number(
                                "--repeats",
                                "N",
                                "How often each setting runs. Default: 5, the least for an interval;"
                                        + " `compare` takes more for more than 7 settings.")
                        .or(5);
        warmUp =
                sheet.number(
                                "--warm-up",
                                "N",
                                "How often the workers of each run do the pages unrecorded before. Default: 1.")
                        .or(1);
        cold =
                sheet.flag(
                        "--cold",
                        "Give each run a JVM of its own, in which nothing was loaded or compiled before.");
        work = new WorkOptions(sheet);
        seed =
                sheet.bigNumber(
                                "--seed",
                                "N",
                                "Of the order in which the settings take turns. Default: 1.")
                        .or(1L);
        json = sheet.flag("--json", "Print JSON instead of text.");
        reports =
                sheet.eachPath(
                        "--report",
                        "FILE",
                        "Write a report to hand to somebody: *.html in one file, or *.md. May be given"
                                + " several times.");
        bundle =
                sheet.path(
                        "--bundle",
                        "FILE",
                        "Write everything into one file, to be opened, checked and done again elsewhere:"
                                + " traces, settings, machine and results.");
        force = sheet.flag("--force", "Overwrite files that are there.");
    }

    /// Whether any of them is given that says how a study is done, or where it is kept.
    boolean areOfAStudy() {
        return Stream.of(repeats, warmUp, seed, bundle, runtime).anyMatch(Given::isThere)
                || work.areThere()
                || cold.get()
                || force.get()
                || !reports.get().isEmpty();
    }

    /// Whether they say how often, and nothing else.
    boolean isNothingButRepeats() {
        return Stream.of(warmUp, seed, bundle, runtime).noneMatch(Given::isThere)
                && !work.areThere()
                && !cold.get()
                && !force.get()
                && reports.get().isEmpty();
    }

    /// The models of Python that name no runtime get the one that was asked for.
    private List<String> onRuntime(List<String> models) throws TerminalException {
        if (!runtime.isThere()) {
            return models;
        }
        List<String> named = new ArrayList<>();
        for (String model : models) {
            String id = model.strip();
            boolean silent =
                    Choice.runtimeIn(id).isEmpty() && Choice.of(id, null).model().isForeign();
            named.add(silent ? id + "@" + runtime.get() : id);
        }
        if (named.equals(models)) {
            throw TerminalException.badInput(
                    "--runtime is for models of Python that name none themselves; there is no such"
                            + " model among "
                            + String.join(", ", models)
                            + ".");
        }
        return named;
    }

    /// The folder of pages.
    ///
    /// @throws TerminalException if none was named
    Path folder() throws TerminalException {
        if (folder.orNull() == null) {
            throw TerminalException.badInput("Missing required parameter: 'FOLDER'");
        }
        return folder.get();
    }

    /// The folder as it was named; `null` if it was not.
    String content() {
        return String.valueOf(folder.orNull());
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
        if (cold.get() && warmUp.isThere() && warmUp.get() > 0) {
            throw TerminalException.badInput(
                    "--cold is for runs that nothing came before: leave --warm-up out.");
        }
        int passes = cold.get() ? 0 : warmUp.get();
        return new StudyPlan(
                verb,
                onRuntime(models),
                workers,
                threads,
                repeats.get(),
                passes,
                cold.get(),
                seed.get(),
                pages.drafts(),
                look.words(),
                work.on(Knobs.STANDARD));
    }
}
