package dev.lanescope.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Unpacks a chunk and reads what it says. Knows nothing of other chunks, so that many can be read
/// at once.
final class PartReader {

    private PartReader() {}

    static Part read(Chunk chunk) throws TraceFileException {
        ByteSource in = chunk.open();
        return switch (chunk.kind()) {
            case HEAD -> readHead(in);
            case LANES -> LanesPart.read(in, chunk.place());
            case COUNTERS -> CountersPart.read(in, chunk.place());
            case ITEMS -> readList(EntryForm.ITEMS, in, chunk.place());
            case REMARKS -> readList(EntryForm.REMARKS, in, chunk.place());
            case FACTS -> readList(EntryForm.FACTS, in, chunk.place());
            case JVM -> readList(EntryForm.JVM, in, chunk.place());
            case NOTES -> readList(EntryForm.NOTES, in, chunk.place());
            case MOMENT -> {
                var moment = new Part.Moment(in.readUnsigned("moment"));
                in.expectEnd();
                yield moment;
            }
            case END -> readEnd(in);
        };
    }

    private static Part.End readEnd(ByteSource in) throws TraceFileException {
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
            throws TraceFileException {
        int from = in.readCount(form.what() + " before", form.most());
        int count = in.readRows(form.what(), form.leastBytes());
        if (count > form.most() - from) {
            throw in.damaged(from + " and " + count + " more " + form.what());
        }
        List<T> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(form.reader().read(in));
        }
        in.expectEnd();
        return new Part.Listed<>(form, place, from, entries);
    }

    private static Part.Head readHead(ByteSource in) throws TraceFileException {
        String model = in.readName();
        String modelTitle = in.readName();
        int workers = in.readCount("workers", TraceFormat.MOST_LANES);
        if (workers < 1) {
            throw in.damaged("no workers");
        }
        String setting = in.readName();
        String content = in.readName();
        long contentBytes = in.readUnsigned("content size");
        Instant started = readInstant(in);
        long renderedBefore = in.readUnsigned("number of pages rendered before");
        List<State> states = readStates(in);
        int items = in.readCount("items", TraceFormat.MOST_ITEMS);
        List<Phase> phases = readPhases(in, items);
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

    private static Instant readInstant(ByteSource in) throws TraceFileException {
        long seconds = in.readSigned();
        long nanos = in.readUnsigned("fraction of the starting time");
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException | ArithmeticException e) {
            throw in.damaged("it started at no possible time");
        }
    }

    private static List<State> readStates(ByteSource in) throws TraceFileException {
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

    private static List<Phase> readPhases(ByteSource in, int items) throws TraceFileException {
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
