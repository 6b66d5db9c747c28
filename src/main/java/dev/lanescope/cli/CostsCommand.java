package dev.lanescope.cli;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.lab.CostException;
import dev.lanescope.lab.CostLab;
import dev.lanescope.lab.CostSheet;
import dev.lanescope.recording.Workspace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/// `lanescope costs`: what each model costs, measured.
@Command(
        name = "costs",
        description =
                "Measure what each model costs: to start, for a task, for what crosses, in memory"
                        + " and threads.")
final class CostsCommand implements Callable<Integer> {

    private static final int MOST_ROUNDS = 1_000;
    private static final long PATIENCE_MILLIS = 10_000; // a busy machine, a big folder

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "A folder of Markdown whose pages are used. Default: the sample content.")
    private @Nullable Path folder;

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "Measure this model only. Default: all, which takes some minutes.")
    private @Nullable String model;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each is measured, in a new process each time. Default: 3.")
    private int rounds = 3;

    @Option(names = "--json", description = "Print a JSON list instead of tables.")
    private boolean json;

    private final Streams streams;
    private final CtrlC ctrlC;

    CostsCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public Integer call() throws Exception {
        TerminalException.within("--rounds", rounds, 1, MOST_ROUNDS);
        List<ConcurrencyModel> models =
                model == null
                        ? Models.all()
                        : List.of(
                                Choice.of(model, null)
                                        .ofOurs("what is measured are our own workers")
                                        .model());
        Path content = folder == null ? Workspace.sampleContent() : folder;
        Streams watched = json ? streams.still() : streams;
        Site site = Scan.of(content, ScanSettings.STANDARD, watched);
        var sheet = new AtomicReference<>(CostSheet.EMPTY);
        try {
            measure(site, models, watched, sheet);
        } catch (TerminalException e) {
            if (!json && sheet.get().measurements() > 0) {
                new CostsReport(sheet.get(), models, site, rounds).print(streams.out());
            }
            throw e;
        }
        if (json) {
            Json.print(CostsReport.entries(sheet.get(), models), streams.out());
        } else {
            new CostsReport(sheet.get(), models, site, rounds).print(streams.out());
        }
        return ExitCode.ALL_CAME_OUT.number();
    }

    /// @param sheet is filled as far as it comes
    private void measure(
            Site site,
            List<ConcurrencyModel> models,
            Streams watched,
            AtomicReference<CostSheet> sheet)
            throws Exception {
        int all = rounds * models.size();
        ctrlC.ends(Thread.currentThread()::interrupt, PATIENCE_MILLIS);
        try (var _ =
                new ProgressLine(
                        watched, () -> "measured " + sheet.get().measurements() + " of " + all)) {
            new CostLab(site)
                    .measure(
                            models,
                            rounds,
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
