package dev.lanescope.cli;

import dev.lanescope.analysis.replay.Order;
import dev.lanescope.analysis.replay.Replay;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Workspace;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.StudyRun;
import dev.lanescope.study.whatif.Forecast;
import dev.lanescope.study.whatif.Ledger;
import dev.lanescope.study.whatif.LedgerEntry;
import dev.lanescope.study.whatif.LedgerException;
import dev.lanescope.study.whatif.WhatIf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `lanescope whatif FOLDER`: runs a folder one way, says by replay what another would take, runs
/// that, and writes both into the ledger. Without a folder it shows the ledger.
final class WhatIfCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(
                    this,
                    "whatif",
                    "Run a folder one way, say what another would take, run that too, and write both"
                            + " into the ledger of predictions. Without a folder: show the ledger.");

    private final Given<Path> folder =
            sheet.placeIfAny("FOLDER", "The folder of Markdown pages; only read.");

    private final Given<String> model =
            sheet.text(
                            "--model",
                            "ID",
                            "Who does the work; `models` lists them. Default: "
                                    + Choice.DEFAULT_MODEL
                                    + ".")
                    .or(Choice.DEFAULT_MODEL);

    private final Given<Integer> from =
            sheet.number(
                            "--from",
                            "N",
                            "With how many workers it is run to be replayed. Default: 1.")
                    .or(1);

    private final Given<Integer> workers =
            sheet.number(
                    "--workers",
                    "N",
                    "With how many workers it would be run. Default: one per processor.");

    private final Given<Boolean> heaviestFirst =
            sheet.flag("--heaviest-first", "Would take the biggest pages first.");

    private final Given<Boolean> roundRobin =
            sheet.flag(
                    "--round-robin",
                    "Would have the pages dealt out in turn before anybody begins.");

    private final Given<Integer> atOnce =
            sheet.number(
                    "--at-once",
                    "N",
                    "How many pages a worker would take, or be sent, at once. Default: as it is"
                            + " usual for the model.");

    private final Given<Integer> repeats =
            sheet.number("--repeats", "N", "How often each is run. Default: 5.").or(5);

    private final Given<Boolean> onlySay =
            sheet.flag("--only-say", "Say it, and neither run it nor write it down.");

    private final Given<Path> file =
            sheet.path("--ledger", "FILE", "Another ledger than that in the user's data folder.");

    private final Given<Boolean> json =
            sheet.flag("--json", "Print one JSON object instead of text.");

    private final Streams streams;
    private final CtrlC ctrlC;

    WhatIfCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        Ledger ledger = Ledger.in(file.isThere() ? file.get() : Workspace.ledger());
        try {
            if (!folder.isThere()) {
                show(ledger);
            } else {
                ask(ledger, folder.get());
            }
        } catch (LedgerException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
        }
        return ExitCode.ALL_CAME_OUT.number();
    }

    private void show(Ledger ledger) throws LedgerException {
        Ledger.Contents contents = ledger.read();
        if (json.get()) {
            Json.print(LedgerJson.of(ledger.file(), contents), streams.out());
        } else {
            new LedgerReport(ledger.file(), contents).print(streams.out());
        }
    }

    private void ask(Ledger ledger, Path content) throws Exception {
        TerminalException.within("--repeats", repeats.get(), 1, Study.MOST_REPEATS);
        Choice base =
                Choice.of(model.get(), from.get())
                        .ofOurs("what is foretold is how our own models run");
        Choice other = Choice.of(model.get(), workers.orNull());
        ledger.read(); // one that cannot be read is refused before the first run
        Streams watched = json.get() ? streams.still() : streams;
        Site site = Scan.of(content, new ScanSettings(false), watched);
        var experiment =
                new Experiment(site, Workspace.outputFor(site), base.model(), base.workers())
                        .with(Knobs.STANDARD.withWarmUp(1))
                        .watchingJvm(true);
        var asked =
                new WhatIf(
                        experiment,
                        other.workers(),
                        order(),
                        atOnce.isThere()
                                ? atOnce.get()
                                : Replay.isSentBatches(model.get()) ? Knobs.STANDARD.batch() : 1);
        Optional<String> refusal = asked.refusal();
        if (refusal.isPresent()) {
            throw TerminalException.badInput(refusal.get());
        }
        StudyResult recorded = carryOut(experiment, watched);
        String runs = recorded.comparison().baseline().title() + ", " + repeats.get() + " runs";
        NoiseProbe probe = NoiseProbe.now();
        Forecast forecast = Forecast.of(recorded.traces(), asked, probe.processors(), probe);
        if (onlySay.get()) {
            print(ledger, asked, runs, forecast, Optional.empty());
            return;
        }
        String id = ledger.predict(site.name(), asked, runs, forecast, probe.words());
        if (!json.get()) {
            streams.out().println(Plain.of(LedgerReport.sentence(asked.words(), runs, forecast)));
        }
        var outcome = LedgerEntry.Outcome.of(carryOut(asked.experiment(), watched));
        ledger.measured(id, outcome);
        print(ledger, asked, runs, forecast, Optional.of(id));
    }

    private void print(
            Ledger ledger, WhatIf asked, String runs, Forecast forecast, Optional<String> id)
            throws LedgerException {
        Optional<LedgerEntry> entry =
                id.isEmpty()
                        ? Optional.empty()
                        : ledger.read().entries().stream()
                                .filter(each -> each.id().equals(id.get()))
                                .findFirst();
        if (json.get()) {
            Json.print(
                    entry.map(LedgerJson.Entry::of)
                            .orElseGet(() -> LedgerJson.Entry.of(asked.words(), runs, forecast)),
                    streams.out());
        } else if (entry.isPresent()) {
            streams.out().println(Plain.of(LedgerReport.outcome(entry.get())));
            streams.out().println("  Both stand in " + Plain.of(ledger.file().toString()));
        } else {
            streams.out().println(Plain.of(LedgerReport.sentence(asked.words(), runs, forecast)));
        }
    }

    private StudyResult carryOut(Experiment experiment, Streams watched) throws Exception {
        var run = new StudyRun(new Study(List.of(experiment), repeats.get(), 1));
        ctrlC.ends(run::stop, 1_000);
        try (var _ = new ProgressLine(watched, () -> run.progress().words(ConcurrencyModel::id))) {
            StudyResult result = run.carryOut();
            if (result.stopped()) {
                throw new TerminalException(
                        ExitCode.INTERRUPTED,
                        "stopped after " + result.runs().size() + " of " + repeats.get() + " runs");
            }
            return result;
        }
    }

    private Order order() throws TerminalException {
        if (heaviestFirst.get() && roundRobin.get()) {
            throw TerminalException.badInput(
                    "--heaviest-first and --round-robin are two answers to one question; leave one"
                            + " out.");
        }
        return heaviestFirst.get()
                ? Order.HEAVIEST_FIRST
                : roundRobin.get() ? Order.ROUND_ROBIN : Order.AS_RECORDED;
    }
}
