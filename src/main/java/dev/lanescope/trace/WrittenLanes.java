package dev.lanescope.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How far the lanes of a trace have been written.
final class WrittenLanes {

    /// One lane.
    private static final class Written {
        private int size;
        private String name = "";
    }

    private final List<Written> lanes = new ArrayList<>();
    private final LanesSheet sheet;
    private final ChunkWriter chunks;
    private long rows;

    WrittenLanes(Path file, ChunkWriter chunks) {
        this.sheet = new LanesSheet(file);
        this.chunks = chunks;
    }

    /// How many transitions have been written.
    long rows() {
        return rows;
    }

    /// Writes what is new on the lanes and began before a moment.
    void append(List<LaneView> now, long untilNanos) throws IOException {
        for (LaneView lane : now) {
            if (lane.number() == lanes.size()) {
                lanes.add(new Written());
            }
            Written written = lanes.get(lane.number());
            int to = lane.indexAt(untilNanos - 1) + 1;
            String name = lane.name();
            if (written.size < to || !written.name.equals(name)) {
                append(lane, written, Math.max(to, written.size), !written.name.equals(name));
                written.name = name;
            }
        }
        sheet.flush(chunks);
    }

    private void append(LaneView lane, Written written, int to, boolean named) throws IOException {
        boolean naming = named;
        do {
            if (sheet.room() == 0) {
                sheet.flush(chunks);
            }
            int end = Math.min(to, written.size + sheet.room());
            sheet.add(lane, written.size, written.size, end, naming);
            rows += end - written.size;
            written.size = end;
            naming = false;
        } while (written.size < to);
    }

    /// Writes what workers read of their CPU time after the end of the run, unless that was seen
    /// before it was known to be the end. It is no span, but without it the last spans would lose
    /// their CPU time.
    void appendLateReadings(List<LaneView> finished) throws IOException {
        for (LaneView lane : finished) {
            int late = lane.lateReading();
            Written written = lanes.get(lane.number());
            if (late >= written.size) {
                if (sheet.room() == 0) {
                    sheet.flush(chunks);
                }
                sheet.add(lane, written.size, late, late + 1, false);
                written.size++;
                rows++;
            }
        }
        sheet.flush(chunks);
    }
}
