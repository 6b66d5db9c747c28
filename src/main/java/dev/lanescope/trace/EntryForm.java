package dev.lanescope.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// How the entries of one of a trace's lists lie in a file. A chunk of a list says how many entries
/// of what was said before stay, and then what follows them: so a list can grow, and also change.
///
/// @param kind of its chunks
/// @param what people call the entries
/// @param most so many there can be
/// @param leastBytes what an entry takes at least
/// @param memory what it takes in memory, in bytes
/// @param list where those go that are read
/// @param writer appends an entry
/// @param reader reads one
record EntryForm<T>(
        ChunkKind kind,
        String what,
        int most,
        int leastBytes,
        ToLongFunction<T> memory,
        Function<ReadLists, List<T>> list,
        Writer<T> writer,
        Reader<T> reader) {

    /// A small object and its place in a list.
    static final long OBJECT_BYTES = 48;

    /// Appends an entry to a chunk.
    interface Writer<T> {
        void write(T entry, ByteSink out, Path file) throws TraceFileException;
    }

    /// Reads an entry of a chunk.
    interface Reader<T> {
        T read(ByteSource in) throws IOException;
    }

    static final EntryForm<String> ITEMS =
            new EntryForm<>(
                    ChunkKind.ITEMS,
                    "items",
                    TraceFormat.MOST_ITEMS,
                    1,
                    Allowance::ofName,
                    ReadLists::items,
                    (name, out, file) -> out.putName(name, file),
                    ByteSource::readName);

    static final EntryForm<String> REMARKS =
            new EntryForm<>(
                    ChunkKind.REMARKS,
                    "remarks",
                    TraceFormat.MOST_REMARKS,
                    1,
                    Allowance::ofName,
                    ReadLists::remarks,
                    (remark, out, file) -> out.putName(remark, file),
                    ByteSource::readName);

    static final EntryForm<Fact> FACTS =
            new EntryForm<>(
                    ChunkKind.FACTS,
                    "facts",
                    TraceFormat.MOST_FACTS,
                    2,
                    fact -> Allowance.ofName(fact.name()) + Allowance.ofName(fact.value()),
                    ReadLists::facts,
                    EntryForm::writeFact,
                    in -> new Fact(in.readName(), in.readName()));

    static final EntryForm<JvmEvent> JVM =
            new EntryForm<>(
                    ChunkKind.JVM,
                    "events of the JVM",
                    TraceFormat.MOST_JVM_EVENTS,
                    4,
                    event -> OBJECT_BYTES + Allowance.ofName(event.name()),
                    ReadLists::jvm,
                    EntryForm::writeEvent,
                    EntryForm::readEvent);

    static final EntryForm<Note> NOTES =
            new EntryForm<>(
                    ChunkKind.NOTES,
                    "notes",
                    TraceFormat.MOST_NOTES,
                    4,
                    NoteForm::memory,
                    ReadLists::notes,
                    NoteForm::write,
                    NoteForm::read);

    /// Notes as they were while they forgot their lanes.
    private static final EntryForm<Note> NOTES_WITHOUT_LANES =
            new EntryForm<>(
                    ChunkKind.NOTES,
                    "notes",
                    TraceFormat.MOST_NOTES,
                    3,
                    NoteForm::memory,
                    ReadLists::notes,
                    NoteForm::write,
                    NoteForm::readWithoutLanes);

    /// Notes as they lie in files of a version.
    static EntryForm<Note> notes(int version) {
        return version <= TraceFormat.LAST_WITHOUT_LANES_OF_NOTES ? NOTES_WITHOUT_LANES : NOTES;
    }

    static final EntryForm<Flow> FLOWS =
            new EntryForm<>(
                    ChunkKind.FLOWS,
                    "arrows",
                    TraceFormat.MOST_FLOWS,
                    5,
                    flow -> OBJECT_BYTES + Allowance.ofName(flow.name()),
                    ReadLists::flows,
                    EntryForm::writeFlow,
                    EntryForm::readFlow);

    /// What a slice takes on its way into a [Nesting], and there.
    private static final long NESTED_BYTES = 2 * OBJECT_BYTES;

    static final EntryForm<NestedSlice> NESTED =
            new EntryForm<>(
                    ChunkKind.NESTED,
                    "nested slices",
                    TraceFormat.MOST_NESTED,
                    5,
                    _ -> NESTED_BYTES,
                    ReadLists::nested,
                    EntryForm::writeNested,
                    in -> readNested(in, 1));

    static final EntryForm<NestedSlice> OUTLINES =
            new EntryForm<>(
                    ChunkKind.OUTLINES,
                    "outlines of slices",
                    TraceFormat.MOST_NESTED,
                    5,
                    _ -> NESTED_BYTES,
                    ReadLists::outlines,
                    EntryForm::writeNested,
                    in -> readNested(in, 0));

    static final EntryForm<LaneOrigin> ORIGINS =
            new EntryForm<>(
                    ChunkKind.ORIGINS,
                    "origins of lanes",
                    TraceFormat.MOST_LANES,
                    5,
                    EntryForm::originBytes,
                    ReadLists::origins,
                    EntryForm::writeOrigin,
                    EntryForm::readOrigin);

    private static void writeFact(Fact fact, ByteSink out, Path file) throws TraceFileException {
        out.putName(fact.name(), file);
        out.putName(fact.value(), file);
    }

    private static void writeEvent(JvmEvent event, ByteSink out, Path file)
            throws TraceFileException {
        out.put(TraceFormat.JVM_KINDS.indexOf(event.kind()));
        out.putName(event.name(), file);
        out.putSigned(event.startNanos());
        out.putUnsigned(event.nanos());
    }

    private static JvmEvent readEvent(ByteSource in) throws IOException {
        int kind = in.readByte();
        if (kind >= TraceFormat.JVM_KINDS.size()) {
            throw in.damaged("an event of unknown kind " + kind);
        }
        String name = in.readName();
        long start = in.readSigned();
        return new JvmEvent(TraceFormat.JVM_KINDS.get(kind), name, start, end(start, in));
    }

    private static void writeFlow(Flow flow, ByteSink out, Path file) throws TraceFileException {
        out.putName(flow.name(), file);
        out.putUnsigned(flow.fromLane());
        out.putSigned(flow.fromNanos());
        out.putUnsigned(flow.toLane());
        out.putSigned(flow.toNanos());
    }

    private static Flow readFlow(ByteSource in) throws IOException {
        String name = in.readName();
        int fromLane = in.readCount("a lane", TraceFormat.MOST_LANES - 1);
        long fromNanos = in.readSigned();
        int toLane = in.readCount("a lane", TraceFormat.MOST_LANES - 1);
        return new Flow(name, fromLane, fromNanos, toLane, in.readSigned());
    }

    private static void writeNested(NestedSlice slice, ByteSink out, Path file)
            throws TraceFileException {
        out.putUnsigned(slice.lane());
        out.putCount(slice.depth(), "slices inside each other", TraceFormat.MOST_DEPTH, file);
        out.putUnsigned(slice.startNanos());
        out.putUnsigned(slice.nanos());
        out.putUnsigned(slice.item());
    }

    private static NestedSlice readNested(ByteSource in, int leastDepth) throws IOException {
        int lane = in.readCount("a lane", TraceFormat.MOST_LANES - 1);
        int depth = in.readCount("depth", TraceFormat.MOST_DEPTH);
        if (depth < leastDepth) {
            throw in.damaged("a nested slice that lies in none");
        }
        long start = in.readUnsigned("start");
        long end = end(start, in);
        int item = in.readCount("an item", TraceFormat.MOST_ITEMS - 1);
        return new NestedSlice(lane, depth, start, end, item);
    }

    private static long originBytes(LaneOrigin origin) {
        return OBJECT_BYTES
                + Allowance.ofName(origin.process())
                + Allowance.ofName(origin.processName())
                + Allowance.ofName(origin.thread())
                + Allowance.ofName(origin.threadName());
    }

    private static void writeOrigin(LaneOrigin origin, ByteSink out, Path file)
            throws TraceFileException {
        out.putUnsigned(origin.lane());
        out.putName(origin.process(), file);
        out.putName(origin.processName(), file);
        out.putName(origin.thread(), file);
        out.putName(origin.threadName(), file);
    }

    private static LaneOrigin readOrigin(ByteSource in) throws IOException {
        return new LaneOrigin(
                in.readCount("a lane", TraceFormat.MOST_LANES - 1),
                in.readName(),
                in.readName(),
                in.readName(),
                in.readName());
    }

    /// The end of something whose length is read now.
    static long end(long start, ByteSource in) throws IOException {
        long length = in.readUnsigned("length");
        if (start > 0 && length > Long.MAX_VALUE - start) {
            throw in.damaged("something ends after the end of time");
        }
        return start + length;
    }
}
