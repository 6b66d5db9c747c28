package dev.lanescope.concurrency.processes.wire;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/// Half of a shared file: bytes that one process puts in and the other takes out, in the same
/// order. Positions count up for ever; the place of a position is its remainder. That something was
/// put in is said over the socket; how far the other side has taken out stands in the memory
/// itself.
///
/// The writer never waits: what finds no room goes over the socket. What the other side claims is
/// only used within bounds, so a lie costs the liar its own messages.
final class Ring {

    private static final VarHandle TAKEN = ValueLayout.JAVA_LONG.varHandle();
    private static final long HEAD = 64;

    private final MemorySegment memory;
    private final long capacity;
    private long put;

    /// @param memory both sides see; zero at first, and more than 64 bytes
    Ring(MemorySegment memory) {
        this.memory = memory;
        this.capacity = memory.byteSize() - HEAD;
    }

    /// Puts bytes in.
    ///
    /// @return their position, or -1 if there is no room for them now
    long put(byte[] bytes) {
        long place = put % capacity;
        long from = place + bytes.length <= capacity ? put : put - place + capacity;
        long taken = (long) TAKEN.getAcquire(memory, 0L);
        if (bytes.length > capacity
                || taken < 0
                || taken > put
                || from + bytes.length - taken > capacity) {
            return -1;
        }
        MemorySegment.copy(
                bytes, 0, memory, ValueLayout.JAVA_BYTE, HEAD + from % capacity, bytes.length);
        put = from + bytes.length;
        return from;
    }

    /// Takes bytes out.
    ///
    /// @throws IOException if nothing can lie there
    byte[] take(long position, int length) throws IOException {
        long place = position % capacity;
        if (position < 0 || length < 0 || place + length > capacity) {
            throw new IOException(length + " bytes at " + position + " of a ring of " + capacity);
        }
        byte[] bytes = new byte[length];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, HEAD + place, bytes, 0, length);
        TAKEN.setRelease(memory, 0L, position + length);
        return bytes;
    }
}
