package dev.lanescope.cli;

import dev.lanescope.analysis.Durations;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.faults.FaultGrid;
import dev.lanescope.recording.faults.FaultVerdict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `lanescope faults`: what a page that goes wrong costs under each model, tried out.
final class FaultsCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(
                    this, "faults", "Try out what each kind of fault costs under each model.");

    private static final long PATIENCE_MILLIS = 10_000; // as long as a case may take to be gone

    private final Given<String> model =
            sheet.text(
                    "--model",
                    "ID",
                    "Try out this model only; `python` for all of a real CPython. Default: all that"
                            + " run on this JVM, which takes some minutes.");

    private final Given<String> runtime =
            sheet.text(
                    "--runtime",
                    "NAME",
                    "Which CPython, as `doctor` names it. Default: the best one found.");

    private final Given<Boolean> json =
            sheet.flag("--json", "Print a JSON list instead of a table.");

    private final Streams streams;

    private final CtrlC ctrlC;

    FaultsCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    /// A case as programs read it; the keys stand in `docs/terminal.md`.
    record Entry(
            String model,
            String fault,
            String lost,
            int pagesLost,
            int workersLost,
            long restartNanos,
            String sentence) {}

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        List<ConcurrencyModel> models = TriedModels.of(model.orNull(), runtime.orNull(), streams);
        Site site = Scan.of(Workspace.sampleContent(), ScanSettings.STANDARD, streams.still());
        var grid = new FaultGrid(site);
        List<Entry> entries = new ArrayList<>();
        if (!json.get()) {
            streams.out()
                    .println(
                            "What is lost when page "
                                    + site.pages().get(FaultGrid.ITEM).source()
                                    + " of "
                                    + site.name()
                                    + " goes wrong, with 2 workers, each case in a process of its"
                                    + " own:");
        }
        ctrlC.ends(Thread.currentThread()::interrupt, PATIENCE_MILLIS);
        int all = models.stream().mapToInt(each -> FaultGrid.kinds(each).size()).sum();
        try {
            tryOut(grid, models, entries);
        } catch (InterruptedException _) {
            throw new TerminalException(
                    ExitCode.INTERRUPTED,
                    "stopped after " + entries.size() + " of " + all + " cases");
        } catch (IOException e) {
            throw new TerminalException(
                    ExitCode.GIVEN_UP,
                    "given up after "
                            + entries.size()
                            + " of "
                            + all
                            + " cases: "
                            + e.getMessage());
        }
        if (json.get()) {
            Json.print(entries, streams.out());
        }
        return ExitCode.ALL_CAME_OUT.number();
    }

    private void tryOut(FaultGrid grid, List<ConcurrencyModel> models, List<Entry> entries)
            throws IOException, InterruptedException {
        for (ConcurrencyModel each : models) {
            List<FaultVerdict> row = new ArrayList<>();
            for (Fault.Kind kind : FaultGrid.kinds(each)) {
                FaultVerdict verdict = grid.of(each, kind);
                row.add(verdict);
                entries.add(
                        new Entry(
                                each.id(),
                                kind.id(),
                                verdict.loss().words(),
                                verdict.pagesLost(),
                                verdict.workersLost(),
                                verdict.restartNanos(),
                                verdict.sentence()));
            }
            if (!json.get()) {
                print(each, row);
            }
        }
    }

    private static String restart(FaultVerdict verdict) {
        return verdict.restartNanos() == 0
                ? ""
                : "back after " + Durations.text(verdict.restartNanos());
    }

    /// A model at a time, for each takes some seconds.
    private void print(ConcurrencyModel each, List<FaultVerdict> row) {
        streams.out().println();
        String setting = each.setting();
        streams.out().println(each.id() + (setting.isEmpty() ? "" : ", " + setting));
        var table = new TextTable(0, 1, 2, 3);
        List<Fault.Kind> kinds = FaultGrid.kinds(each);
        for (int i = 0; i < kinds.size(); i++) {
            FaultVerdict verdict = row.get(i);
            table.row(kinds.get(i).id(), verdict.words(), restart(verdict), verdict.sentence());
        }
        table.lines().forEach(streams.out()::println);
    }
}
