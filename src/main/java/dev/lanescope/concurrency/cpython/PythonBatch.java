package dev.lanescope.concurrency.cpython;

import dev.lanescope.concurrency.Outcome;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The items of one call, and what became of them: the first word on an item counts. Belongs to one
/// thread.
final class PythonBatch<I, R> {

    private final List<I> items;
    private final int first;
    private final SortedMap<Integer, Outcome<R>> known = new TreeMap<>();

    /// @param first the number in the run of the first item
    PythonBatch(List<I> items, int first) {
        this.items = List.copyOf(items);
        this.first = first;
    }

    int first() {
        return first;
    }

    /// Refuses a number that no item has.
    ///
    /// @throws IOException if there is no item with that number here
    void check(int number) throws IOException {
        if (number < first || number >= first + items.size()) {
            throw new IOException("an item that is none");
        }
    }

    /// Says what became of an item; the first word on it counts.
    ///
    /// @param number of an item, in the run
    /// @return whether it is here and this was the first word on it
    boolean settle(int number, Function<I, Outcome<R>> outcome) {
        int index = number - first;
        if (index < 0 || index >= items.size() || known.containsKey(index)) {
            return false;
        }
        known.put(index, outcome.apply(items.get(index)));
        return true;
    }

    /// The numbers of those of which nothing is known.
    List<Integer> left() {
        return IntStream.range(0, items.size())
                .filter(index -> !known.containsKey(index))
                .mapToObj(index -> first + index)
                .toList();
    }

    /// What became of each, in the order of the items.
    List<Outcome<R>> outcomes() {
        return IntStream.range(0, items.size())
                .mapToObj(index -> known.getOrDefault(index, new Outcome.NotDone<>()))
                .toList();
    }
}
