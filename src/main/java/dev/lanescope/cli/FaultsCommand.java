package dev.lanescope.cli;

import dev.lanescope.analysis.Durations;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Workspace;
import dev.lanescope.recording.faults.FaultGrid;
import dev.lanescope.recording.faults.FaultVerdict;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `lanescope faults`: what a page that goes wrong costs under each model, tried out.
@Command(name = "faults", description = "Try out what each kind of fault costs under each model.")
final class FaultsCommand implements Callable<Integer> {

    private static final long PATIENCE_MILLIS = 10_000; // as long as a case may take to be gone

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "Try out this model only. Default: all, which takes some minutes.")
    private @Nullable String model;

    @Option(names = "--json", description = "Print a JSON list instead of a table.")
    private boolean json;

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
    public Integer call() throws Exception {
        List<ConcurrencyModel> models =
                model == null
                        ? Models.all()
                        : List.of(
                                Choice.of(model, null)
                                        .ofOurs("its faults are those of a JVM")
                                        .model());
        Site site = Scan.of(Workspace.sampleContent(), ScanSettings.STANDARD, streams.still());
        var grid = new FaultGrid(site);
        List<Entry> entries = new ArrayList<>();
        if (!json) {
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
        try {
            tryOut(grid, models, entries);
        } catch (InterruptedException _) {
            int all = models.size() * Fault.Kind.values().length;
            throw new TerminalException(
                    ExitCode.INTERRUPTED,
                    "stopped after " + entries.size() + " of " + all + " cases");
        }
        if (json) {
            Json.print(entries, streams.out());
        }
        return ExitCode.ALL_CAME_OUT.number();
    }

    private void tryOut(FaultGrid grid, List<ConcurrencyModel> models, List<Entry> entries)
            throws IOException, InterruptedException {
        for (ConcurrencyModel each : models) {
            List<FaultVerdict> row = new ArrayList<>();
            for (Fault.Kind kind : Fault.Kind.values()) {
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
            if (!json) {
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
        streams.out().println(each.id());
        var table = new TextTable(0, 1, 2, 3);
        Fault.Kind[] kinds = Fault.Kind.values();
        for (int i = 0; i < kinds.length; i++) {
            FaultVerdict verdict = row.get(i);
            table.row(kinds[i].id(), verdict.words(), restart(verdict), verdict.sentence());
        }
        table.lines().forEach(streams.out()::println);
    }
}
