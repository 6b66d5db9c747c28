package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// New transitions of some lanes, column by column. The counterpart of [LanesSheet].
///
/// What depends on other chunks is checked when it is [appended][#appendTo].
final class LanesPart implements Part {

    /// Number, first row, rows and name of a lane.
    private static final int LEAST_SECTION_BYTES = 4;

    /// Start, state, item and CPU time.
    private static final int LEAST_ROW_BYTES = 4;

    /// The same in memory.
    private static final long SECTION_BYTES = 3 * Integer.BYTES + Long.BYTES;

    private static final long ROW_BYTES = 2 * Long.BYTES + Integer.BYTES + 1;

    private final Place place;
    private final int[] lane;
    private final int[] from;
    private final int[] end;
    private final @Nullable String[] name;
    private final long[] startNanos;
    private final byte[] state;
    private final int[] item;
    private final long[] cpuNanos;
    private long @Nullable [] allocated;
    private int mostState;
    private int mostItem = Lane.NO_ITEM;

    private LanesPart(Place place, int sections, int rows) {
        this.place = place;
        lane = new int[sections];
        from = new int[sections];
        end = new int[sections];
        name = new @Nullable String[sections];
        startNanos = new long[rows];
        state = new byte[rows];
        item = new int[rows];
        cpuNanos = new long[rows];
    }

    static LanesPart read(ByteSource in, Place place) throws IOException {
        int rows = in.readRows("transitions", LEAST_ROW_BYTES);
        int sections = in.readRows("lanes", LEAST_SECTION_BYTES);
        in.spend(SECTION_BYTES * sections + ROW_BYTES * rows);
        var part = new LanesPart(place, sections, rows);
        part.readSections(in);
        part.readStarts(in);
        for (int row = 0; row < rows; row++) {
            int code = in.readByte();
            part.state[row] = (byte) code;
            part.mostState = Math.max(part.mostState, code);
        }
        part.readItems(in);
        part.readCpu(in);
        if (in.hasMore()) {
            in.spend((long) Lane.ALLOCATED_BYTES * rows);
            part.allocated = part.readAllocated(in);
        }
        in.expectEnd();
        return part;
    }

    private void readSections(ByteSource in) throws IOException {
        int rows = 0;
        for (int section = 0; section < lane.length; section++) {
            lane[section] = in.readCount("a lane", TraceFormat.MOST_LANES - 1);
            name[section] = in.readFlag() ? in.readName() : null;
            from[section] = in.readCount("transitions before", TraceFormat.MOST_SPANS);
            rows += in.readCount("transitions of a lane", startNanos.length - rows);
            end[section] = rows;
        }
        if (rows != startNanos.length) {
            throw in.damaged(rows + " transitions of " + startNanos.length);
        }
    }

    private void readStarts(ByteSource in) throws IOException {
        int row = 0;
        for (int stop : end) {
            for (long at = 0; row < stop; row++) {
                long step = in.readUnsigned("start of a span");
                if (step > Long.MAX_VALUE - at) {
                    throw in.damaged("a span starts after the end of time");
                }
                at += step;
                startNanos[row] = at;
            }
        }
    }

    private void readItems(ByteSource in) throws IOException {
        int row = 0;
        for (int stop : end) {
            for (long at = Lane.NO_ITEM; row < stop; row++) {
                at += in.readSigned();
                if (at < Lane.NO_ITEM || at >= TraceFormat.MOST_ITEMS) {
                    throw in.damaged("item " + at);
                }
                item[row] = (int) at;
                mostItem = Math.max(mostItem, item[row]);
            }
        }
    }

    private void readCpu(ByteSource in) throws IOException {
        int row = 0;
        for (int stop : end) {
            for (long at = 0; row < stop; row++) {
                long code = in.readVarint();
                cpuNanos[row] = Lane.NOT_READ;
                if (code != 0) {
                    at += ByteSource.unzigzag(code - 1);
                    if (at < 0) {
                        throw in.damaged("a negative CPU time");
                    }
                    cpuNanos[row] = at;
                }
            }
        }
    }

    private long[] readAllocated(ByteSource in) throws IOException {
        long[] bytes = new long[startNanos.length];
        int row = 0;
        for (int stop : end) {
            for (long at = 0; row < stop; row++) {
                long code = in.readVarint();
                bytes[row] = Lane.NOT_READ;
                if (code != 0) {
                    at += ByteSource.unzigzag(code - 1);
                    if (at < 0) {
                        throw in.damaged("less than nothing allocated");
                    }
                    bytes[row] = at;
                }
            }
        }
        return bytes;
    }

    /// How many transitions there are.
    int rows() {
        return startNanos.length;
    }

    /// Writes the transitions to their lanes.
    void appendTo(LaneList lanes, int states, int items) throws IOException {
        if (mostState >= states || mostItem >= items) {
            throw place.damaged(
                    mostState >= states
                            ? "state " + mostState + " of " + states
                            : "item " + mostItem + " of " + items);
        }
        int row = 0;
        for (int section = 0; section < lane.length; section++) {
            int rows = end[section] - row;
            if (from[section] == 0) {
                checkFirst(row, rows);
                lanes.begin(lane[section], state[row], place);
                row++;
                rows--;
            }
            int number = lane[section];
            Lane target = lanes.grow(number, Math.max(1, from[section]), rows, place);
            long @Nullable [] bytes = allocated;
            if (bytes != null) {
                lanes.payForAllocated(rows);
            }
            @Nullable String newName = name[section];
            if (newName != null) {
                lanes.rename(target, newName);
            }
            long before = target.startNanos(target.size() - 1);
            if (rows > 0 && startNanos[row] < before) {
                throw place.damaged("a span of lane " + number + " starts before the one before");
            }
            for (; row < end[section]; row++) {
                long told = bytes == null ? Lane.NOT_READ : bytes[row];
                target.append(startNanos[row], state[row], item[row], cpuNanos[row], told);
            }
        }
    }

    private void checkFirst(int row, int rows) throws TraceFileException {
        if (rows == 0
                || startNanos[row] != 0
                || item[row] != Lane.NO_ITEM
                || cpuNanos[row] != Lane.NOT_READ) {
            throw place.damaged("a lane that does not begin with the run");
        }
    }
}
