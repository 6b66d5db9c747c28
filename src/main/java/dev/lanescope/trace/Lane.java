package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// What one worker did, from the first submit on: an append-only list of transitions, written by
/// one thread and read by any number of others while it grows.
///
/// A transition says "from this moment on the worker is in this state, with this item". A span is
/// what lies between two transitions, so a lane has no gaps and no overlaps by construction; the
/// last span lasts until the run ends.
///
/// **How it is safe without a lock.** Transitions live in blocks that are never moved. The writer
/// fills the next free slot with plain stores and then publishes it by a release store of the size;
/// a reader takes the size with an acquire load and looks only at slots below it. When a block is
/// full, the writer makes a new one and hangs it into the table of blocks, or into a longer copy of
/// it, before it publishes the first slot in it, so whoever sees the size sees the block. Nothing
/// is allocated per transition; one block of [#BLOCK] transitions takes 21 KB, 21 bytes each.
///
/// Only the first block starts small and is replaced by a longer copy of itself, so that a run with
/// tens of thousands of lanes does not pay 21 KB for a few transitions each. Its columns are final
/// and filled in its constructor: whoever meets the copy early still sees all that was in the old
/// one.
///
/// The thread's CPU time is read now and then only, since one reading costs ten times a transition:
/// where it was not read the column holds [#NOT_READ].
///
/// How much the thread had allocated so far is a column that a block has only if that was read in
/// it, eight bytes more for each transition. A block that had none gets one that is filled before
/// it is hung in, so whoever meets it early reads [#NOT_READ] in it.
public final class Lane {

    /// The item of a span that belongs to none.
    public static final int NO_ITEM = -1;

    /// The CPU time, or the allocated bytes, of a transition at which they were not read.
    public static final long NOT_READ = -1;

    static final int BLOCK_BITS = 10;
    static final int BLOCK = 1 << BLOCK_BITS;
    private static final int IN_BLOCK = BLOCK - 1;

    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    /// Where the size stands in its array: a cache line away from either end, so that no other
    /// lane's size can share its line, wherever the collector moves them.
    private static final int SIZE = 8;

    /// How many transitions the first block has room for at first, and how many times as many
    /// whenever it is full.
    private static final int FIRST_ROOM = 16;

    private static final int GROWTH = 4;

    private static final int TRANSITION_BYTES = 21;

    /// What a transition takes more in a block that knows what was allocated.
    static final int ALLOCATED_BYTES = Long.BYTES;

    /// The lane itself, its arrays' heads, and the table of blocks.
    private static final int LANE_BYTES = 400;

    /// The columns of some transitions.
    private static final class Block {
        final long[] startNanos;
        final long[] cpuNanos;
        final int[] item;
        final byte[] state;
        volatile long @Nullable [] allocated;

        Block(int room) {
            startNanos = new long[room];
            cpuNanos = new long[room];
            item = new int[room];
            state = new byte[room];
        }

        /// A longer copy.
        Block(Block shorter, int room) {
            startNanos = Arrays.copyOf(shorter.startNanos, room);
            cpuNanos = Arrays.copyOf(shorter.cpuNanos, room);
            item = Arrays.copyOf(shorter.item, room);
            state = Arrays.copyOf(shorter.state, room);
            long @Nullable [] bytes = shorter.allocated;
            if (bytes != null) {
                long[] longer = Arrays.copyOf(bytes, room);
                Arrays.fill(longer, bytes.length, room, NOT_READ);
                allocated = longer;
            }
        }

        long[] allocatedColumn() {
            long @Nullable [] column = allocated;
            if (column == null) {
                column = new long[startNanos.length];
                Arrays.fill(column, NOT_READ);
                allocated = column;
            }
            return column;
        }
    }

    private Block[] blocks = {new Block(FIRST_ROOM)};
    private int room = FIRST_ROOM;
    private final long[] published = new long[2 * SIZE];
    private final LaneIndex index = new LaneIndex(this);
    private volatile @Nullable LaneTotals totals;
    private volatile String name;

    /// @param firstState the state at nanosecond 0
    public Lane(String name, int firstState) {
        this.name = name;
        append(0, firstState, NO_ITEM, NOT_READ);
    }

    public String name() {
        return name;
    }

    /// Gives the lane the name of the thread that turned out to work on it.
    public void rename(String newName) {
        name = newName;
    }

    /// Appends a transition. Only ever called by the lane's one writer.
    ///
    /// @param startNanos nanoseconds since the first submit; never less than that of the last call
    /// @param state code of the state from now on
    /// @param item index of the item from now on, or [#NO_ITEM]
    /// @param cpuNanos the CPU time the thread has used so far, or [#NOT_READ]
    public void append(long startNanos, int state, int item, long cpuNanos) {
        append(startNanos, state, item, cpuNanos, NOT_READ);
    }

    /// The same, with what the thread has allocated.
    ///
    /// @param allocatedBytes how much the thread has allocated so far, or [#NOT_READ]
    public void append(long startNanos, int state, int item, long cpuNanos, long allocatedBytes) {
        int at = (int) published[SIZE];
        int slot = at & IN_BLOCK;
        if (at == room) {
            grow();
        }
        Block block = blocks[at >> BLOCK_BITS];
        block.startNanos[slot] = startNanos;
        block.cpuNanos[slot] = cpuNanos;
        block.item[slot] = item;
        block.state[slot] = (byte) state;
        if (allocatedBytes != NOT_READ) {
            block.allocatedColumn()[slot] = allocatedBytes;
        }
        LONGS.setRelease(published, SIZE, (long) (at + 1));
    }

    /// Only the writer knows the room.
    private void grow() {
        if (room < BLOCK) {
            room = Math.min(BLOCK, GROWTH * room);
            blocks[0] = new Block(blocks[0], room);
            return;
        }
        int used = room >> BLOCK_BITS;
        if (used == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * used);
        }
        blocks[used] = new Block(BLOCK);
        room += BLOCK;
    }

    /// How much memory a lane of that size takes.
    public static long bytes(long size) {
        long room = FIRST_ROOM;
        while (room < size) {
            room = room < BLOCK ? GROWTH * room : (size + IN_BLOCK) & ~(long) IN_BLOCK;
        }
        return LANE_BYTES + TRANSITION_BYTES * room;
    }

    /// How many transitions can be read now; at least 1.
    public int size() {
        return (int) (long) LONGS.getAcquire(published, SIZE);
    }

    /// What readers have summed up.
    LaneIndex index() {
        return index;
    }

    /// Running totals of all that counts; made when they are first asked for, and kept.
    LaneTotals totals(int transitions, long endNanos) {
        LaneTotals known = totals;
        if (known == null || !known.isOf(transitions, endNanos)) {
            known = new LaneTotals(this, transitions, endNanos);
            totals = known;
        }
        return known;
    }

    /// The starts of the block that holds a transition; it stands there at its index's last
    /// [#BLOCK_BITS] bits.
    long[] starts(int index) {
        return blocks[index >> BLOCK_BITS].startNanos;
    }

    /// The states of the block that holds a transition.
    byte[] states(int index) {
        return blocks[index >> BLOCK_BITS].state;
    }

    long startNanos(int index) {
        return blocks[index >> BLOCK_BITS].startNanos[index & IN_BLOCK];
    }

    int state(int index) {
        return blocks[index >> BLOCK_BITS].state[index & IN_BLOCK];
    }

    int item(int index) {
        return blocks[index >> BLOCK_BITS].item[index & IN_BLOCK];
    }

    long cpuNanos(int index) {
        return blocks[index >> BLOCK_BITS].cpuNanos[index & IN_BLOCK];
    }

    long allocatedBytes(int index) {
        long @Nullable [] column = blocks[index >> BLOCK_BITS].allocated;
        return column == null ? NOT_READ : column[index & IN_BLOCK];
    }
}
