package dev.lanescope.analysis.compare;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Where the time of one page went in a run, from its first span to its last.
///
/// @param beginNanos when it was begun, since the first submit
/// @param wayNanos from its first span to its last
/// @param byKind time on lanes by kind of state; kinds that do not occur are missing
/// @param cpuNanos CPU time of its work; where a reading of the clock covers other work as well, in
///   proportion to the time of either; empty if the lanes' clocks were not read on both sides
/// @param cpuIsExact whether the clock was read at both ends of all of it
public record PageAccount(
        long beginNanos,
        long wayNanos,
        Map<State.Kind, Long> byKind,
        OptionalLong cpuNanos,
        boolean cpuIsExact) {

    public PageAccount {
        byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
    }

    /// Adds up the spans of a page, of which there is at least one.
    public static PageAccount of(Snapshot run, List<Span> spans) {
        var byKind = new EnumMap<State.Kind, Long>(State.Kind.class);
        long begin = Long.MAX_VALUE;
        long end = 0;
        var cpu = new PageCpu(run);
        for (Span span : spans) {
            State.Kind kind = run.stateOf(span).kind();
            byKind.merge(kind, span.nanos(), Long::sum);
            begin = Math.min(begin, span.startNanos());
            end = Math.max(end, span.endNanos());
            if (kind.isWork()) {
                cpu.add(run.lanes().get(span.lane()), span.index());
            }
        }
        return new PageAccount(begin, end - begin, byKind, cpu.nanos(), cpu.isExact());
    }

    public long nanos(State.Kind kind) {
        return byKind.getOrDefault(kind, 0L);
    }

    /// Time on lanes.
    public long laneNanos() {
        return byKind.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Waiting to go on: in a queue, or on no lane at all although it had been begun.
    public long queueNanos() {
        return nanos(State.Kind.QUEUE) + Math.max(0, wayNanos - laneNanos());
    }
}
