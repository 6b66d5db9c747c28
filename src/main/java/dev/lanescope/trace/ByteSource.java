package dev.lanescope.trace;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The content of one chunk, being read. Every number is held against its limit before anything is
/// made of it. The counterpart of [ByteSink].
final class ByteSource {

    private final byte[] bytes;
    private final Place place;
    private int at;

    /// @param place that complaints name
    ByteSource(byte[] bytes, Place place) {
        this.bytes = bytes;
        this.place = place;
    }

    /// How many bytes are left.
    int left() {
        return bytes.length - at;
    }

    /// Complains if bytes are left.
    void expectEnd() throws TraceFileException {
        if (left() > 0) {
            throw damaged(left() + " bytes more than it says");
        }
    }

    int readByte() throws TraceFileException {
        if (at == bytes.length) {
            throw damaged("it breaks off");
        }
        return bytes[at++] & 0xFF;
    }

    boolean readFlag() throws TraceFileException {
        int flag = readByte();
        if (flag > 1) {
            throw damaged("a yes or no of " + flag);
        }
        return flag == 1;
    }

    int readCount(String what, int most) throws TraceFileException {
        long count = readUnsigned("number of " + what);
        if (count > most) {
            throw damaged(count + " " + what + "; the format ends at " + most);
        }
        return (int) count;
    }

    /// Reads how many rows of a table follow, each of which takes some bytes at least.
    int readRows(String what, int leastBytes) throws TraceFileException {
        long count = readUnsigned("number of " + what);
        if (count > left() / leastBytes) {
            throw damaged(count + " " + what + " in " + left() + " bytes");
        }
        return (int) count;
    }

    long readUnsigned(String what) throws TraceFileException {
        long value = readVarint();
        if (value < 0) {
            throw damaged("a " + what + " too big to be one");
        }
        return value;
    }

    long readSigned() throws TraceFileException {
        return unzigzag(readVarint());
    }

    static long unzigzag(long code) {
        return (code >>> 1) ^ -(code & 1);
    }

    /// Any 64 bits.
    long readVarint() throws TraceFileException {
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

    String readName() throws TraceFileException {
        int length = readCount("bytes in a name", TraceFormat.MOST_NAME_BYTES);
        if (length > left()) {
            throw damaged("it breaks off");
        }
        try {
            String name =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, at, length))
                            .toString();
            at += length;
            return name;
        } catch (CharacterCodingException e) {
            throw damaged("a name that is not UTF-8");
        }
    }

    TraceFileException damaged(String what) {
        return place.damaged(what);
    }
}
