package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Readings of counters, being put together for one chunk in the order of their time: what is set
/// in one breath, as two queues are when a page goes from one to the other, lies side by side, so
/// its times are small numbers. The last bits of a time are like thrown dice; they have a column of
/// their own, where they cannot spoil what packs. The counterpart of [CountersPart].
final class CountersSheet {

    /// So many bits of a time are written apart from the others.
    static final int LAST_BITS = 8;

    /// The readings of one counter in this chunk.
    private static final class Section {
        private final int place;
        private final int from;
        private final @Nullable String name;
        private int rows;
        private long lastValue;

        /// @param place among the counters of this chunk
        /// @param from how many readings of it were said before
        /// @param name if it has to be said
        Section(int place, int from, @Nullable String name) {
            this.place = place;
            this.from = from;
            this.name = name;
        }
    }

    private final Path file;
    private final ByteSink content = new ByteSink();
    private final ByteSink places = new ByteSink();
    private final ByteSink times = new ByteSink();
    private final ByteSink lastBits = new ByteSink();
    private final ByteSink values = new ByteSink();
    private final Map<Integer, Section> sections = new LinkedHashMap<>();
    private int nameBytes;
    private int rows;
    private long lastNanos;

    /// @param file that complaints name
    CountersSheet(Path file) {
        this.file = file;
    }

    /// Whether nothing more belongs into this chunk.
    boolean isFull() {
        return rows == TraceFormat.ROWS_IN_CHUNK || nameBytes >= TraceFormat.FULL_CHUNK_BYTES;
    }

    /// Begins a counter that is new.
    void begin(int number, String name) {
        sections.put(number, new Section(sections.size(), 0, name));
        nameBytes += 4 * name.length();
    }

    /// Adds a reading; none is earlier than the one before.
    void add(int number, CounterView counter, int reading) {
        Section section =
                sections.computeIfAbsent(number, _ -> new Section(sections.size(), reading, null));
        places.putUnsigned(section.place);
        long step = counter.nanos(reading) - lastNanos;
        times.putUnsigned(step >>> LAST_BITS);
        lastBits.put((int) step);
        lastNanos = counter.nanos(reading);
        values.putSigned(counter.value(reading) - section.lastValue);
        section.lastValue = counter.value(reading);
        section.rows++;
        rows++;
    }

    /// Writes the chunk, if there is anything in it, and begins the next one.
    void flush(ChunkWriter chunks) throws IOException {
        if (sections.isEmpty()) {
            return;
        }
        content.clear();
        content.putUnsigned(rows);
        content.putUnsigned(sections.size());
        for (Map.Entry<Integer, Section> each : sections.entrySet()) {
            putHead(each.getKey(), each.getValue());
        }
        for (ByteSink column : new ByteSink[] {places, times, lastBits, values}) {
            content.putAll(column);
            column.clear();
        }
        chunks.write(ChunkKind.COUNTERS, content);
        sections.clear();
        nameBytes = 0;
        rows = 0;
        lastNanos = 0;
    }

    private void putHead(int number, Section section) throws TraceFileException {
        content.putCount(number, "counters", TraceFormat.MOST_COUNTERS - 1, file);
        content.putFlag(section.name != null);
        if (section.name != null) {
            content.putName(section.name, file);
        }
        content.putCount(section.from, "readings of a counter", TraceFormat.MOST_READINGS, file);
        content.putUnsigned(section.rows);
    }
}
