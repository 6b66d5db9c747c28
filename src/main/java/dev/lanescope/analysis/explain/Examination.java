package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.KnownMachine;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.Preemption;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A run with what several rules ask of it, each worked out once.
final class Examination {

    /// Models whose workers do not take whole pages from a queue that is full from the beginning.
    private static final Set<String> PIPELINES =
            Set.of("staged", "event-loop", "event-loop-offload", "virtual-threads");

    /// Models whose workers live beyond a process, an interpreter or a class loader: pages cross as
    /// bytes, and code is loaded anew there.
    private static final Set<String> APART =
            Set.of(
                    "processes",
                    "hybrid",
                    "isolated",
                    "isolated-gil",
                    "isolated-threads",
                    "python-interpreters",
                    "python-processes");

    private static final Pattern PERCENT = Pattern.compile("^(\\d{1,3}(?:\\.\\d+)?) %");

    private final Snapshot run;
    private final LaneTime time;
    private final List<PhaseTime> phases;
    private final Stays stays;
    private final CpuShortage shortage;
    private final Preemption preemption;

    Examination(Snapshot run) {
        this.run = run;
        time = LaneTime.of(run);
        phases = PhaseTime.of(run);
        stays = Stays.of(run);
        Intervals stops = Intervals.ofStops(run.jvm());
        shortage = CpuShortage.of(run, stops, processors());
        preemption = Preemption.of(run, stops);
    }

    Snapshot run() {
        return run;
    }

    LaneTime time() {
        return time;
    }

    List<PhaseTime> phases() {
        return phases;
    }

    Stays stays() {
        return stays;
    }

    CpuShortage shortage() {
        return shortage;
    }

    /// How long lanes could have run but had no processor: as the kernel counted it, if it did for
    /// every lane, else as the threads' CPU clocks let it be told; empty if neither tells.
    OptionalLong withoutProcessor() {
        return isPreemptionKnown() ? OptionalLong.of(preemption.nanos()) : shortage.missingNanos();
    }

    boolean isPreemptionKnown() {
        return preemption.isKnownOfAll(run);
    }

    List<LaneView> lanes() {
        return run.lanes();
    }

    String laneName(int lane) {
        return run.lanes().get(lane).name();
    }

    /// An item as part of a sentence.
    String item(int item) {
        String what = item < run.info().pages() ? "page " : "file ";
        return what + run.info().items().get(item);
    }

    /// Part of all lane time, 0 to 1.
    double share(long nanos) {
        return Math.clamp((double) nanos / time.due(), 0, 1);
    }

    /// Time in the states of that name on all lanes.
    long nanosIn(String state) {
        long sum = 0;
        for (int code = 0; code < run.info().states().size(); code++) {
            sum += run.state(code).name().equals(state) ? time.nanos(code) : 0;
        }
        return sum;
    }

    /// How many processors the JVM saw; empty if the trace does not tell.
    OptionalInt processors() {
        return KnownMachine.processors(run.info());
    }

    /// How many processors others used on average; empty if the trace does not tell.
    OptionalDouble processorsOfOthers() {
        Optional<Double> share =
                fact("CPU used by others")
                        .map(PERCENT::matcher)
                        .filter(Matcher::find)
                        .map(found -> Double.parseDouble(found.group(1)) / 100);
        return share.isPresent() && processors().isPresent()
                ? OptionalDouble.of(share.get() * processors().getAsInt())
                : OptionalDouble.empty();
    }

    private Optional<String> fact(String name) {
        return run.info().facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }

    /// Where a knob stood, such as `shared-queue`; empty if the trace does not tell.
    String knob(String name) {
        for (String position : fact("Knobs").orElse("").split(", ", -1)) {
            if (position.startsWith(name + " ")) {
                return position.substring(name.length() + 1);
            }
        }
        return "";
    }

    boolean isModel(String id) {
        return run.info().model().equals(id);
    }

    boolean isPipeline() {
        return PIPELINES.contains(run.info().model());
    }

    /// Whether a real CPython did the work: what is proposed must be one of its executors too, for
    /// nothing else writes the same.
    boolean isOfPython() {
        return run.info().isOfPython();
    }

    boolean worksApart() {
        return worksApart(run.info());
    }

    /// Whether the workers live beyond a process, an interpreter or a class loader.
    static boolean worksApart(RunInfo info) {
        return APART.contains(info.model());
    }

    /// The counter of that name, if there is one.
    Optional<CounterView> counter(String name) {
        return run.counters().stream().filter(counter -> counter.name().equals(name)).findFirst();
    }

    /// All lanes from the first submit to the end.
    Stretch whole() {
        return Stretch.of(run);
    }

    /// The longest spans of states of a kind, as evidence; the whole run if there is none.
    List<Stretch> longest(State.Kind kind) {
        return Evidence.longest(run, state -> state.kind() == kind);
    }

    /// Likewise of states of some names.
    List<Stretch> longest(Collection<String> names) {
        return Evidence.longest(run, state -> names.contains(state.name()));
    }
}
