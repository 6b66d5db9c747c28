package dev.lanescope.trace;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the heads of all versions have in common.
final class RunHead {

    /// Between these, every tool that counts nanoseconds since 1970 can say when it was, and every
    /// moment of 60 years after it.
    private static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private RunHead() {}

    static Instant started(ByteSource in) throws IOException {
        long seconds = in.readSigned();
        long nanos = in.readUnsigned("fraction of the starting time");
        try {
            Instant started = Instant.ofEpochSecond(seconds, nanos);
            if (started.isAfter(EARLIEST) && started.isBefore(LATEST)) {
                return started;
            }
            throw in.damaged("it started at no possible time: " + started);
        } catch (DateTimeException | ArithmeticException e) {
            throw in.damaged("it started at no possible time");
        }
    }

    static List<State> states(ByteSource in) throws IOException {
        int count = in.readCount("states", RunInfo.MOST_STATES);
        if (count == 0) {
            throw in.damaged("no states");
        }
        List<State> states = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = in.readByte();
            if (kind >= TraceFormat.KINDS.size()) {
                throw in.damaged("a state of unknown kind " + kind);
            }
            states.add(new State(in.readName(), TraceFormat.KINDS.get(kind)));
        }
        return states;
    }

    /// @param items how many there are
    static List<Phase> phases(ByteSource in, int items) throws IOException {
        int count = in.readCount("phases", TraceFormat.MOST_PHASES);
        List<Phase> phases = new ArrayList<>();
        int least = 0;
        for (int i = 0; i < count; i++) {
            String name = in.readName();
            int first = in.readCount("items before a phase", TraceFormat.MOST_ITEMS);
            if (first < least || first > items || (i == 0 && first != 0)) {
                throw in.damaged("phase " + name + " begins at item " + first);
            }
            phases.add(new Phase(name, first));
            least = first;
        }
        if (phases.isEmpty()) {
            throw in.damaged("no phases");
        }
        return phases;
    }
}
