package dev.lanescope.trace;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A chunk as it lies in its file, still packed.
final class Chunk {

    private final Place place;
    private final byte[] packed;
    private final int length;
    private final int checksum;
    private final boolean last;

    /// @param length of its content, at most [TraceFormat#MOST_CHUNK_BYTES]
    /// @param last whether nothing follows in the file
    Chunk(Place place, byte[] packed, int length, int checksum, boolean last) {
        this.place = place;
        this.packed = packed;
        this.length = length;
        this.checksum = checksum;
        this.last = last;
    }

    ChunkKind kind() {
        return place.kind();
    }

    Place place() {
        return place;
    }

    /// Whether the file ends in it before all of it was written: a file can have its length before
    /// it has its bytes.
    boolean isTorn() {
        return last && !isSound();
    }

    private boolean isSound() {
        return Checksums.of(packed, 0, packed.length) == checksum;
    }

    /// How many bytes it has in the file.
    int packedBytes() {
        return packed.length;
    }

    /// Unpacks it.
    ///
    /// @param memory pays for what is unpacked and what is made of it
    ByteSource open(Claim memory) throws IOException {
        if (!isSound()) {
            throw place.damaged("its checksum is wrong");
        }
        memory.spend(length);
        byte[] content = new byte[length];
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            int got = 0;
            while (got < length && !inflater.finished()) {
                int more = inflater.inflate(content, got, length - got);
                if (more == 0) {
                    break;
                }
                got += more;
            }
            boolean ends = inflater.finished() || inflater.inflate(new byte[1]) == 0;
            if (got < length || !ends || !inflater.finished() || inflater.getRemaining() > 0) {
                throw place.damaged("its packed part is not as long as it says");
            }
        } catch (DataFormatException e) {
            throw place.damaged("its packed part breaks off");
        } finally {
            inflater.end();
        }
        return new ByteSource(content, place, memory);
    }
}
