package dev.lanescope.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How far the counters of a trace have been written.
final class WrittenCounters {

    private final List<Integer> sizes = new ArrayList<>();
    private final ByteSink content = new ByteSink();
    private final Path file;
    private final ChunkWriter chunks;

    WrittenCounters(Path file, ChunkWriter chunks) {
        this.file = file;
        this.chunks = chunks;
    }

    /// Writes what is new.
    void append(List<CounterView> now) throws IOException {
        for (int number = 0; number < now.size(); number++) {
            boolean isNew = number == sizes.size();
            if (isNew) {
                sizes.add(0);
            }
            append(number, now.get(number), isNew);
        }
    }

    private void append(int number, CounterView counter, boolean isNew) throws IOException {
        int from = sizes.get(number);
        boolean naming = isNew;
        while (naming || from < counter.size()) {
            int to = Math.min(counter.size(), from + TraceFormat.ROWS_IN_CHUNK);
            content.clear();
            content.putCount(number, "counters", TraceFormat.MOST_COUNTERS - 1, file);
            content.putFlag(naming);
            if (naming) {
                content.putName(counter.name(), file);
            }
            content.putCount(from, "readings of a counter", TraceFormat.MOST_READINGS, file);
            content.putUnsigned(to - from);
            putReadings(counter, from, to);
            chunks.write(ChunkKind.COUNTERS, content);
            naming = false;
            from = to;
        }
        sizes.set(number, from);
    }

    private void putReadings(CounterView counter, int from, int to) {
        long lastNanos = 0;
        for (int i = from; i < to; i++) {
            content.putUnsigned(counter.nanos(i) - lastNanos);
            lastNanos = counter.nanos(i);
        }
        long lastValue = 0;
        for (int i = from; i < to; i++) {
            content.putSigned(counter.value(i) - lastValue);
            lastValue = counter.value(i);
        }
    }
}
