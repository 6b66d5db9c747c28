package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// New readings of counters. The counterpart of [CountersSheet].
///
/// What depends on other chunks is checked when it is [appended][#appendTo].
final class CountersPart implements Part {

    /// Number, whether it is new, readings before and readings.
    private static final int LEAST_SECTION_BYTES = 4;

    /// The same in memory.
    private static final long SECTION_BYTES = 2 * EntryForm.OBJECT_BYTES;

    /// Place among the counters, moment, its last bits and value.
    private static final int LEAST_ROW_BYTES = 4;

    /// Moment and value.
    private static final int LEAST_ROW_BYTES_OF_ONE = 2;

    /// The same in memory.
    private static final long ROW_BYTES = 3 * Long.BYTES + Integer.BYTES;

    /// A reading, in arrays that double.
    static final long READING_BYTES = 32;

    private final Place place;
    private final List<Section> sections = new ArrayList<>();

    private CountersPart(Place place) {
        this.place = place;
    }

    /// New readings of one counter.
    private static final class Section {
        private final int number;
        private final @Nullable String name;
        private final int from;
        private final long[] nanos;
        private final long[] values;
        private int told;
        private long value;

        Section(int number, @Nullable String name, int from, int rows) {
            this.number = number;
            this.name = name;
            this.from = from;
            this.nanos = new long[rows];
            this.values = new long[rows];
        }

        void add(long at, long change) {
            value += change;
            nanos[told] = at;
            values[told] = value;
            told++;
        }

        boolean isFull() {
            return told == nanos.length;
        }
    }

    static CountersPart read(ByteSource in, Place place) throws IOException {
        int rows = in.readRows("readings", LEAST_ROW_BYTES);
        int counters = in.readRows("counters", LEAST_SECTION_BYTES);
        in.spend(SECTION_BYTES * counters + ROW_BYTES * rows);
        var part = new CountersPart(place);
        int left = rows;
        for (int counter = 0; counter < counters; counter++) {
            int number = in.readCount("a counter", TraceFormat.MOST_COUNTERS - 1);
            @Nullable String name = in.readFlag() ? in.readName() : null;
            int from = in.readCount("readings before", TraceFormat.MOST_READINGS);
            int own = in.readCount("readings of a counter", left);
            left -= own;
            part.sections.add(new Section(number, name, from, own));
        }
        if (left > 0) {
            throw in.damaged((rows - left) + " readings of " + rows);
        }
        part.readRows(in, rows);
        in.expectEnd();
        return part;
    }

    private void readRows(ByteSource in, int rows) throws IOException {
        Section[] order = new Section[rows];
        long[] times = new long[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = sections.get(in.readCount("counters", sections.size() - 1));
        }
        for (int row = 0; row < rows; row++) {
            times[row] = in.readUnsigned("moment of a counter");
        }
        long at = 0;
        for (int row = 0; row < rows; row++) {
            if (times[row] > Long.MAX_VALUE >>> CountersSheet.LAST_BITS) {
                throw in.damaged("a counter was set after the end of time");
            }
            at = later(at, times[row] << CountersSheet.LAST_BITS | in.readByte(), in);
            times[row] = at;
        }
        for (int row = 0; row < rows; row++) {
            Section section = order[row];
            if (section.isFull()) {
                throw in.damaged("a reading more of counter " + section.number + " than it says");
            }
            section.add(times[row], in.readSigned());
        }
    }

    private static long later(long at, long step, ByteSource in) throws IOException {
        if (step > Long.MAX_VALUE - at) {
            throw in.damaged("a counter was set after the end of time");
        }
        return at + step;
    }

    /// Reads a chunk of a version that had one for each counter.
    static CountersPart readOne(ByteSource in, Place place) throws IOException {
        int number = in.readCount("a counter", TraceFormat.MOST_COUNTERS - 1);
        @Nullable String name = in.readFlag() ? in.readName() : null;
        int from = in.readCount("readings before", TraceFormat.MOST_READINGS);
        int rows = in.readRows("readings", LEAST_ROW_BYTES_OF_ONE);
        in.spend(SECTION_BYTES + ROW_BYTES * rows);
        var section = new Section(number, name, from, rows);
        long[] times = new long[rows];
        long at = 0;
        for (int row = 0; row < rows; row++) {
            at = later(at, in.readUnsigned("moment of a counter"), in);
            times[row] = at;
        }
        for (int row = 0; row < rows; row++) {
            section.add(times[row], in.readSigned());
        }
        in.expectEnd();
        var part = new CountersPart(place);
        part.sections.add(section);
        return part;
    }

    /// Sets the counters.
    void appendTo(List<Counter> counters, Allowance memory) throws IOException {
        for (Section section : sections) {
            append(section, counters, memory);
        }
    }

    private void append(Section section, List<Counter> counters, Allowance memory)
            throws IOException {
        int number = section.number;
        if (section.name != null && number == counters.size()) {
            memory.spendName(section.name);
            memory.spend(READING_BYTES * Counter.LEAST_ROOM);
            counters.add(new Counter(section.name));
        } else if (section.name != null || number >= counters.size()) {
            throw place.damaged("counter " + number + " of " + counters.size());
        }
        Counter counter = counters.get(number);
        CounterView before = counter.view();
        int from = section.from;
        int rows = section.nanos.length;
        if (before.size() != from || rows > TraceFormat.MOST_READINGS - from) {
            throw place.damaged("a part of counter " + number + " is missing before");
        }
        if (from > 0 && rows > 0 && section.nanos[0] < before.nanos(from - 1)) {
            throw place.damaged("counter " + number + " was set before it was set before");
        }
        memory.spend(READING_BYTES * rows);
        for (int row = 0; row < rows; row++) {
            counter.append(section.nanos[row], section.values[row]);
        }
    }
}
