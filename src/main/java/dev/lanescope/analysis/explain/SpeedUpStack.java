package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Intervals;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.Preemption;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the speed-up went that more workers did not bring: all lane time of a run, part by part,
/// against a run of the same content by one worker.
///
/// Both runs are divided up without a rest. What the run spent in a part beyond what the sequential
/// run spent there is lost; so time that one worker needs as well is not blamed on the many, and a
/// part may be negative, where several do better than one. The useful work is the makespan of the
/// sequential run. Hence the sum over all parts is lanes x makespan to the nanosecond, and in units
/// of the makespan the useful work is the speed-up and the sum is the number of lanes (speed-up
/// stacks: Eyerman, Du Bois and Eeckhout, ISPASS 2012).
public final class SpeedUpStack {

    /// How much a part comes to.
    ///
    /// @param nanos of lane time; negative where the run did better than the sequential one
    /// @param byState what it is made of, by the name of the state; its sum is `nanos`
    public record Share(StackPart part, long nanos, Map<String, Long> byState) {

        public Share {
            byState = Map.copyOf(byState);
        }
    }

    private static final String STOPPED = "stopped";
    private static final String PREEMPTED = "without a processor";

    private final List<Share> shares;
    private final long wallNanos;
    private final long oneNanos;
    private final int lanes;

    private SpeedUpStack(List<Share> shares, long wallNanos, long oneNanos, int lanes) {
        this.shares = List.copyOf(shares);
        this.wallNanos = wallNanos;
        this.oneNanos = oneNanos;
        this.lanes = lanes;
    }

    /// Divides up a run.
    ///
    /// @param one a finished run by one worker on one lane
    /// @throws IllegalArgumentException if it has more lanes than one
    public static SpeedUpStack of(Snapshot run, Snapshot one) {
        if (one.lanes().size() != 1) {
            throw new IllegalArgumentException(
                    "a sequential run with " + one.lanes().size() + " lanes");
        }
        Map<State, Long> here = divide(run);
        Map<State, Long> there = divide(one);
        var parts = new EnumMap<StackPart, Map<String, Long>>(StackPart.class);
        for (StackPart part : StackPart.values()) {
            parts.put(part, new LinkedHashMap<>());
        }
        here.forEach((state, nanos) -> add(parts, partOf(state), state, nanos));
        there.forEach((state, nanos) -> {
            add(parts, partOf(state), state, -nanos);
            add(parts, StackPart.USEFUL, state, nanos);
        });
        var shares = new ArrayList<Share>();
        parts.forEach((part, states) -> {
            states.values().removeIf(nanos -> nanos == 0);
            long sum = states.values().stream().mapToLong(Long::longValue).sum();
            shares.add(new Share(part, sum, states));
        });
        return new SpeedUpStack(shares, run.endNanos(), one.endNanos(), run.lanes().size());
    }

    /// All lane time by state; what lies under stops of the JVM is a state of its own, and what a
    /// lane could have run but had no processor is another.
    private static Map<State, Long> divide(Snapshot trace) {
        var time = new LinkedHashMap<State, Long>();
        LaneTime all = LaneTime.of(trace);
        for (int code = 0; code < trace.info().states().size(); code++) {
            time.merge(trace.state(code), all.nanos(code), Long::sum);
        }
        Intervals stops = Intervals.ofStops(trace.jvm());
        long stopped = 0;
        for (LaneView lane : trace.lanes()) {
            long[] under = new long[trace.info().states().size()];
            for (int stop = 0; stop < stops.size(); stop++) {
                lane.add(stops.start(stop), stops.end(stop), under);
            }
            for (int code = 0; code < under.length; code++) {
                time.merge(trace.state(code), -under[code], Long::sum);
                stopped += under[code];
            }
        }
        time.put(new State(STOPPED, State.Kind.LOST), stopped);
        Preemption preempted = Preemption.of(trace, stops);
        for (int code = 0; code < preempted.byState().size(); code++) {
            time.merge(trace.state(code), -preempted.byState().get(code), Long::sum);
        }
        time.put(new State(PREEMPTED, State.Kind.LOST), preempted.nanos());
        return time;
    }

    private static StackPart partOf(State state) {
        if (state.kind() == State.Kind.LOST && state.name().equals(STOPPED)) {
            return StackPart.STOPS;
        }
        return state.kind() == State.Kind.LOST && state.name().equals(PREEMPTED)
                ? StackPart.PREEMPTION
                : StackPart.of(state);
    }

    private static void add(
            Map<StackPart, Map<String, Long>> parts, StackPart part, State state, long nanos) {
        parts.getOrDefault(part, Map.of()).merge(state.name(), nanos, Long::sum);
    }

    /// All parts, the useful work first.
    public List<Share> shares() {
        return shares;
    }

    public Share share(StackPart part) {
        return shares.get(part.ordinal());
    }

    /// A part in units of the makespan: of the useful work the speed-up, of the others what they
    /// took from it.
    public double height(StackPart part) {
        return wallNanos == 0 ? 0 : (double) share(part).nanos() / wallNanos;
    }

    /// The makespan of the sequential run over that of this one.
    public double speedUp() {
        return wallNanos == 0 ? 0 : (double) oneNanos / wallNanos;
    }

    /// What the parts must come to in units of the makespan.
    public int lanes() {
        return lanes;
    }

    public long wallNanos() {
        return wallNanos;
    }

    /// The sum of all parts.
    public long accounted() {
        return shares.stream().mapToLong(Share::nanos).sum();
    }

    /// Whether the parts come to lanes x makespan to the nanosecond, and the useful work to the
    /// makespan of the sequential run.
    public boolean closes() {
        return accounted() == lanes * wallNanos && share(StackPart.USEFUL).nanos() == oneNanos;
    }
}
