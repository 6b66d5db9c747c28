package dev.lanescope.exchange.in.foreign;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which name becomes which state. There are 127 states at most: the names that took the most time
/// get one of their own, first those that work, then those that wait; other names share a state,
/// and their spans are told apart by their item. Last comes the state in which nothing was
/// recorded.
final class StateTable {

    private final Names names;
    private final List<State> states = new ArrayList<>();
    private final int[] codes;
    private final int[] items;
    private final List<String> itemNames = new ArrayList<>();
    private final int others;

    /// @param selfNanos how long a lane was in each name itself
    /// @param toldByItem which names are those of slices that have others inside
    StateTable(Names names, long[] selfNanos, boolean[] toldByItem) {
        this.names = names;
        this.codes = new int[names.size()];
        this.items = new int[names.size()];
        Arrays.fill(codes, -1);
        Arrays.fill(items, Lane.NO_ITEM);
        int most = RunInfo.MOST_STATES - 2;
        List<Integer> chosen =
                IntStream.range(0, names.size())
                        .boxed()
                        .sorted(
                                Comparator.comparing((Integer name) -> isWork(name))
                                        .thenComparingLong(name -> -selfNanos[name]))
                        .limit(most) // waiting first: there are few kinds of it
                        .sorted(
                                Comparator.comparing((Integer name) -> !isWork(name))
                                        .thenComparingLong(name -> -selfNanos[name]))
                        .toList();
        for (int name : chosen) {
            codes[name] = states.size();
            states.add(names.get(name));
        }
        others = states.size();
        if (names.size() > chosen.size()) {
            states.add(new State(RunInfo.SHARED, State.Kind.WORK));
        }
        states.add(new State(RunInfo.UNTOLD, State.Kind.IDLE));
        for (int name = 0; name < names.size(); name++) {
            if (toldByItem[name] || codes[name] < 0) {
                items[name] = itemNames.size();
                itemNames.add(names.get(name).name());
            }
        }
    }

    private boolean isWork(int name) {
        return names.get(name).kind().isWork();
    }

    List<State> states() {
        return states;
    }

    List<String> items() {
        return itemNames;
    }

    int nothing() {
        return states.size() - 1;
    }

    /// The state of a lane whose innermost slice has this name.
    int code(int name) {
        if (name == Sweep.NOTHING) {
            return nothing();
        }
        return codes[name] < 0 ? others : codes[name];
    }

    /// The item of a span: what the outermost slice is called, or the innermost where its state
    /// does not say that.
    int item(int innermost, int outermost) {
        if (innermost == Sweep.NOTHING) {
            return Lane.NO_ITEM;
        }
        return items[codes[innermost] < 0 ? innermost : outermost];
    }

    /// The item that has a name that is told by one.
    int named(int name) {
        return items[name];
    }

    /// How many names share a state.
    int shared() {
        return names.size() - (states.size() - (others < states.size() - 1 ? 2 : 1));
    }
}
