package dev.lanescope.exchange.in.jfr;

import dev.lanescope.trace.Refusal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Looks through the chunks of a recording before the JDK's parser does, which trusts what it is
/// given: it would wait for ever for a chunk that says it is being written, and go round in circles
/// where an event has a negative length or a table of constants names itself as the one before.
final class Chunks {

    private static final int HEAD_BYTES = 68;
    private static final int MAGIC = 0x464C5200; // FLR and a zero
    private static final int CONSTANTS = 1;
    private static final int FINISHED = 0;
    private static final byte COMPRESSED = 1;

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final long mostChunkBytes;
    private int number;

    /// @param mostChunkBytes how long one chunk may be, since its constants stand in memory
    ///   together
    Chunks(long mostChunkBytes) {
        this.mostChunkBytes = mostChunkBytes;
    }

    void check(Path file) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            for (long at = 0; at < size; ) {
                number++;
                if (size - at < HEAD_BYTES) {
                    throw new Refusal("was cut short: it ends in the head of " + name());
                }
                try (Arena arena = Arena.ofConfined()) {
                    MemorySegment rest =
                            channel.map(FileChannel.MapMode.READ_ONLY, at, size - at, arena);
                    at += check(rest);
                }
            }
        }
    }

    private String name() {
        return "chunk " + number;
    }

    /// @return the length of the chunk
    private long check(MemorySegment rest) throws Refusal, InterruptedException {
        if (rest.get(INT, 0) != MAGIC) {
            throw damaged("does not begin as a chunk does");
        }
        int major = rest.get(INT, 4) >>> 16;
        if (major < 1 || major > 2) {
            throw new Refusal(
                    "is a JFR recording of version "
                            + major
                            + ", and this Java reads 1 and 2: open it with the Java that made it");
        }
        if (rest.get(ValueLayout.JAVA_BYTE, 64) != FINISHED) {
            throw new Refusal(
                    "is still being written, or its JVM died before it was done: dump the recording"
                            + " with jcmd, or repair it with jfr assemble");
        }
        if ((rest.get(ValueLayout.JAVA_BYTE, 67) & COMPRESSED) == 0) {
            throw damaged("holds numbers that are not compressed, which this Java never wrote");
        }
        long size = rest.get(LONG, 8);
        if (size < HEAD_BYTES) {
            throw damaged("says it is " + size + " bytes long");
        }
        if (size > rest.byteSize()) {
            throw new Refusal(
                    "was cut short: "
                            + (size - rest.byteSize())
                            + " bytes of "
                            + name()
                            + " are missing");
        }
        if (size > mostChunkBytes) {
            throw new Refusal(
                    "is too big: "
                            + name()
                            + " takes "
                            + (size >> 20)
                            + " MB, and this Java may spend "
                            + (mostChunkBytes >> 20)
                            + " on it (raise -Xmx)");
        }
        checkEvents(rest.asSlice(0, size));
        checkConstants(rest.asSlice(0, size));
        return size;
    }

    private void checkEvents(MemorySegment chunk) throws Refusal, InterruptedException {
        for (long at = HEAD_BYTES; at < chunk.byteSize(); ) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long length = new Numbers(chunk, at).next();
            if (length < 1 || length > chunk.byteSize() - at) {
                throw damaged("has an event of " + length + " bytes at byte " + at);
            }
            at += length;
        }
    }

    private void checkConstants(MemorySegment chunk) throws Refusal {
        long metadata = chunk.get(LONG, 24);
        if (metadata < HEAD_BYTES || metadata >= chunk.byteSize()) {
            throw damaged("describes its events at byte " + metadata);
        }
        long at = chunk.get(LONG, 16);
        while (true) {
            if (at < HEAD_BYTES || at >= chunk.byteSize()) {
                throw damaged("has its constants at byte " + at);
            }
            var numbers = new Numbers(chunk, at);
            numbers.next(); // length
            if (numbers.next() != CONSTANTS) {
                throw damaged("has no constants at byte " + at);
            }
            numbers.next(); // start
            numbers.next(); // duration
            long back = numbers.next();
            if (back == 0) {
                return;
            }
            if (back > 0) {
                throw damaged("has constants at byte " + at + " that do not lead back");
            }
            at += back;
        }
    }

    private Refusal damaged(String what) {
        return new Refusal("is damaged: " + name() + " " + what);
    }

    /// Numbers of one to nine bytes, the lowest seven bits first, eight in the ninth.
    private final class Numbers {
        private final MemorySegment chunk;
        private long at;

        Numbers(MemorySegment chunk, long at) {
            this.chunk = chunk;
            this.at = at;
        }

        long next() throws Refusal {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                if (at >= chunk.byteSize()) {
                    throw damaged("ends inside a number");
                }
                long read = chunk.get(ValueLayout.JAVA_BYTE, at++) & 0xFFL;
                if (shift == 56) {
                    return value | read << shift;
                }
                value |= (read & 0x7F) << shift;
                if (read < 0x80) {
                    return value;
                }
            }
        }
    }
}
