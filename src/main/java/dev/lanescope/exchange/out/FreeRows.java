package dev.lanescope.exchange.out;

import dev.lanescope.trace.JvmEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Puts what may overlap into rows in which nothing does, as few as possible.
final class FreeRows {

    private FreeRows() {}

    /// Each event goes into the row that has been free for longest when it starts.
    static List<List<JvmEvent>> of(List<JvmEvent> events) {
        var rows = new ArrayList<List<JvmEvent>>();
        var byEnd =
                new PriorityQueue<List<JvmEvent>>(
                        Comparator.comparingLong(row -> row.getLast().endNanos()));
        events.stream()
                .sorted(
                        Comparator.comparingLong(JvmEvent::startNanos)
                                .thenComparingLong(JvmEvent::endNanos))
                .forEach(event -> {
                    boolean free =
                            !byEnd.isEmpty()
                                    && byEnd.peek().getLast().endNanos() <= event.startNanos();
                    List<JvmEvent> row = free ? byEnd.remove() : new ArrayList<>();
                    if (!free) {
                        rows.add(row);
                    }
                    row.add(event);
                    byEnd.add(row);
                });
        return rows;
    }
}
