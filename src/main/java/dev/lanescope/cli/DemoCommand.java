package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.cli.TimelinePicture.Finished;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunException;
import dev.lanescope.recording.RunResult;
import dev.lanescope.recording.Workspace;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.Study;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.TraceFile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `lanescope demo`, and what happens without a display: the sample content under every model,
/// taking turns, and what came of it.
final class DemoCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(
                    this,
                    "demo",
                    "Render the sample content under every model, compare them, and keep the site, the"
                            + " traces and a picture of the timeline.");

    private static final String SITE = "site";
    private static final String MARKER = ".lanescope-demo";

    private final Given<Path> out =
            sheet.path(
                    "--out",
                    "DIR",
                    "Where all of it goes: a new or empty folder, or one of an earlier demo."
                            + " Default: a folder in the user's cache.");

    private final Given<Integer> rounds =
            sheet.number(
                            "--rounds",
                            "N",
                            "How often each model runs. Default: 5, the least for an interval.")
                    .or(5);

    private final Streams streams;
    private final CtrlC ctrlC;
    private final TimelinePicture picture;

    DemoCommand(Streams streams, CtrlC ctrlC, TimelinePicture picture) {
        this.streams = streams;
        this.ctrlC = ctrlC;
        this.picture = picture;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        TerminalException.within("--rounds", rounds.get(), 1, Study.MOST_REPEATS);
        Site site = Scan.of(Workspace.sampleContent(), ScanSettings.STANDARD, streams);
        Path folder = out.isThere() ? own(out.get()) : Workspace.forContent(site);
        var experiments = new ArrayList<Experiment>();
        for (var model : Models.all()) {
            Choice choice = Choice.of(model.id(), null);
            experiments.add(
                    new Experiment(site, folder.resolve(SITE), choice.model(), choice.workers()));
        }
        streams.out().println(announcement(site));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARKER), "Made by the demo of Lanescope.\n");
        NoiseProbe before = NoiseProbe.now();
        List<Repeats> repeats = takeTurns(new Conductor(streams, ctrlC), experiments);
        NoiseProbe after = NoiseProbe.now();
        for (Repeats each : repeats) {
            new KeptTrace(traceFile(folder, each)).write(each.trace());
        }
        streams.out().println();
        ComparisonTable.print(comparison(repeats), streams.out());
        StudyReport.machine(before.words(), after.words(), isNoisy(before, after), streams.out());
        streams.out().println();
        printPlaces(folder, repeats);
        SiteRemarks.failures(repeats.getLast().median(), streams.err());
        return repeats.getLast().exitCode().number();
    }

    /// Checks a folder the user wants: nothing of his is to be overwritten.
    private static Path own(Path wanted) throws TerminalException {
        Path folder = wanted.toAbsolutePath().normalize();
        boolean ours = Files.exists(folder.resolve(MARKER));
        if (Files.exists(folder) && !ours && !isEmpty(folder)) {
            throw TerminalException.badInput(
                    folder + " was not made by Lanescope and is not empty; choose another folder.");
        }
        return folder;
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private String announcement(Site site) {
        return site.name()
                + ": "
                + Amounts.count(site.pages().size(), "page")
                + ", "
                + Amounts.bytes(site.bytes())
                + " of Markdown; a warm-up of "
                + RunInfo.WARM_PAGES
                + " pages, then "
                + Amounts.count(rounds.get(), "round")
                + " in which the models take turns";
    }

    /// One warm-up, then the experiments take turns.
    private List<Repeats> takeTurns(Conductor conductor, List<Experiment> experiments)
            throws RunException, TerminalException, InterruptedException {
        Experiment inThisJvm =
                experiments.stream()
                        .filter(each -> each.model().id().equals(Choice.DEFAULT_MODEL))
                        .findFirst()
                        .orElseThrow();
        for (Experiment warmUp : new Study(List.of(inThisJvm), 1, 0).warmUp()) {
            conductor.carryOut(warmUp, "warm-up");
        }
        return conductor.takeTurns(
                experiments, rounds.get(), number -> experiments.get(number).model().id());
    }

    private static boolean isNoisy(NoiseProbe before, NoiseProbe after) {
        return !before.isQuiet() || !after.isQuiet();
    }

    private static Comparison comparison(List<Repeats> repeats) {
        return Comparison.of(
                repeats.stream()
                        .flatMap(each -> each.runs().stream().map(RunResult::trace))
                        .toList());
    }

    private void printPlaces(Path folder, List<Repeats> repeats) {
        var table = new TextTable(0, 1);
        table.row("site", folder.resolve(SITE).resolve("index.html").toString());
        for (Repeats each : repeats) {
            table.row("trace", traceFile(folder, each).toString());
        }
        table.row("picture", paint(repeats, folder.resolve("timeline.png")));
        PrintStream out = streams.out();
        table.lines().forEach(out::println);
    }

    private String paint(List<Repeats> repeats, Path png) {
        try {
            picture.paint(
                    repeats.stream()
                            .map(each -> new Finished(each.experiment(), each.median()))
                            .toList(),
                    png);
            return png.toString();
        } catch (Exception | LinkageError e) {
            return "none: " + e.getMessage();
        }
    }

    private static Path traceFile(Path folder, Repeats repeats) {
        return folder.resolve(repeats.trace().info().model() + "." + TraceFile.EXTENSION);
    }
}
