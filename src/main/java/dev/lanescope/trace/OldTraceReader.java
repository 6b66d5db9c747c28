package dev.lanescope.trace;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads the body of a trace file of the versions up to [TraceFormat#LAST_IN_ONE_PIECE].
///
/// Every number is held against a limit before anything is made of it, and whatever takes memory is
/// paid from an allowance first, so that a hostile file ends in a sentence and never in an
/// `OutOfMemoryError`.
final class OldTraceReader {

    /// A reading of a counter, in arrays that double.
    private static final long READING_BYTES = 32;

    private final InputStream in;
    private final Path file;
    private final int version;
    private final Allowance memory;

    private final long[] starts = new long[TraceFormat.OLD_CHUNK];
    private final byte[] codes = new byte[TraceFormat.OLD_CHUNK];
    private final int[] items = new int[TraceFormat.OLD_CHUNK];

    /// @param version of the file, one that [TraceFormat] reads
    OldTraceReader(InputStream in, Path file, int version, long mostBytes) {
        this.in = in;
        this.file = file;
        this.version = version;
        this.memory = new Allowance(file, mostBytes);
    }

    Snapshot read() throws IOException {
        RunInfo info = readRun();
        boolean finished = readFlag();
        long endNanos = readUnsigned("makespan");
        int laneCount = readCount("lanes", TraceFormat.MOST_LANES);
        if (laneCount < 1 || (version < 3 && laneCount != info.workers())) {
            throw damaged(laneCount + " lanes for " + info.workers() + " workers");
        }
        List<Lane> lanes = new ArrayList<>();
        for (int number = 0; number < laneCount; number++) {
            lanes.add(readLane(info, endNanos));
        }
        List<CounterView> counters = version < 3 ? List.of() : readCounters();
        List<String> remarks =
                version < 4 ? List.of() : readNames("remarks", TraceFormat.MOST_REMARKS);
        if (in.read() >= 0) {
            throw damaged("bytes follow after its end");
        }
        int[] sizes = lanes.stream().mapToInt(Lane::size).toArray();
        return Snapshot.of(
                info, lanes, sizes, counters, remarks, List.of(), List.of(), endNanos, finished);
    }

    private RunInfo readRun() throws IOException {
        String model = readName();
        String modelTitle = readName();
        int workers = readCount("workers", TraceFormat.MOST_LANES);
        String setting = version < 3 ? "" : readName();
        String content = readName();
        long contentBytes = readUnsigned("content size");
        Instant started = readInstant();
        long renderedBefore = readUnsigned("pages rendered before");
        List<State> states = readStates();
        List<String> names = readNames("items", TraceFormat.MOST_ITEMS);
        List<Phase> phases = readPhases(names.size());
        if (workers < 1) {
            throw damaged("no workers");
        }
        return new RunInfo(
                model,
                modelTitle,
                workers,
                setting,
                content,
                contentBytes,
                started,
                renderedBefore,
                states,
                names,
                phases);
    }

    private Instant readInstant() throws IOException {
        long seconds = readSigned();
        long nanos = readUnsigned("fraction of the starting time");
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException | ArithmeticException e) {
            throw damaged("it started at no possible time");
        }
    }

    private List<State> readStates() throws IOException {
        int count = readCount("states", RunInfo.MOST_STATES);
        if (count == 0) {
            throw damaged("no states");
        }
        List<State> states = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = readByte();
            if (kind >= TraceFormat.KINDS.size()) {
                throw damaged("a state of unknown kind " + kind);
            }
            states.add(new State(readName(), TraceFormat.KINDS.get(kind)));
        }
        return states;
    }

    private List<String> readNames(String what, int most) throws IOException {
        int count = readCount(what, most);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(readName());
        }
        return names;
    }

    private List<Phase> readPhases(int items) throws IOException {
        if (version < 2) {
            return List.of(new Phase(RunInfo.PAGES, 0));
        }
        int count = readCount("phases", TraceFormat.MOST_PHASES);
        List<Phase> phases = new ArrayList<>();
        int least = 0;
        for (int i = 0; i < count; i++) {
            String name = readName();
            int first = readCount("items before a phase", TraceFormat.MOST_ITEMS);
            if (first < least || first > items || (i == 0 && first != 0)) {
                throw damaged("phase " + name + " begins at item " + first);
            }
            phases.add(new Phase(name, first));
            least = first;
        }
        if (phases.isEmpty()) {
            throw damaged("no phases");
        }
        return phases;
    }

    private List<CounterView> readCounters() throws IOException {
        int count = readCount("counters", TraceFormat.MOST_COUNTERS);
        List<CounterView> counters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            counters.add(readCounter());
        }
        return counters;
    }

    private CounterView readCounter() throws IOException {
        var counter = new Counter(readName());
        int size = readCount("readings of a counter", TraceFormat.MOST_READINGS);
        memory.spend(READING_BYTES * size);
        long nanos = 0;
        long value = 0;
        for (int i = 0; i < size; i++) {
            long step = readUnsigned("moment of a counter");
            if (step > Long.MAX_VALUE - nanos) {
                throw damaged("a counter was set after the end of time");
            }
            nanos += step;
            value += readSigned();
            counter.append(nanos, value);
        }
        return counter.view();
    }

    private Lane readLane(RunInfo info, long endNanos) throws IOException {
        String name = readName();
        int size = readCount("spans on a lane", TraceFormat.MOST_SPANS);
        if (size == 0) {
            throw damaged("a lane without spans");
        }
        memory.spend(Lane.bytes(size));
        var lane = new Lane(name, checkedState(readByte(), info));
        var last = new Last();
        for (int done = 1; done < size; done += TraceFormat.OLD_CHUNK) {
            readChunk(lane, Math.min(TraceFormat.OLD_CHUNK, size - done), info, endNanos, last);
        }
        if (readFlag()) {
            long late = readUnsigned("reading after the end");
            last.cpuNanos += readSigned();
            if (late > Long.MAX_VALUE - endNanos || last.cpuNanos < 0) {
                throw damaged("an impossible reading after the end");
            }
            lane.append(endNanos + late, 0, Lane.NO_ITEM, last.cpuNanos);
        }
        return lane;
    }

    private void readChunk(Lane lane, int count, RunInfo info, long endNanos, Last last)
            throws IOException {
        for (int i = 0; i < count; i++) {
            long step = readUnsigned("start of a span");
            if (step >= endNanos - last.startNanos) {
                throw damaged("a span starts after the end of the run");
            }
            last.startNanos += step;
            starts[i] = last.startNanos;
        }
        for (int i = 0; i < count; i++) {
            codes[i] = (byte) checkedState(readByte(), info);
        }
        for (int i = 0; i < count; i++) {
            long item = last.item + readSigned();
            if (item < Lane.NO_ITEM || item >= info.items().size()) {
                throw damaged("item " + item + " of " + info.items().size());
            }
            last.item = (int) item;
            items[i] = last.item;
        }
        for (int i = 0; i < count; i++) {
            lane.append(starts[i], codes[i], items[i], readCpu(last));
        }
    }

    private long readCpu(Last last) throws IOException {
        long code = readVarint();
        if (code == 0) {
            return Lane.NOT_READ;
        }
        last.cpuNanos += unzigzag(code - 1);
        if (last.cpuNanos < 0) {
            throw damaged("a negative CPU time");
        }
        return last.cpuNanos;
    }

    /// What the next difference is added to.
    private static final class Last {
        long startNanos;
        int item = Lane.NO_ITEM;
        long cpuNanos;
    }

    private int checkedState(int code, RunInfo info) throws TraceFileException {
        if (code >= info.states().size()) {
            throw damaged("state " + code + " of " + info.states().size());
        }
        return code;
    }

    private String readName() throws IOException {
        int length = readCount("bytes in a name", TraceFormat.MOST_NAME_BYTES);
        memory.spend(Allowance.ofName("") + 2L * length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw damaged("a name that is not UTF-8");
        }
    }

    private boolean readFlag() throws IOException {
        int flag = readByte();
        if (flag > 1) {
            throw damaged("a yes or no of " + flag);
        }
        return flag == 1;
    }

    private int readCount(String what, int most) throws IOException {
        long count = readUnsigned("number of " + what);
        if (count > most) {
            throw damaged(count + " " + what + "; the format ends at " + most);
        }
        return (int) count;
    }

    private long readUnsigned(String what) throws IOException {
        long value = readVarint();
        if (value < 0) {
            throw damaged("a " + what + " too big to be one");
        }
        return value;
    }

    private long readSigned() throws IOException {
        return unzigzag(readVarint());
    }

    private static long unzigzag(long code) {
        return (code >>> 1) ^ -(code & 1);
    }

    private long readVarint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = readByte();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw damaged("a number without end");
    }

    private int readByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    private TraceFileException damaged(String what) {
        return new TraceFileException(file, "is damaged: " + what);
    }
}
