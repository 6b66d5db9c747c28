package dev.lanescope.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a note lies in a file: its time, its words, and its lanes as ranges of neighbours.
final class NoteForm {

    /// What a lane's number takes in a list.
    private static final long LANE_BYTES = 24;

    /// How many lanes are left out, and how many are not.
    private static final int LEAST_RANGE_BYTES = 2;

    private NoteForm() {}

    static long memory(Note note) {
        return EntryForm.OBJECT_BYTES
                + Allowance.ofName(note.text())
                + LANE_BYTES * note.lanes().size();
    }

    static void write(Note note, ByteSink out, Path file) throws TraceFileException {
        out.putSigned(note.startNanos());
        out.putUnsigned(note.nanos());
        out.putName(note.text(), file);
        List<Range> ranges = ranges(note.lanes());
        out.putUnsigned(ranges.size());
        int next = 0;
        for (Range range : ranges) {
            out.putUnsigned(range.first() - next);
            out.putUnsigned(range.end() - range.first());
            next = range.end();
        }
    }

    /// Neighbouring lanes.
    private record Range(int first, int end) {}

    private static List<Range> ranges(List<Integer> lanes) {
        var ranges = new ArrayList<Range>();
        for (int from = 0, to = 0; from < lanes.size(); from = to) {
            int first = lanes.get(from);
            while (to < lanes.size() && lanes.get(to) - first == to - from) {
                to++;
            }
            ranges.add(new Range(first, first + to - from));
        }
        return ranges;
    }

    static Note read(ByteSource in) throws IOException {
        Note note = readWithoutLanes(in);
        return new Note(note.startNanos(), note.endNanos(), note.text(), readLanes(in));
    }

    static Note readWithoutLanes(ByteSource in) throws IOException {
        long start = in.readSigned();
        long end = EntryForm.end(start, in);
        return new Note(start, end, in.readName());
    }

    private static List<Integer> readLanes(ByteSource in) throws IOException {
        var lanes = new ArrayList<Integer>();
        int next = 0;
        for (int range = in.readRows("ranges of lanes", LEAST_RANGE_BYTES); range > 0; range--) {
            next += in.readCount("lanes between lanes", TraceFormat.MOST_LANES - next);
            int count = in.readCount("lanes of a note", TraceFormat.MOST_LANES - next);
            if (count == 0) {
                throw in.damaged("a range of no lanes");
            }
            in.spend(LANE_BYTES * count);
            for (int lane = 0; lane < count; lane++) {
                lanes.add(next++);
            }
        }
        return lanes;
    }
}
