package dev.lanescope.exchange.out;

import dev.lanescope.trace.JvmEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts what may overlap into rows in which nothing does.
final class FreeRows {

    private FreeRows() {}

    /// Each event goes into the first row that is free when it starts.
    static List<List<JvmEvent>> of(List<JvmEvent> events) {
        var rows = new ArrayList<List<JvmEvent>>();
        events.stream()
                .sorted(
                        Comparator.comparingLong(JvmEvent::startNanos)
                                .thenComparingLong(JvmEvent::endNanos))
                .forEach(event -> freeRow(rows, event).add(event));
        return rows;
    }

    private static List<JvmEvent> freeRow(List<List<JvmEvent>> rows, JvmEvent event) {
        for (List<JvmEvent> row : rows) {
            if (row.getLast().endNanos() <= event.startNanos()) {
                return row;
            }
        }
        var row = new ArrayList<JvmEvent>();
        rows.add(row);
        return row;
    }
}
