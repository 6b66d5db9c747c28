package dev.lanescope.ui.compare;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What each run did in the chosen part of the axis.
///
/// @param rows a row a run, in the order in which they stand
record RangeFigures(List<Row> rows) {

    RangeFigures {
        rows = List.copyOf(rows);
    }

    /// @param fromNanos where it begins in the run
    /// @param toNanos where it ends
    /// @param pages how many were finished in it
    /// @param workNanos lane time at work
    /// @param waitNanos all other lane time
    /// @param byState lane time by the name of the state, those that occur, in their order
    record Row(
            RunLabel run,
            long fromNanos,
            long toNanos,
            int pages,
            long workNanos,
            long waitNanos,
            Map<String, Long> byState) {

        Row {
            byState = Collections.unmodifiableMap(new LinkedHashMap<>(byState));
        }

        long laneNanos() {
            return workNanos + waitNanos;
        }

        /// Pages by second; 0 if the run takes no time for it.
        double rate() {
            return toNanos == fromNanos ? 0 : pages * 1e9 / (toNanos - fromNanos);
        }

        double share(long nanos) {
            return laneNanos() == 0 ? 0 : (double) nanos / laneNanos();
        }
    }

    static RangeFigures of(Compared compared, Aligned aligned, PlaceRange range) {
        List<Row> rows = new ArrayList<>();
        for (Entrant entrant : compared.entrants()) {
            var warp = aligned.of(entrant.number());
            rows.add(row(entrant, range.startIn(entrant, warp), range.endIn(entrant, warp)));
        }
        return new RangeFigures(rows);
    }

    private static Row row(Entrant entrant, long from, long to) {
        LaneTime time = LaneTime.of(entrant.trace(), from, to);
        Map<String, Long> byState = new LinkedHashMap<>();
        long work = 0;
        long wait = 0;
        List<State> states = entrant.info().states();
        for (int code = 0; code < states.size(); code++) {
            long nanos = time.nanos(code);
            if (nanos > 0) {
                byState.merge(states.get(code).name(), nanos, Long::sum);
            }
            work += states.get(code).kind().isWork() ? nanos : 0;
            wait += states.get(code).kind().isWork() ? 0 : nanos;
        }
        int before = from == 0 ? 0 : entrant.pages().by((double) from - 1);
        int pages = to == from ? 0 : entrant.pages().by((double) to - 1) - before;
        boolean toTheEnd = to == entrant.trace().endNanos() && to > from;
        int done = toTheEnd ? entrant.pages().count() - before : pages;
        return new Row(RunLabel.of(entrant), from, to, done, work, wait, byState);
    }

    /// The names of all states that occur, in the order of the first run that has them.
    List<String> states() {
        List<String> names = new ArrayList<>();
        for (Row row : rows) {
            row.byState().keySet().stream()
                    .filter(state -> !names.contains(state))
                    .forEach(names::add);
        }
        return names;
    }
}
