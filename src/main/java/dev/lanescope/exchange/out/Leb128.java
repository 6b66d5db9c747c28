package dev.lanescope.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes in the making, with numbers in LEB128: seven bits a byte, lowest first. What Protocol
/// Buffers and JFR are made of.
final class Leb128 {

    private byte[] bytes = new byte[64];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void writeByte(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    /// A number as Protocol Buffers write it: negative ones take ten bytes.
    void writeVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            writeByte((int) rest | 0x80);
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    /// A number as JFR writes it: at most nine bytes, of which the ninth carries eight bits.
    void writeLong(long value) {
        long rest = value;
        int written = 0;
        while ((rest & ~0x7FL) != 0 && written < 8) {
            writeByte((int) rest | 0x80);
            rest >>>= 7;
            written++;
        }
        writeByte((int) rest);
    }

    /// Eight bytes, the highest first.
    void writeFixed(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            writeByte((int) (value >>> shift));
        }
    }

    void write(byte[] from, int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
        System.arraycopy(from, 0, bytes, size, count);
        size += count;
    }

    void write(Leb128 other) {
        write(other.bytes, other.size);
    }

    /// Length in bytes, then UTF-8.
    void writeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeVarint(utf8.length);
        write(utf8, utf8.length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }
}
