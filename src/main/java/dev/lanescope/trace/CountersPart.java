package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// New readings of one counter.
final class CountersPart implements Part {

    /// Moment and value.
    private static final int LEAST_ROW_BYTES = 2;

    /// A reading, in arrays that double.
    static final long READING_BYTES = 32;

    private final Place place;
    private final int number;
    private final int from;
    private final @Nullable String name;
    private final long[] nanos;
    private final long[] values;

    private CountersPart(Place place, int number, int from, @Nullable String name, int rows) {
        this.place = place;
        this.number = number;
        this.from = from;
        this.name = name;
        this.nanos = new long[rows];
        this.values = new long[rows];
    }

    static CountersPart read(ByteSource in, Place place) throws IOException {
        int number = in.readCount("a counter", TraceFormat.MOST_COUNTERS - 1);
        @Nullable String name = in.readFlag() ? in.readName() : null;
        int from = in.readCount("readings before", TraceFormat.MOST_READINGS);
        int rows = in.readRows("readings", LEAST_ROW_BYTES);
        in.spend(2L * Long.BYTES * rows);
        var part = new CountersPart(place, number, from, name, rows);
        long at = 0;
        for (int row = 0; row < rows; row++) {
            long step = in.readUnsigned("moment of a counter");
            if (step > Long.MAX_VALUE - at) {
                throw in.damaged("a counter was set after the end of time");
            }
            at += step;
            part.nanos[row] = at;
        }
        long value = 0;
        for (int row = 0; row < rows; row++) {
            value += in.readSigned();
            part.values[row] = value;
        }
        in.expectEnd();
        return part;
    }

    /// Sets the counters.
    void appendTo(List<Counter> counters, Allowance memory) throws IOException {
        if (name != null && number == counters.size()) {
            memory.spendName(name);
            memory.spend(READING_BYTES * Counter.LEAST_ROOM);
            counters.add(new Counter(name));
        } else if (name != null || number >= counters.size()) {
            throw place.damaged("counter " + number + " of " + counters.size());
        }
        Counter counter = counters.get(number);
        CounterView before = counter.view();
        if (before.size() != from || nanos.length > TraceFormat.MOST_READINGS - from) {
            throw place.damaged("a part of counter " + number + " is missing before");
        }
        if (from > 0 && nanos.length > 0 && nanos[0] < before.nanos(from - 1)) {
            throw place.damaged("counter " + number + " was set before it was set before");
        }
        memory.spend(READING_BYTES * nanos.length);
        for (int row = 0; row < nanos.length; row++) {
            counter.append(nanos[row], values[row]);
        }
    }
}
