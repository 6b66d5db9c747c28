package dev.lanescope.cli;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.ClaimStudy;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.content.Site;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.StudyRun;

import java.io.IOException;
import java.util.List;

/// Measures what tables miss, one experiment after the other; each is kept when it is over.
record TableJob(StudyOptions options, Site site, Here here, Streams streams, CtrlC ctrlC) {

    private static final long PATIENCE_MILLIS = 5_000;

    void measure(List<ClaimExperiment> missing) throws Exception {
        if (!missing.isEmpty()) {
            TrialJob.expectRoom();
        }
        int number = 0;
        for (ClaimExperiment each : missing) {
            number++;
            if (!options.json.get()) {
                streams.out()
                        .println(
                                Plain.of(
                                        number
                                                + " of "
                                                + missing.size()
                                                + ": "
                                                + each.words(here)
                                                + shortened(each)));
            }
            carryOut(each);
        }
    }

    private String shortened(ClaimExperiment experiment) {
        return experiment instanceof ClaimExperiment.Turns && options.repeats.isThere()
                ? "; asked for are " + options.repeats.get()
                : "";
    }

    private void carryOut(ClaimExperiment experiment) throws Exception {
        var trial = new TrialJob(site, here, watched(), ctrlC);
        switch (experiment) {
            case ClaimExperiment.Turns turns -> study(turns);
            case ClaimExperiment.Faults faults -> trial.faults(faults);
            case ClaimExperiment.Costs costs -> trial.costs(costs);
            case ClaimExperiment.Sources sources -> trial.sources(sources);
        }
    }

    private Streams watched() {
        return options.json.get() ? streams.still() : streams;
    }

    private void study(ClaimExperiment.Turns turns) throws Exception {
        Study asked = asked(turns);
        int repeats = options.repeats.isThere() ? options.repeats.get() : asked.repeats();
        TerminalException.within("--repeats", repeats, 1, Study.MOST_REPEATS);
        var run = new StudyRun(new Study(asked.settings(), repeats, asked.seed(), asked.cold()));
        ctrlC.ends(run::stop, PATIENCE_MILLIS);
        try (var _ =
                new ProgressLine(watched(), () -> run.progress().words(ConcurrencyModel::id))) {
            StudyResult result = run.carryOut();
            if (!result.runs().isEmpty()) {
                TrialJob.keep(
                        Evidence.of(result.comparison().contenders(), here, Tables.measures(turns))
                                .but(result.noise()));
            }
            if (result.early().isPresent()) {
                throw new TerminalException(
                        result.failure().isPresent() ? ExitCode.GIVEN_UP : ExitCode.INTERRUPTED,
                        result.early().orElseThrow());
            }
        }
    }

    private Study asked(ClaimExperiment.Turns turns) throws TerminalException {
        try {
            return ClaimStudy.of(
                    turns, here, site, options.pages.output(site), options.look.settings());
        } catch (IOException e) {
            throw TerminalException.badInput(Choice.sentence(String.valueOf(e.getMessage())));
        }
    }
}
