package dev.lanescope.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;

/// Writes a trace file bit by bit, from one snapshot after the other of the same run: each time
/// what is new. The counterpart of [TraceReader].
final class TraceWriter implements AutoCloseable {

    private final Path file;
    private final ChunkWriter chunks;
    private final WrittenLanes lanes;
    private final WrittenCounters counters;
    private final WrittenList<String> remarks;
    private final WrittenList<Fact> facts;
    private final WrittenList<JvmEvent> jvm;
    private final WrittenList<Note> notes;
    private final WrittenList<Flow> flows;
    private final WrittenList<NestedSlice> nested;
    private final WrittenList<NestedSlice> outlines;
    private final WrittenList<LaneOrigin> origins;
    private final ByteSink content = new ByteSink();
    private boolean begun;

    /// Begins a file.
    ///
    /// @param file that complaints name
    /// @param level how hard to pack, as [java.util.zip.Deflater] counts it
    TraceWriter(OutputStream out, Path file, int level) throws IOException {
        this.file = file;
        this.chunks = new ChunkWriter(out, level);
        this.lanes = new WrittenLanes(file, chunks);
        this.counters = new WrittenCounters(file, chunks);
        this.remarks = new WrittenList<>(EntryForm.REMARKS, file, chunks);
        this.facts = new WrittenList<>(EntryForm.FACTS, file, chunks);
        this.jvm = new WrittenList<>(EntryForm.JVM, file, chunks);
        this.notes = new WrittenList<>(EntryForm.NOTES, file, chunks);
        this.flows = new WrittenList<>(EntryForm.FLOWS, file, chunks);
        this.nested = new WrittenList<>(EntryForm.NESTED, file, chunks);
        this.outlines = new WrittenList<>(EntryForm.OUTLINES, file, chunks);
        this.origins = new WrittenList<>(EntryForm.ORIGINS, file, chunks);
    }

    /// Writes what is new and began before a moment, and that everything has been said up to then.
    void append(Snapshot now, long untilNanos) throws IOException {
        writeAll(now, untilNanos);
        content.clear();
        content.putUnsigned(untilNanos);
        chunks.write(ChunkKind.MOMENT, content);
    }

    /// Writes the rest, and that this is all.
    void end(Snapshot whole) throws IOException {
        writeAll(whole, whole.endNanos());
        lanes.appendLateReadings(whole.lanes());
        content.clear();
        content.putFlag(whole.finished());
        content.putUnsigned(whole.endNanos());
        content.putUnsigned(whole.lanes().size());
        content.putUnsigned(lanes.rows());
        chunks.write(ChunkKind.END, content);
    }

    private void writeAll(Snapshot now, long untilNanos) throws IOException {
        RunInfo info = now.info();
        if (!begun) {
            writeHead(info);
            new WrittenList<>(EntryForm.ITEMS, file, chunks).append(info.items());
            begun = true;
        }
        facts.append(info.facts());
        lanes.append(now.lanes(), untilNanos);
        counters.append(now.counters());
        remarks.append(now.remarks());
        jvm.append(now.jvm());
        notes.append(now.notes());
        flows.append(now.flows());
        nested.append(now.nesting().slices());
        outlines.append(now.nesting().outlines());
        origins.append(now.origins());
    }

    private void writeHead(RunInfo info) throws IOException {
        content.clear();
        content.putName(info.model(), file);
        content.putName(info.modelTitle(), file);
        content.putUnsigned(info.workers());
        content.putName(info.setting(), file);
        content.putName(info.content(), file);
        content.putUnsigned(info.contentBytes());
        Instant started = info.started();
        content.putSigned(started.getEpochSecond());
        content.putUnsigned(started.getNano());
        content.putUnsigned(info.renderedBefore());
        content.putCount(info.states().size(), "states", RunInfo.MOST_STATES, file);
        for (State state : info.states()) {
            content.put(TraceFormat.KINDS.indexOf(state.kind()));
            content.putName(state.name(), file);
        }
        content.putCount(info.items().size(), "items", TraceFormat.MOST_ITEMS, file);
        content.putCount(info.phases().size(), "phases", TraceFormat.MOST_PHASES, file);
        for (Phase phase : info.phases()) {
            content.putName(phase.name(), file);
            content.putUnsigned(phase.firstItem());
        }
        chunks.write(ChunkKind.HEAD, content);
    }

    /// Closes what it writes to.
    @Override
    public void close() throws IOException {
        chunks.close();
    }
}
