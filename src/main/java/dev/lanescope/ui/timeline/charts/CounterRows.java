package dev.lanescope.ui.timeline.charts;

import dev.lanescope.trace.CounterNames;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.timeline.frame.CounterLook;

import java.util.List;
import java.util.stream.Stream;

/// Which counters have a row: those of the model, and after them those of the machine. Counters
/// that never left 0 have none.
///
/// @param shown from top to bottom
/// @param ofModel how many of the shown are the model's
/// @param more how many of the model's wait behind those that are shown
record CounterRows(List<CounterView> shown, int ofModel, int more) {

    /// So many counters of the model are shown before somebody asks for all.
    static final int FIRST = 8;

    static final CounterRows NONE = new CounterRows(List.of(), 0, 0);

    /// @param all whether none is to wait
    static CounterRows of(Snapshot trace, boolean all) {
        List<CounterView> counted =
                trace.counters().stream()
                        .filter(counter -> counter.most() > 0 || counter.least() < 0)
                        .filter(counter -> !CounterNames.isSum(counter.name()))
                        .toList();
        List<CounterView> models =
                counted.stream().filter(counter -> !isOfTheMachine(counter)).toList();
        int first = all ? models.size() : Math.min(FIRST, models.size());
        return new CounterRows(
                Stream.concat(
                                models.stream().limit(first),
                                counted.stream().filter(CounterRows::isOfTheMachine))
                        .toList(),
                first,
                models.size() - first);
    }

    private static boolean isOfTheMachine(CounterView counter) {
        return CounterLook.of(counter).isOfTheMachine();
    }
}
