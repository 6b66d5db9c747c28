package dev.lanescope.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads the body of a trace file of the versions up to [TraceFormat#LAST_IN_ONE_PIECE].
///
/// Every number is held against a limit before anything is made of it, and whatever takes memory is
/// paid from an allowance first, so that a hostile file ends in a sentence and never in an
/// `OutOfMemoryError`.
final class OldTraceReader {

    private final ByteSource in;
    private final int version;
    private final Allowance memory;
    private final Runnable progress;

    private final long[] starts = new long[TraceFormat.OLD_CHUNK];
    private final byte[] codes = new byte[TraceFormat.OLD_CHUNK];
    private final int[] items = new int[TraceFormat.OLD_CHUNK];

    /// @param body unpacked
    /// @param version of the file, one that [TraceFormat] reads
    /// @param progress is called now and then
    OldTraceReader(InputStream body, Path file, int version, long mostBytes, Runnable progress) {
        this.version = version;
        this.memory = new Allowance(mostBytes);
        this.progress = progress;
        this.in =
                new ByteSource(
                        body,
                        what -> new TraceFileException(file, "is damaged: " + what),
                        new Claim(memory));
    }

    Snapshot read() throws IOException, InterruptedException {
        RunInfo info = readRun();
        boolean finished = in.readFlag();
        long endNanos = in.readUnsigned("makespan");
        int laneCount = in.readCount("lanes", TraceFormat.MOST_LANES);
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
        in.expectEnd();
        int[] sizes = lanes.stream().mapToInt(Lane::size).toArray();
        return Snapshot.of(
                info, lanes, sizes, counters, remarks, List.of(), List.of(), endNanos, finished);
    }

    private RunInfo readRun() throws IOException {
        String model = in.readName();
        String modelTitle = in.readName();
        int workers = in.readCount("workers", TraceFormat.MOST_LANES);
        String setting = version < 3 ? "" : in.readName();
        String content = in.readName();
        long contentBytes = in.readUnsigned("content size");
        Instant started = RunHead.started(in);
        long renderedBefore = in.readUnsigned("pages rendered before");
        List<State> states = RunHead.states(in);
        List<String> names = readNames("items", TraceFormat.MOST_ITEMS);
        List<Phase> phases =
                version < 2
                        ? List.of(new Phase(RunInfo.PAGES, 0))
                        : RunHead.phases(in, names.size());
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

    private List<String> readNames(String what, int most) throws IOException {
        int count = in.readCount(what, most);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(in.readName());
        }
        return names;
    }

    private List<CounterView> readCounters() throws IOException {
        int count = in.readCount("counters", TraceFormat.MOST_COUNTERS);
        List<CounterView> counters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            counters.add(readCounter());
        }
        return counters;
    }

    private CounterView readCounter() throws IOException {
        var counter = new Counter(in.readName());
        int size = in.readCount("readings of a counter", TraceFormat.MOST_READINGS);
        memory.spend(CountersPart.READING_BYTES * size);
        long nanos = 0;
        long value = 0;
        for (int i = 0; i < size; i++) {
            long step = in.readUnsigned("moment of a counter");
            if (step > Long.MAX_VALUE - nanos) {
                throw damaged("a counter was set after the end of time");
            }
            nanos += step;
            value += in.readSigned();
            counter.append(nanos, value);
        }
        return counter.view();
    }

    private Lane readLane(RunInfo info, long endNanos) throws IOException, InterruptedException {
        String name = in.readName();
        int size = in.readCount("spans on a lane", TraceFormat.MOST_SPANS);
        if (size == 0) {
            throw damaged("a lane without spans");
        }
        memory.spend(Lane.bytes(size));
        var lane = new Lane(name, checkedState(in.readByte(), info));
        var last = new Last();
        for (int done = 1; done < size; done += TraceFormat.OLD_CHUNK) {
            readChunk(lane, Math.min(TraceFormat.OLD_CHUNK, size - done), info, endNanos, last);
        }
        if (in.readFlag()) {
            long late = in.readUnsigned("reading after the end");
            last.cpuNanos += in.readSigned();
            if (late > Long.MAX_VALUE - endNanos || last.cpuNanos < 0) {
                throw damaged("an impossible reading after the end");
            }
            lane.append(endNanos + late, 0, Lane.NO_ITEM, last.cpuNanos);
        }
        return lane;
    }

    private void readChunk(Lane lane, int count, RunInfo info, long endNanos, Last last)
            throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        progress.run();
        for (int i = 0; i < count; i++) {
            long step = in.readUnsigned("start of a span");
            if (step >= endNanos - last.startNanos) {
                throw damaged("a span starts after the end of the run");
            }
            last.startNanos += step;
            starts[i] = last.startNanos;
        }
        for (int i = 0; i < count; i++) {
            codes[i] = (byte) checkedState(in.readByte(), info);
        }
        for (int i = 0; i < count; i++) {
            long item = last.item + in.readSigned();
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
        long code = in.readVarint();
        if (code == 0) {
            return Lane.NOT_READ;
        }
        last.cpuNanos += ByteSource.unzigzag(code - 1);
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

    private TraceFileException damaged(String what) {
        return in.damaged(what);
    }
}
