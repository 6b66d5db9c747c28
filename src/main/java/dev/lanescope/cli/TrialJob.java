package dev.lanescope.cli;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Trials;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.evidence.EvidenceException;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.content.Site;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Experiments that are no studies, with a line that says how far they are; what they find is kept.
record TrialJob(Site site, Here here, Streams watched, CtrlC ctrlC) {

    private static final long PATIENCE_MILLIS = 10_000;

    /// Told what it does, case by case.
    private interface Experiment {
        Evidence carryOut(Consumer<String> doing) throws Exception;
    }

    void faults(ClaimExperiment.Faults faults) throws Exception {
        carryOut(
                "trying out faults",
                doing -> {
                    Site sample = Trials.faultContent();
                    return Evidence.now(
                                    here, Trials.of(faults, Tables.measures(), doing), List.of())
                            .of(sample.name(), sample.pages().size());
                });
    }

    void costs(ClaimExperiment.Costs costs) throws Exception {
        carryOut(
                "measuring costs",
                doing ->
                        Evidence.now(
                                here, Trials.of(costs, site, Tables.measures(), doing), List.of()));
    }

    void sources(ClaimExperiment.Sources sources) throws Exception {
        carryOut(
                "counting code",
                _ -> Evidence.now(here, Trials.of(sources, Tables.measures()), List.of()));
    }

    private void carryOut(String begins, Experiment experiment) throws Exception {
        var doing = new AtomicReference<>(begins);
        ctrlC.ends(Thread.currentThread()::interrupt, PATIENCE_MILLIS);
        try (var _ = new ProgressLine(watched, doing::get)) {
            keep(experiment.carryOut(doing::set));
        } catch (InterruptedException _) {
            throw new TerminalException(
                    ExitCode.INTERRUPTED,
                    "stopped while " + doing.get() + "; nothing of this test is kept");
        }
    }

    static void keep(Evidence evidence) throws TerminalException {
        try {
            EvidenceBook.ofUser().keep(evidence);
        } catch (EvidenceException e) {
            throw refusal(e);
        }
    }

    /// Makes sure that what is found can be kept, before it is measured.
    static void expectRoom() throws TerminalException {
        try {
            EvidenceBook.ofUser().expectRoom();
        } catch (EvidenceException e) {
            throw refusal(e);
        }
    }

    private static TerminalException refusal(EvidenceException why) {
        return new TerminalException(ExitCode.GIVEN_UP, String.valueOf(why.getMessage()));
    }
}
