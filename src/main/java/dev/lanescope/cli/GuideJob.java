package dev.lanescope.cli;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.evidence.EvidenceException;
import dev.lanescope.claims.guide.Guide;
import dev.lanescope.claims.guide.GuideBook;
import dev.lanescope.claims.guide.GuideExperiment;
import dev.lanescope.claims.guide.GuideState;
import dev.lanescope.claims.guide.GuideWork;
import dev.lanescope.claims.guide.Step;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.content.Site;
import dev.lanescope.lab.CostException;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.study.Study;
import dev.lanescope.study.StudyResult;
import dev.lanescope.study.StudyRun;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// Steps of a guide, done from the terminal. What they find and what they take is kept.
final class GuideJob {

    private static final long PATIENCE_MILLIS = 10_000;

    private final Guide guide;
    private final Site site;
    private final Here here;
    private final Streams streams;
    private final CtrlC ctrlC;
    private final EvidenceBook evidence = EvidenceBook.ofUser();
    private final GuideBook book = GuideBook.ofUser();

    /// @param streams where progress moves, if somebody watches
    GuideJob(Guide guide, Site site, Here here, Streams streams, CtrlC ctrlC) {
        this.guide = guide;
        this.site = site;
        this.here = here;
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    /// Where the guide stands.
    GuideState state(EvidenceBook.Contents kept) {
        return GuideState.of(guide, here, kept.evidence(), book.read(guide, site));
    }

    /// Does a step; what one of its experiments finds is kept even if the next is stopped.
    void carryOut(Step step) throws Exception {
        try {
            evidence.expectRoom();
            book.begun(guide, site, step);
            try (var time = new Time(step)) {
                for (GuideExperiment each : step.experiments(here)) {
                    evidence.keep(carryOut(each));
                }
                time.whole = true;
            }
        } catch (EvidenceException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
        }
    }

    /// What a step takes, noted when it is over, however it ended: that this cannot be kept hides
    /// no other failure.
    private final class Time implements AutoCloseable {
        private final Step step;
        private final long begun = System.nanoTime();
        private boolean whole;

        Time(Step step) {
            this.step = step;
        }

        @Override
        public void close() throws EvidenceException {
            book.ended(guide, site, step, Duration.ofNanos(System.nanoTime() - begun), whole);
        }
    }

    private Evidence carryOut(GuideExperiment experiment) throws Exception {
        return GuideWork.isStudy(experiment) ? study(experiment) : trial(experiment);
    }

    private Evidence trial(GuideExperiment experiment) throws Exception {
        var doing = new AtomicReference<>("getting ready");
        ctrlC.ends(Thread.currentThread()::interrupt, PATIENCE_MILLIS);
        try (var _ = new ProgressLine(streams, doing::get)) {
            return GuideWork.carryOut(experiment, site, here, doing::set);
        } catch (CostException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, e.getMessage() + ".");
        } catch (InterruptedException _) {
            throw new TerminalException(
                    ExitCode.INTERRUPTED,
                    "stopped while " + doing.get() + "; what was found before is kept");
        }
    }

    private Evidence study(GuideExperiment asked) throws Exception {
        var run = new StudyRun(ready(asked));
        ctrlC.ends(run::stop, PATIENCE_MILLIS);
        try (var _ = new ProgressLine(streams, () -> run.progress().words(ConcurrencyModel::id))) {
            StudyResult result = run.carryOut();
            if (result.early().isPresent()) {
                if (!result.runs().isEmpty()) {
                    evidence.keep(GuideWork.of(result, here));
                }
                throw new TerminalException(
                        result.failure().isPresent() ? ExitCode.GIVEN_UP : ExitCode.INTERRUPTED,
                        result.early().get());
            }
            return GuideWork.of(result, here);
        }
    }

    private Study ready(GuideExperiment asked) throws TerminalException {
        try {
            return GuideWork.study(asked, here, site, RenderSettings.STANDARD);
        } catch (IOException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
        }
    }
}
