package dev.lanescope.trace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// Bytes that are being put together: the numbers and names of trace files. The counterpart of
/// [ByteSource].
final class ByteSink {

    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    /// The bytes; those from [#size()] on mean nothing.
    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    void put(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void putFlag(boolean flag) {
        put(flag ? 1 : 0);
    }

    void putUnsigned(long value) {
        reserve(LONGEST_NUMBER);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void putSigned(long value) {
        putUnsigned(zigzag(value));
    }

    /// Small whatever the sign: 0, -1, 1, -2 become 0, 1, 2, 3.
    static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    /// @param file that cannot be written if the name is too long
    void putName(String name, Path file) throws TraceFileException {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        putCount(utf8.length, "bytes in a name", TraceFormat.MOST_NAME_BYTES, file);
        putAll(utf8, utf8.length);
    }

    /// @param file that cannot be written if there are too many
    void putCount(int count, String what, int most, Path file) throws TraceFileException {
        if (count > most) {
            throw new TraceFileException(
                    file,
                    "cannot be written: " + count + " " + what + "; the format ends at " + most);
        }
        putUnsigned(count);
    }

    void putAll(ByteSink other) {
        putAll(other.bytes, other.size);
    }

    private void putAll(byte[] others, int count) {
        reserve(count);
        System.arraycopy(others, 0, bytes, size, count);
        size += count;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
