package dev.lanescope.trace;

import java.io.IOException;
import java.nio.file.Path;

/// Transitions of some lanes, being put together for one chunk column by column: like stands beside
/// like, which is what deflate is good at. The counterpart of [LanesPart].
final class LanesSheet {

    private final Path file;
    private final ByteSink content = new ByteSink();
    private final ByteSink heads = new ByteSink();
    private final ByteSink starts = new ByteSink();
    private final ByteSink states = new ByteSink();
    private final ByteSink items = new ByteSink();
    private final ByteSink cpu = new ByteSink();
    private final ByteSink allocated = new ByteSink();
    private boolean anyAllocated;
    private int sections;
    private int rows;

    /// @param file that complaints name
    LanesSheet(Path file) {
        this.file = file;
    }

    /// How many more transitions belong into this chunk.
    int room() {
        return heads.size() >= TraceFormat.FULL_CHUNK_BYTES ? 0 : TraceFormat.ROWS_IN_CHUNK - rows;
    }

    /// Adds a stretch of a lane, which may be empty.
    ///
    /// @param place which of the lane's transitions the first one is for readers
    /// @param named whether the lane's name has to be said
    void add(LaneView lane, int place, int from, int to, boolean named) throws TraceFileException {
        heads.putCount(lane.number(), "lanes", TraceFormat.MOST_LANES - 1, file);
        heads.putFlag(named);
        if (named) {
            heads.putName(lane.name(), file);
        }
        heads.putCount(place, "spans on a lane", TraceFormat.MOST_SPANS, file);
        heads.putUnsigned(to - from);
        long lastStart = 0;
        int lastItem = Lane.NO_ITEM;
        long lastCpu = 0;
        long lastAllocated = 0;
        for (int i = from; i < to; i++) {
            starts.putUnsigned(lane.startNanos(i) - lastStart);
            lastStart = lane.startNanos(i);
            states.put(lane.state(i));
            items.putSigned((long) lane.item(i) - lastItem);
            lastItem = lane.item(i);
            long read = lane.cpuNanos(i);
            if (read == Lane.NOT_READ) {
                cpu.putUnsigned(0);
            } else {
                cpu.putUnsigned(1 + ByteSink.zigzag(read - lastCpu));
                lastCpu = read;
            }
            long bytes = lane.allocatedAt(i);
            if (bytes == Lane.NOT_READ) {
                allocated.putUnsigned(0);
            } else {
                allocated.putUnsigned(1 + ByteSink.zigzag(bytes - lastAllocated));
                lastAllocated = bytes;
                anyAllocated = true;
            }
        }
        sections++;
        rows += to - from;
    }

    /// Writes the chunk, if there is anything in it, and begins the next one.
    void flush(ChunkWriter chunks) throws IOException {
        if (sections == 0) {
            return;
        }
        content.clear();
        content.putUnsigned(rows);
        content.putUnsigned(sections);
        for (ByteSink column : new ByteSink[] {heads, starts, states, items, cpu}) {
            content.putAll(column);
            column.clear();
        }
        if (anyAllocated) {
            content.putAll(allocated);
            anyAllocated = false;
        }
        allocated.clear();
        chunks.write(ChunkKind.LANES, content);
        sections = 0;
        rows = 0;
    }
}
