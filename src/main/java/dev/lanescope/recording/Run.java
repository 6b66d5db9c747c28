package dev.lanescope.recording;

import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.RemoteFailure;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.content.Page;
import dev.lanescope.pipeline.LinkCheck;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.recording.jvm.JvmWatch;
import dev.lanescope.reuse.Build;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// One experiment being carried out: it can be watched while it goes on, and stopped.
///
/// A run has three parts. It *prepares* the output folder, it *renders* (this is what is recorded:
/// from the first submit to the last result), and it *verifies*, by reading back and hashing what
/// lies on the disk, and by checking where the links of the pages lead. If it is to *warm up*, the
/// workers make some passes over the pages before the recorded one. All of it happens on the thread
/// that calls [#carryOut]; any other thread may take a [#snapshot], look at the [#progress] and
/// [#stop].
///
/// A worker that does not notice a stop in time (one page that parses for seconds) is left behind:
/// the run ends without it, and what it does afterwards counts no more.
public final class Run {

    /// Where a run is.
    public enum Phase {
        PREPARING,
        WARMING_UP,
        RENDERING,
        VERIFYING,
        OVER
    }

    /// Who stops a run does not wait for what the JVM did at its end.
    private static final Duration PATIENCE_WHEN_STOPPED = Duration.ofMillis(100);

    /// How many pages this JVM has rendered in recorded or other runs: what makes a run warm.
    private static final AtomicLong RENDERED_BY_THIS_JVM = new AtomicLong();

    private volatile Experiment experiment;
    private final Clock clock;
    private final RunStates states;
    private final RunProgress progress;
    private final JvmWatch watch;
    private final StopSignal stop = new StopSignal();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Phase phase = Phase.PREPARING;
    private volatile @Nullable Recording recording;
    private volatile @Nullable Rendering todo;

    public Run(Experiment experiment) {
        this(experiment, Clock.ofThisMachine());
    }

    Run(Experiment experiment, Clock clock) {
        this.experiment = experiment;
        this.clock = clock;
        this.states = new RunStates(RenderWorkload.STAGES);
        this.progress = new RunProgress(pages(), pages(), this::failure);
        var model = experiment.model();
        this.watch = new JvmWatch(clock::nanos, model.survivesCrashes(), !model.isForeign());
    }

    private int pages() {
        return experiment.site().pages().size();
    }

    /// What is carried out. Its model is settled when the run has been prepared: until then it may
    /// be one that has yet to find what it runs on.
    public Experiment experiment() {
        return experiment;
    }

    public Phase phase() {
        return phase;
    }

    public RunProgress progress() {
        return progress;
    }

    /// What has been recorded so far; empty until the rendering begins.
    public Optional<Snapshot> snapshot() {
        return Optional.ofNullable(recording).map(Recording::snapshot);
    }

    /// Up to where the trace tells what the JVM did, in nanoseconds since the first submit: that
    /// comes about a second late. Empty if it is not told.
    public OptionalLong jvmHeardUpTo() {
        return watch.heardUpTo();
    }

    /// By how many nanoseconds the times of what the JVM did may be wrong.
    long jvmErrorNanos() {
        return watch.errorNanos();
    }

    /// What watches the JVM meanwhile.
    public JvmWatch jvm() {
        return watch;
    }

    /// Asks the run to end. [#carryOut] returns within half a second.
    public void stop() {
        stop.request();
    }

    /// Waits until the run is over, however it ended; for whoever must not leave the process while
    /// files are being written.
    ///
    /// @return whether it was over in time
    public boolean awaitOver(Duration atMost) throws InterruptedException {
        return over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Does the whole run; may be called once.
    ///
    /// @throws RunException if the output folder is refused, or the run cannot go on
    /// @throws InterruptedException if the calling thread was interrupted; the run is stopped then
    public RunResult carryOut() throws RunException, InterruptedException {
        Thread carrier = Thread.currentThread();
        try (OutputLock _ = OutputLock.take(experiment.output());
                JvmWatch _ = watch) {
            long begun = clock.nanos();
            settle();
            stop.onRequest(() -> wake(carrier));
            if (experiment.jvmWatched()) {
                watch.start();
            }
            Build build = prepare();
            OutputFolder output = build.output();
            var work =
                    new RenderWorkload(
                            experiment.site(),
                            output,
                            experiment.settings(),
                            build.generated(),
                            experiment.knobs().buffers());
            var rendering = new Rendering(experiment, work, build, progress);
            todo = rendering;
            long prepared = clock.nanos();
            beginRendering();
            watch.awaitReady();
            long ready = clock.nanos();
            List<Outcome<RenderResult>> outcomes = render(rendering);
            long rendered = clock.nanos();
            long warmedUp = begin(rendering).originNanos();
            phase = Phase.VERIFYING;
            boolean stopped = stop.requested();
            if (stopped || experiment.model().survivesCrashes()) { // a child can die writing
                output.discardLeftovers();
            }
            Map<Integer, Provenance> provenances = rendering.provenances(outcomes);
            var links = CompletableFuture.supplyAsync(() -> brokenLinks(build, provenances));
            String hash = stopped ? "" : rendering.finish(outcomes, stop::requested).orElse("");
            List<BrokenLink> broken = hash.isEmpty() ? List.of() : links.join();
            stopped = stop.requested();
            var phases =
                    new RunResult.Phases(
                            prepared - begun,
                            experiment.knobs().warmUp() == 0 ? 0 : warmedUp - ready,
                            rendered - warmedUp,
                            clock.nanos() - rendered);
            watch.awaitAll(stopped ? PATIENCE_WHEN_STOPPED : JvmWatch.PATIENCE);
            RunResult result =
                    result(
                            snapshot().orElseThrow(),
                            build,
                            rendering,
                            outcomes,
                            broken,
                            stopped,
                            stopped ? "" : hash,
                            phases);
            long parsers = rendering.parsers(outcomes);
            return result.knowing(
                    RunFacts.after(experiment.site(), build, provenances, parsers, result));
        } catch (OutputException e) {
            boolean begun = phase != Phase.PREPARING || e.touched();
            throw new RunException(String.valueOf(e.getMessage()), begun, e);
        } catch (RunAborted e) {
            throw new RunException(String.valueOf(e.getMessage()), phase != Phase.PREPARING, e);
        } catch (IOException e) {
            throw new RunException(
                    experiment.output() + " could not be read back after the run: " + e, true, e);
        } finally {
            phase = Phase.OVER;
            over.countDown();
            if (stop.requested()) {
                Thread.interrupted(); // the wish has been heard
            }
        }
    }

    /// Finds what the model runs on, if that lies elsewhere.
    ///
    /// @throws RunAborted if there is none, or the run was stopped meanwhile
    private void settle() throws RunAborted, InterruptedException {
        var model = experiment.model();
        if (!model.isForeign()) {
            return;
        }
        ModelThread.await(model.id(), () -> model.settled(Optional.of(Workspace.root())), stop)
                .ifPresent(settled -> experiment = experiment.under(settled));
        if (stop.requested()) {
            throw new RunAborted(
                    "The run was stopped before it began; nothing was written.",
                    new InterruptedException());
        }
    }

    /// Who copies files looks at nothing but interrupts; who renders hears of a stop otherwise.
    private synchronized void wake(Thread carrier) {
        if (phase == Phase.PREPARING) {
            carrier.interrupt();
        }
    }

    private synchronized void beginRendering() {
        phase = experiment.knobs().warmUp() > 0 ? Phase.WARMING_UP : Phase.RENDERING;
        if (stop.requested()) {
            Thread.interrupted(); // heard: nothing will be rendered
        }
    }

    /// Every run leaves a record of what it did, for a later one that is incremental.
    private Build prepare() throws OutputException {
        if (experiment.model().isForeign()) {
            return Build.foreign(experiment.site(), experiment.settings(), experiment.output());
        }
        return experiment.incremental()
                ? Build.upon(experiment.site(), experiment.settings(), experiment.output())
                : Build.clean(experiment.site(), experiment.settings(), experiment.output());
    }

    private List<Outcome<RenderResult>> render(Rendering rendering)
            throws RunAborted, InterruptedException {
        try {
            List<Outcome<RenderResult>> outcomes =
                    experiment.knobs().warmUp() == 0
                            ? renderCold(rendering)
                            : renderWarm(rendering);
            RENDERED_BY_THIS_JVM.addAndGet(
                    outcomes.stream()
                            .limit(rendering.pages().size())
                            .filter(Outcome.Done.class::isInstance)
                            .count());
            return outcomes;
        } finally {
            begin(rendering).finish(stop.requested());
            watch.runEnds();
        }
    }

    /// The recording begins before the workers do.
    private List<Outcome<RenderResult>> renderCold(Rendering rendering)
            throws RunAborted, InterruptedException {
        Recording now = begin(rendering);
        Observer observer = experiment.recorded() ? now : Observer.nobody();
        return awaitModel(() -> rendering.carryOut(observer, _ -> {}, stop));
    }

    /// The recording begins when the workers have warmed up.
    private List<Outcome<RenderResult>> renderWarm(Rendering rendering)
            throws RunAborted, InterruptedException {
        var muted = new Muted(clock, rendering.unrecorded());
        Observer observer = experiment.recorded() ? muted : Observer.nobody();
        return awaitModel(() ->
                rendering.carryOut(
                        observer,
                        pages -> {
                            RENDERED_BY_THIS_JVM.addAndGet(pages);
                            muted.open(begin(rendering));
                        },
                        stop));
    }

    /// Begins the recording, unless that has been done.
    private synchronized Recording begin(Rendering rendering) {
        Recording now = recording;
        if (now == null) {
            var info = RunFacts.info(experiment, rendering, states, RENDERED_BY_THIS_JVM.get());
            var trace = new Trace(info, states.code(Waiting.STARTING));
            now = new Recording(trace, states, progress, clock, watch);
            watch.runBegins(trace, now.originNanos());
            recording = now;
            phase = Phase.RENDERING;
        }
        return now;
    }

    private List<BrokenLink> brokenLinks(Build build, Map<Integer, Provenance> rendered) {
        var left = new ArrayList<@Nullable Provenance>();
        for (Page page : experiment.site().pages()) {
            left.add(
                    Optional.ofNullable(rendered.get(page.id()))
                            .or(() -> build.kept(page))
                            .orElse(null));
        }
        Set<String> made =
                build.generated().all().stream().map(Generated::output).collect(Collectors.toSet());
        return LinkCheck.of(experiment.site(), left, made::contains, stop::requested);
    }

    /// @return no outcomes at all if the model had to be left behind
    private List<Outcome<RenderResult>> awaitModel(Callable<List<Outcome<RenderResult>>> model)
            throws RunAborted, InterruptedException {
        return ModelThread.await(experiment.model().id(), model, stop).orElse(List.of());
    }

    private RunResult result(
            Snapshot trace,
            Build build,
            Rendering rendering,
            List<Outcome<RenderResult>> outcomes,
            List<BrokenLink> links,
            boolean stopped,
            String hash,
            RunResult.Phases phases) {
        boolean leftBehind = outcomes.isEmpty(); // then only the workers' own counting is known
        int done = leftBehind ? progress.done() : 0;
        int made = leftBehind ? progress.generated() : 0;
        long bytesOut = 0;
        var failures = new ArrayList<PageFailure>(leftBehind ? progress.failures() : List.of());
        int pages = rendering.pages().size();
        for (int item = 0; item < outcomes.size(); item++) {
            switch (outcomes.get(item)) {
                case Outcome.Done<RenderResult>(RenderResult result) -> {
                    done += item < pages ? 1 : 0;
                    made += item < pages ? 0 : 1;
                    bytesOut += result.bytesOut();
                }
                case Outcome.Failed<RenderResult>(int stage, Throwable cause) ->
                        failures.add(failure(item, stage, cause));
                case Outcome.NotDone<RenderResult>() -> {}
            }
        }
        return new RunResult(
                trace,
                done,
                made,
                build.kept(),
                rendering.keptFiles(),
                build.whyAll(),
                failures,
                links,
                stopped,
                bytesOut,
                hash,
                phases,
                experiment.output());
    }

    private PageFailure failure(int item, int stage, Throwable cause) {
        String source = Objects.requireNonNull(todo).name(item);
        String stageName = RenderWorkload.STAGES.get(stage).name();
        if (cause instanceof PageException known) {
            return new PageFailure(
                    source, stageName, known.line(), String.valueOf(known.getMessage()));
        }
        return new PageFailure(
                source,
                stageName,
                0,
                source + ": " + stageName + ": " + RemoteFailure.words(cause));
    }
}
