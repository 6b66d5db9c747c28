package dev.lanescope.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// How far the counters of a trace have been written.
final class WrittenCounters {

    /// How many readings of each have been written.
    private final List<Integer> sizes = new ArrayList<>();

    private final CountersSheet sheet;
    private final ChunkWriter chunks;

    WrittenCounters(Path file, ChunkWriter chunks) {
        this.sheet = new CountersSheet(file);
        this.chunks = chunks;
    }

    /// A reading that is next of its counter.
    private record Next(int number, CounterView counter, int reading) {
        long nanos() {
            return counter.nanos(reading);
        }

        boolean isThere() {
            return reading < counter.size();
        }

        Next after() {
            return new Next(number, counter, reading + 1);
        }
    }

    /// Writes what is new, in the order of time.
    void append(List<CounterView> now) throws IOException {
        var ahead =
                new PriorityQueue<Next>(
                        Comparator.comparingLong(Next::nanos).thenComparingInt(Next::number));
        for (int number = 0; number < now.size(); number++) {
            CounterView counter = now.get(number);
            if (number == sizes.size()) {
                sizes.add(0);
                flushIfFull();
                sheet.begin(number, counter.name());
            }
            var next = new Next(number, counter, sizes.get(number));
            if (next.isThere()) {
                ahead.add(next);
            }
            sizes.set(number, counter.size());
        }
        for (Next next = ahead.poll(); next != null; next = ahead.poll()) {
            flushIfFull();
            sheet.add(next.number(), next.counter(), next.reading());
            if (next.after().isThere()) {
                ahead.add(next.after());
            }
        }
        sheet.flush(chunks);
    }

    private void flushIfFull() throws IOException {
        if (sheet.isFull()) {
            sheet.flush(chunks);
        }
    }
}
