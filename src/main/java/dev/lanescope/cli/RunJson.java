package dev.lanescope.cli;

import dev.lanescope.analysis.JvmAccount;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.Preemption;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.recording.Machine;
import dev.lanescope.recording.PageFailure;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What programs read after a run. The names of the components are the keys; they stand in
/// `docs/terminal.md`. A key is never renamed or given another meaning without a new [#FORMAT].
///
/// @param trace null if none was asked for
record RunJson(
        int format,
        String version,
        int exitCode,
        Content content,
        String model,
        int workers,
        String setting,
        @Nullable RunPython python,
        int processors,
        boolean warmUp,
        int warmUpPasses,
        Wall wallNanos,
        double pagesPerSecond,
        double bytesPerSecond,
        String output,
        boolean sameOutput,
        @Nullable String trace,
        List<OneRun> runs,
        List<Failure> failures,
        List<BrokenLink> brokenLinks,
        List<FindingJson> findings) {

    /// The version of this shape.
    static final int FORMAT = 1;

    /// What was rendered.
    record Content(
            String folder,
            String name,
            int pages,
            long bytes,
            int skipped,
            List<String> leftOut,
            int drafts) {}

    /// The spread over all runs.
    record Wall(long median, long least, long most) {}

    /// One recorded run.
    record OneRun(
            String started,
            boolean cold,
            long renderedBefore,
            int pagesDone,
            int pagesFailed,
            int generated,
            int pagesKept,
            long bytesOut,
            String treeHash,
            long prepareNanos,
            long warmUpNanos,
            long wallNanos,
            long verifyNanos,
            List<PhaseWall> phases,
            List<String> remarks,
            @Nullable JvmSums jvm,
            @Nullable NoProcessor noProcessor,
            boolean accounted,
            List<StateTime> states) {

        static OneRun of(RunResult run, boolean watched) {
            RunInfo info = run.trace().info();
            LaneTime time = LaneTime.of(run.trace());
            return new OneRun(
                    info.started().toString(),
                    info.isCold(),
                    info.renderedBefore(),
                    run.done(),
                    run.failures().size(),
                    run.generated(),
                    run.kept(),
                    run.bytesOut(),
                    run.treeHash(),
                    run.phases().prepareNanos(),
                    run.phases().warmUpNanos(),
                    run.trace().endNanos(),
                    run.phases().verifyNanos(),
                    PhaseTime.of(run.trace()).stream().map(PhaseWall::of).toList(),
                    run.trace().remarks(),
                    watched ? JvmSums.of(JvmAccount.of(run.trace())) : null,
                    NoProcessor.of(run.trace()),
                    time.closes(),
                    IntStream.range(0, info.states().size())
                            .mapToObj(state -> StateTime.of(info.states().get(state), state, time))
                            .toList());
        }
    }

    /// How long lanes could have run while others had the processors.
    ///
    /// @param lanes of how many lanes it is known
    /// @param byState by the name of the state
    record NoProcessor(int lanes, long nanos, Map<String, Long> byState) {

        static @Nullable NoProcessor of(Snapshot trace) {
            Preemption preemption = Preemption.of(trace);
            return preemption.isKnown()
                    ? new NoProcessor(
                            preemption.lanes(), preemption.nanos(), preemption.byName(trace))
                    : null;
        }
    }

    /// What the JVM did for itself during a run.
    record JvmSums(
            int collections,
            long collectionNanos,
            int otherStops,
            long otherStopNanos,
            int compilations,
            long compilationNanos,
            long stoppedNanos,
            double stoppedShare,
            long stoppedWorkNanos) {

        static JvmSums of(JvmAccount jvm) {
            return new JvmSums(
                    jvm.collections().count(),
                    jvm.collections().nanos(),
                    jvm.otherStops().count(),
                    jvm.otherStops().nanos(),
                    jvm.compilations().count(),
                    jvm.compilations().nanos(),
                    jvm.stoppedNanos(),
                    jvm.stoppedShare(),
                    jvm.stoppedWorkNanos());
        }
    }

    /// A part of a run that begins when the part before is done.
    record PhaseWall(String name, int items, long nanos) {

        static PhaseWall of(PhaseTime time) {
            return new PhaseWall(time.phase().name(), time.items(), time.nanos());
        }
    }

    /// Time in one state, on all lanes together.
    record StateTime(String name, String kind, long nanos, double share) {

        static StateTime of(State state, int code, LaneTime time) {
            return new StateTime(
                    state.name(), Json.word(state.kind()), time.nanos(code), time.share(code));
        }
    }

    /// A page that did not come out.
    record Failure(String page, String stage, int line, String cause) {

        static Failure of(PageFailure failure) {
            return new Failure(failure.page(), failure.stage(), failure.line(), failure.cause());
        }
    }

    static RunJson of(Site site, Repeats repeats, Optional<Path> trace) {
        RunInfo info = repeats.trace().info();
        int passes = repeats.experiment().knobs().warmUp();
        return new RunJson(
                FORMAT,
                Version.number(),
                repeats.exitCode().number(),
                new Content(
                        site.folder().toString(),
                        site.name(),
                        site.pages().size(),
                        site.bytes(),
                        site.skipped().size(),
                        site.skipped(),
                        site.drafts().size()),
                info.model(),
                info.workers(),
                info.setting(),
                RunPython.of(repeats).orElse(null),
                Runtime.getRuntime().availableProcessors(),
                passes > 0,
                passes,
                new Wall(repeats.medianNanos(), repeats.leastNanos(), repeats.mostNanos()),
                repeats.pagesPerSecond(),
                repeats.bytesPerSecond(),
                repeats.median().output().toString(),
                repeats.sameOutput(),
                trace.map(Path::toString).orElse(null),
                repeats.runs().stream()
                        .map(run -> OneRun.of(run, repeats.experiment().jvmWatched()))
                        .toList(),
                repeats.median().failures().stream().map(Failure::of).toList(),
                repeats.median().brokenLinks(),
                FindingJson.all(repeats.trace().withFacts(Machine.facts())));
    }
}
