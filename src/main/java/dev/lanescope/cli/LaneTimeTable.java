package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/// Where the time of all lanes went, state by state, and whether the account closes.
final class LaneTimeTable {

    private static final int BAR_COLUMNS = 32;

    /// Other tools' traces may have a hundred; those with the most time are listed.
    private static final int MOST_STATES = 40;

    private LaneTimeTable() {}

    static void print(Snapshot trace, PrintStream out) {
        LaneTime time = LaneTime.of(trace);
        List<State> states = trace.info().states();
        var bar = new Bar(BAR_COLUMNS, out.charset());
        var table = new TextTable(0, 3);
        List<Integer> present =
                IntStream.range(0, states.size())
                        .boxed()
                        .filter(state -> time.nanos(state) > 0)
                        .toList();
        present.stream()
                .sorted((one, other) -> Long.compare(time.nanos(other), time.nanos(one)))
                .limit(MOST_STATES)
                .sorted()
                .forEach(state ->
                        table.row(
                                Plain.of(states.get(state).name()),
                                Durations.text(time.nanos(state)),
                                Amounts.percent(time.share(state)),
                                bar.of(time.share(state))));
        out.println("Where the time of " + Amounts.count(time.lanes(), "lane") + " went");
        table.lines().forEach(out::println);
        if (present.size() > MOST_STATES) {
            out.println("  and " + (present.size() - MOST_STATES) + " more that took less");
        }
        out.println("  " + account(time));
    }

    private static String account(LaneTime time) {
        String due =
                Amounts.count(time.lanes(), "lane") + " x " + Durations.text(time.windowNanos());
        return time.closes()
                ? "accounted: the states add up to " + due + ", to the nanosecond"
                : "NOT ACCOUNTED: the states add up to "
                        + time.accounted()
                        + " ns, but "
                        + due
                        + " are "
                        + time.due()
                        + " ns";
    }
}
