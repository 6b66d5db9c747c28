package dev.lanescope.analysis;

import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How long lanes could have run while others had the processors, and in which states.
///
/// The kernel counts it for a thread, and a trace has readings of that (where the system tells).
/// Between two readings it is known how long, not when. So it is shared out among the states in
/// which the lane ran meanwhile, in proportion to their time and never beyond it; what lies under
/// stops of the JVM is left out. Waiting for a lock, for work or for a disk stays what it is: who
/// wakes up late there is not charged here. But the kernel counts that as well, so of a lane whose
/// CPU clock was read no more is charged than its running took beyond the CPU time that it got.
///
/// @param lanes of how many lanes it is known
/// @param byState by code, in nanoseconds
public record Preemption(int lanes, List<Long> byState) {

    private static final int MOST_NAMED = 3;

    public Preemption {
        byState = List.copyOf(byState);
    }

    public static Preemption of(Snapshot run) {
        return of(run, Intervals.ofStops(run.jvm()));
    }

    /// Shares out what the kernel counted.
    ///
    /// @param stops of the JVM
    public static Preemption of(Snapshot run, Intervals stops) {
        Map<String, CounterView> counters = new HashMap<>();
        run.counters().forEach(counter -> counters.putIfAbsent(counter.name(), counter));
        long[] sums = new long[run.info().states().size()];
        int known = 0;
        for (LaneView lane : run.lanes()) {
            CounterView queue = counters.get(CounterNames.runQueue(lane.number()));
            if (queue != null && queue.size() > 1) {
                known++;
                addLane(run, lane, queue, stops, sums);
            }
        }
        return new Preemption(known, Arrays.stream(sums).boxed().toList());
    }

    /// Whether a lane in this state runs, as far as it has a processor.
    public static boolean runs(State state) {
        return switch (state.kind()) {
            case WORK, STARTING -> true;
            case CHANNEL -> state.name().equals("encoding") || state.name().equals("decoding");
            case QUEUE -> state.name().equals("dispatching");
            case LOCK, IO, IDLE, LOST -> false;
        };
    }

    private static void addLane(
            Snapshot run, LaneView lane, CounterView queue, Intervals stops, long[] sums) {
        long[] mine = new long[sums.length];
        addReadings(run, lane, queue, stops, mine);
        long charged = Arrays.stream(mine).sum();
        long[] capped = new long[sums.length];
        spread(Math.min(charged, Shortfall.most(run, lane, stops)), mine, capped);
        for (int state = 0; state < sums.length; state++) {
            sums[state] += capped[state];
        }
    }

    private static void addReadings(
            Snapshot run, LaneView lane, CounterView queue, Intervals stops, long[] sums) {
        long[] time = new long[sums.length];
        for (int reading = 1; reading < queue.size(); reading++) {
            long from = queue.nanos(reading - 1);
            long to = Math.min(queue.nanos(reading), run.endNanos());
            long waited = queue.value(reading) - queue.value(reading - 1);
            if (waited > 0 && to > from) {
                Arrays.fill(time, 0);
                lane.add(from, to, time);
                addStops(lane, stops, from, to, time);
                share(run, waited, time, sums);
            }
        }
    }

    /// Takes off what lies under stops.
    private static void addStops(LaneView lane, Intervals stops, long from, long to, long[] time) {
        if (stops.isEmpty() || stops.nanosWithin(from, to) == 0) {
            return;
        }
        long[] under = new long[time.length];
        for (int stop = 0; stop < stops.size() && stops.start(stop) < to; stop++) {
            long start = Math.max(from, stops.start(stop));
            long end = Math.min(to, stops.end(stop));
            if (end > start) {
                lane.add(start, end, under);
            }
        }
        for (int state = 0; state < time.length; state++) {
            time[state] -= under[state];
        }
    }

    private static void share(Snapshot run, long waited, long[] time, long[] sums) {
        for (int state = 0; state < time.length; state++) {
            if (!runs(run.state(state))) {
                time[state] = 0;
            }
        }
        spread(waited, time, sums);
    }

    /// Shares out no more than there is, in proportion, without a rest.
    private static void spread(long nanos, long[] over, long[] sums) {
        long all = Arrays.stream(over).sum();
        long left = Math.min(nanos, all);
        for (int state = 0; state < over.length && left > 0; state++) {
            long part = all == 0 ? 0 : (long) ((double) left * over[state] / all + 0.5);
            part = Math.min(part, Math.min(left, over[state]));
            sums[state] += part;
            left -= part;
            all -= over[state];
        }
    }

    /// Whether the system told it of any lane.
    public boolean isKnown() {
        return lanes > 0;
    }

    /// Whether it told it of all of them. If not, the sum over the run is not known, and nothing is
    /// taken from its states.
    public boolean isKnownOfAll(Snapshot run) {
        return isKnown() && lanes == run.lanes().size();
    }

    public long nanos() {
        return byState.stream().mapToLong(Long::longValue).sum();
    }

    /// By the name of the state, the longest first.
    public Map<String, Long> byName(Snapshot run) {
        Map<String, Long> names = new LinkedHashMap<>();
        IntStream.range(0, byState.size())
                .boxed()
                .filter(state -> byState.get(state) > 0)
                .sorted((one, other) -> Long.compare(byState.get(other), byState.get(one)))
                .forEach(state ->
                        names.merge(run.state(state).name(), byState.get(state), Long::sum));
        return names;
    }

    /// E.g. `340 ms, 12.1% of all lane time: parse 200 ms, template 140 ms; known of 3 of 4 lanes`.
    public String words(Snapshot run) {
        long all = run.endNanos() * run.lanes().size();
        String states =
                byName(run).entrySet().stream()
                        .limit(MOST_NAMED)
                        .map(entry -> entry.getKey() + " " + Durations.text(entry.getValue()))
                        .collect(Collectors.joining(", "));
        return Durations.text(nanos())
                + ", "
                + Amounts.percent(all == 0 ? 0 : (double) nanos() / all)
                + " of all lane time"
                + (states.isEmpty() ? "" : ": " + states)
                + (lanes == run.lanes().size()
                        ? ""
                        : "; known of " + lanes + " of " + run.lanes().size() + " lanes");
    }

    /// Where a lane waited longest for a processor, as far as that is known: of the stretch between
    /// two readings in which it waited most, the longest span in which it ran.
    public static Optional<Span> longest(Snapshot run) {
        @Nullable Span found = null;
        long most = 0;
        for (CounterView queue : run.counters()) {
            for (LaneView lane : run.lanes()) {
                if (!queue.name().equals(CounterNames.runQueue(lane.number()))) {
                    continue;
                }
                for (int reading = 1; reading < queue.size(); reading++) {
                    long waited = queue.value(reading) - queue.value(reading - 1);
                    Optional<Span> span =
                            waited <= most
                                    ? Optional.empty()
                                    : longest(
                                            run,
                                            lane,
                                            queue.nanos(reading - 1),
                                            queue.nanos(reading));
                    if (span.isPresent()) {
                        most = waited;
                        found = span.get();
                    }
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static Optional<Span> longest(Snapshot run, LaneView lane, long from, long to) {
        int longest = -1;
        long most = 0;
        for (int span = lane.indexAt(Math.min(from, lane.endNanos() - 1));
                span < lane.size() && lane.startNanos(span) < to;
                span++) {
            long nanos = Math.min(to, lane.endNanos(span)) - Math.max(from, lane.startNanos(span));
            if (nanos > most && runs(run.state(lane.state(span)))) {
                most = nanos;
                longest = span;
            }
        }
        return longest < 0 ? Optional.empty() : Optional.of(lane.span(longest));
    }
}
