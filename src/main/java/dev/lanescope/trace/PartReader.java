package dev.lanescope.trace;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Unpacks a chunk and reads what it says. Knows nothing of other chunks, so that many can be read
/// at once.
final class PartReader {

    private PartReader() {}

    /// @param version of the file
    /// @param memory pays for what is read
    static Part read(Chunk chunk, int version, Claim memory) throws IOException {
        ByteSource in = chunk.open(memory);
        return switch (chunk.kind()) {
            case HEAD -> readHead(in);
            case LANES -> LanesPart.read(in, chunk.place());
            case COUNTERS ->
                    version <= TraceFormat.LAST_WITH_COUNTERS_APART
                            ? CountersPart.readOne(in, chunk.place())
                            : CountersPart.read(in, chunk.place());
            case ITEMS -> readList(EntryForm.ITEMS, in, chunk.place());
            case REMARKS -> readList(EntryForm.REMARKS, in, chunk.place());
            case FACTS -> readList(EntryForm.FACTS, in, chunk.place());
            case JVM -> readList(EntryForm.JVM, in, chunk.place());
            case NOTES -> readList(EntryForm.notes(version), in, chunk.place());
            case FLOWS -> readList(EntryForm.FLOWS, in, chunk.place());
            case NESTED -> readList(EntryForm.NESTED, in, chunk.place());
            case OUTLINES -> readList(EntryForm.OUTLINES, in, chunk.place());
            case ORIGINS -> readList(EntryForm.ORIGINS, in, chunk.place());
            case MOMENT -> {
                var moment = new Part.Moment(in.readUnsigned("moment"));
                in.expectEnd();
                yield moment;
            }
            case END -> readEnd(in);
        };
    }

    private static Part.End readEnd(ByteSource in) throws IOException {
        var end =
                new Part.End(
                        in.readFlag(),
                        in.readUnsigned("makespan"),
                        in.readCount("lanes", TraceFormat.MOST_LANES),
                        in.readUnsigned("number of transitions"));
        in.expectEnd();
        return end;
    }

    private static <T> Part.Listed<T> readList(EntryForm<T> form, ByteSource in, Place place)
            throws IOException {
        int from = in.readCount(form.what() + " before", form.most());
        int count = in.readRows(form.what(), form.leastBytes());
        if (count > form.most() - from) {
            throw in.damaged(from + " and " + count + " more " + form.what());
        }
        in.spend((long) Long.BYTES * count);
        List<T> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            in.spend(EntryForm.OBJECT_BYTES);
            entries.add(form.reader().read(in));
        }
        in.expectEnd();
        return new Part.Listed<>(form, place, from, entries);
    }

    private static Part.Head readHead(ByteSource in) throws IOException {
        String model = in.readName();
        String modelTitle = in.readName();
        int workers = in.readCount("workers", TraceFormat.MOST_LANES);
        if (workers < 1) {
            throw in.damaged("no workers");
        }
        String setting = in.readName();
        String content = in.readName();
        long contentBytes = in.readUnsigned("content size");
        Instant started = RunHead.started(in);
        long renderedBefore = in.readUnsigned("number of pages rendered before");
        List<State> states = RunHead.states(in);
        int items = in.readCount("items", TraceFormat.MOST_ITEMS);
        List<Phase> phases = RunHead.phases(in, items);
        in.expectEnd();
        return new Part.Head(
                model,
                modelTitle,
                workers,
                setting,
                content,
                contentBytes,
                started,
                renderedBefore,
                states,
                phases,
                items);
    }
}
