package dev.lanescope.trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes of a trace file, being read: the content of one chunk, or a whole old file as it is
/// unpacked. Every number is held against its limit before anything is made of it, and names are
/// paid for. The counterpart of [ByteSink].
final class ByteSource {

    /// Says where something is wrong.
    @FunctionalInterface
    interface Complaint {
        TraceFileException damaged(String what);
    }

    private static final int BUFFER = 1 << 16;

    private final byte[] bytes;
    private final @Nullable InputStream more;
    private final Complaint complaint;
    private final Claim memory;
    private int at;
    private int end;

    /// @param memory pays for what is made of them
    ByteSource(byte[] bytes, Complaint complaint, Claim memory) {
        this.bytes = bytes;
        this.end = bytes.length;
        this.more = null;
        this.complaint = complaint;
        this.memory = memory;
    }

    /// A source without an end that is known.
    ByteSource(InputStream more, Complaint complaint, Claim memory) {
        this.bytes = new byte[BUFFER];
        this.more = more;
        this.complaint = complaint;
        this.memory = memory;
    }

    /// Pays for what will be made of the next bytes.
    void spend(long bytesOfMemory) throws Refusal {
        memory.spend(bytesOfMemory);
    }

    /// How many bytes are left of a chunk.
    private int left() {
        return end - at;
    }

    /// Whether bytes of a chunk are left.
    boolean hasMore() {
        return more == null && left() > 0;
    }

    /// Complains if bytes are left.
    void expectEnd() throws IOException {
        if (more == null && left() > 0) {
            throw damaged(left() + " bytes more than it says");
        }
        if (left() > 0 || refill()) {
            throw damaged("bytes follow after its end");
        }
    }

    private boolean refill() throws IOException {
        if (more == null) {
            return false;
        }
        at = 0;
        end = Math.max(0, more.read(bytes));
        return end > 0;
    }

    int readByte() throws IOException {
        if (at == end && !refill()) {
            throw damaged("it breaks off");
        }
        return bytes[at++] & 0xFF;
    }

    boolean readFlag() throws IOException {
        int flag = readByte();
        if (flag > 1) {
            throw damaged("a yes or no of " + flag);
        }
        return flag == 1;
    }

    int readCount(String what, int most) throws IOException {
        long count = readUnsigned("number of " + what);
        if (count > most) {
            throw damaged(count + " " + what + "; the format ends at " + most);
        }
        return (int) count;
    }

    /// Reads how many rows of a table follow, each of which takes some bytes at least.
    int readRows(String what, int leastBytes) throws IOException {
        long count = readUnsigned("number of " + what);
        if (count > left() / leastBytes) {
            throw damaged(count + " " + what + " in " + left() + " bytes");
        }
        return (int) count;
    }

    long readUnsigned(String what) throws IOException {
        long value = readVarint();
        if (value < 0) {
            throw damaged("a " + what + " too big to be one");
        }
        return value;
    }

    long readSigned() throws IOException {
        return unzigzag(readVarint());
    }

    static long unzigzag(long code) {
        return (code >>> 1) ^ -(code & 1);
    }

    /// Any 64 bits.
    long readVarint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = readByte();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw damaged("a number without end");
    }

    String readName() throws IOException {
        int length = readCount("bytes in a name", TraceFormat.MOST_NAME_BYTES);
        if (more == null && length > left()) {
            throw damaged("it breaks off");
        }
        memory.spend(Allowance.NAME_BYTES + 2L * length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(next(length)).toString();
        } catch (CharacterCodingException e) {
            throw damaged("a name that is not UTF-8");
        }
    }

    private ByteBuffer next(int length) throws IOException {
        if (length <= left()) {
            at += length;
            return ByteBuffer.wrap(bytes, at - length, length);
        }
        byte[] collected = new byte[length];
        for (int i = 0; i < length; i++) {
            collected[i] = (byte) readByte();
        }
        return ByteBuffer.wrap(collected);
    }

    TraceFileException damaged(String what) {
        return complaint.damaged(what);
    }
}
