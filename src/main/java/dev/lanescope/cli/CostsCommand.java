package dev.lanescope.cli;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.lab.CostException;
import dev.lanescope.lab.CostLab;
import dev.lanescope.lab.CostSheet;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.recording.Workspace;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// `lanescope costs`: what each model costs, measured.
final class CostsCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(
                    this,
                    "costs",
                    "Measure what each model costs: to start, for a task, for what crosses, in memory"
                            + " and threads.");

    private static final int MOST_ROUNDS = 1_000;
    private static final int ROUNDS = 3;
    private static final String FIGURES = "figures";
    private static final long PATIENCE_MILLIS = 10_000; // a busy machine, a big folder

    private final Given<Path> folder =
            sheet.placeIfAny(
                    "FOLDER",
                    "A folder of Markdown whose pages are used. Default: the sample content.");

    private final Given<String> model =
            sheet.text(
                    "--model",
                    "ID",
                    "Measure this model only; `python` for all of a real CPython. Default: all that"
                            + " run on this JVM, which takes some minutes.");

    private final Given<String> runtime =
            sheet.text(
                    "--runtime",
                    "NAME",
                    "Which CPython, as `doctor` names it. Default: the best one found.");

    private final Given<Integer> rounds =
            sheet.number(
                    "--rounds",
                    "N",
                    "How often each is measured, in a new process each time. Default: 3; 2 of"
                            + " `starts`, 1 of `freight`.");

    private final Given<String> measure =
            sheet.text(
                            "--measure",
                            "WHAT",
                            "figures: a table of all models (default). ping-pong: the way there and back,"
                                    + " by transport and size. break-even: from which cost of a page on"
                                    + " workers pay. page: CPU of a page. starts: 50 starts of each kind"
                                    + " of worker. inside: CPU over wall time of an interpreter."
                                    + " freight: bytes that cross, by number of pages. jit: a page in JVMs that compile or do not. memory: by"
                                    + " number of workers. crossover: from how many pages on which model"
                                    + " overtakes which, cold. ceiling: what JVMs that share nothing"
                                    + " reach, and what two of them differ by.")
                    .or(FIGURES);

    private final Given<Boolean> json =
            sheet.flag("--json", "Print a JSON list instead of tables.");

    private final Streams streams;
    private final CtrlC ctrlC;

    CostsCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        if (rounds.isThere()) {
            TerminalException.within("--rounds", rounds.get(), 1, MOST_ROUNDS);
        }
        if (!measure.get().equals(FIGURES)) {
            return curves(kind());
        }
        List<ConcurrencyModel> models = TriedModels.of(model.orNull(), runtime.orNull(), streams);
        Streams watched = json.get() ? streams.still() : streams;
        Site site = site(watched);
        int times = rounds.isThere() ? rounds.get() : ROUNDS;
        var sheet = new AtomicReference<>(CostSheet.EMPTY);
        try {
            measure(site, models, times, watched, sheet);
        } catch (TerminalException e) {
            if (!json.get() && sheet.get().measurements() > 0) {
                new CostsReport(sheet.get(), models, site, times).print(streams.out());
            }
            throw e;
        }
        if (json.get()) {
            Json.print(CostsReport.entries(sheet.get(), models), streams.out());
        } else {
            new CostsReport(sheet.get(), models, site, times).print(streams.out());
        }
        return ExitCode.ALL_CAME_OUT.number();
    }

    private Site site(Streams watched) throws Exception {
        Path content = folder.isThere() ? folder.get() : Workspace.sampleContent();
        return Scan.of(content, ScanSettings.STANDARD, watched);
    }

    private CurveKind kind() throws TerminalException {
        if (model.isThere() || runtime.isThere()) {
            throw TerminalException.badInput(
                    "--model and --runtime go with --measure figures only; the others have rows of"
                            + " their own.");
        }
        List<String> known =
                Stream.concat(
                                Stream.of(FIGURES),
                                Arrays.stream(CurveKind.values()).map(CurveKind::id))
                        .toList();
        return CurveKind.byId(measure.get())
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "--measure takes "
                                        + String.join(", ", known)
                                        + ", not \""
                                        + measure.get()
                                        + "\"."));
    }

    private Integer curves(CurveKind kind) throws Exception {
        Streams watched = json.get() ? streams.still() : streams;
        var job = new CurvesJob(kind, site(watched), rounds.isThere() ? rounds.get() : 0);
        try {
            job.measure(watched, ctrlC, PATIENCE_MILLIS);
        } catch (TerminalException e) {
            if (!json.get() && job.book().measurements() > 0) {
                new CurvesReport(job).print(streams.out());
            }
            throw e;
        }
        if (json.get()) {
            Json.print(CurvesJson.of(job), streams.out());
        } else {
            new CurvesReport(job).print(streams.out());
        }
        return ExitCode.ALL_CAME_OUT.number();
    }

    /// @param sheet is filled as far as it comes
    private void measure(
            Site site,
            List<ConcurrencyModel> models,
            int times,
            Streams watched,
            AtomicReference<CostSheet> sheet)
            throws Exception {
        int all = times * models.size();
        ctrlC.ends(Thread.currentThread()::interrupt, PATIENCE_MILLIS);
        try (var _ =
                new ProgressLine(
                        watched, () -> "measured " + sheet.get().measurements() + " of " + all)) {
            new CostLab(site)
                    .measure(
                            models,
                            times,
                            (measured, costs) -> sheet.set(sheet.get().with(measured, costs)));
        } catch (CostException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, e.getMessage() + ".");
        } catch (InterruptedException _) {
            throw new TerminalException(
                    ExitCode.INTERRUPTED,
                    "stopped after " + sheet.get().measurements() + " of " + all + " measurements");
        }
    }
}
