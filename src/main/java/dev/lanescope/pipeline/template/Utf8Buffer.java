package dev.lanescope.pipeline.template;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/// A writer that encodes as it goes, into a buffer that is used again for the next page: text
/// becomes bytes once, without a string of the whole page in between.
final class Utf8Buffer extends Writer {

    private static final int KEPT_BYTES = 1024 * 1024;
    static final int MAX_BYTES = 256 * 1024 * 1024;

    private byte[] bytes = new byte[32 * 1024];
    private int length;
    private int high; // a high surrogate whose low one is still to come, or 0

    /// Forgets everything written.
    void clear() {
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[KEPT_BYTES];
        }
        length = 0;
        high = 0;
    }

    /// An array that begins with what was written since [#clear]; the next write may replace it.
    byte[] bytes() {
        return bytes;
    }

    /// How many bytes were written since [#clear].
    int length() {
        return length;
    }

    /// A copy of what was written since [#clear].
    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void write(int c) throws IOException {
        room(4);
        put((char) c);
    }

    @Override
    public void write(char[] chars, int from, int count) throws IOException {
        room(3L * count + 1);
        int end = from + count;
        for (int i = from; i < end; i++) {
            i = high == 0 ? putAscii(chars, i, end) : i;
            if (i < end) {
                put(chars[i]);
            }
        }
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        room(3L * count + 1);
        int end = from + count;
        for (int i = from; i < end; i++) {
            i = high == 0 ? putAscii(text, i, end) : i;
            if (i < end) {
                put(text.charAt(i));
            }
        }
    }

    /// Most text is ASCII, so that gets the tightest loops.
    ///
    /// @return the index of the first character that is not, or `end`
    private int putAscii(String text, int from, int end) {
        byte[] to = bytes;
        int shift = length - from;
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                break;
            }
            to[shift + i] = (byte) c;
            i++;
        }
        length = shift + i;
        return i;
    }

    private int putAscii(char[] chars, int from, int end) {
        byte[] to = bytes;
        int shift = length - from;
        int i = from;
        while (i < end) {
            char c = chars[i];
            if (c >= 0x80) {
                break;
            }
            to[shift + i] = (byte) c;
            i++;
        }
        length = shift + i;
        return i;
    }

    private void room(long more) throws IOException {
        long needed = length + more;
        if (needed > bytes.length) {
            if (needed > MAX_BYTES) {
                throw tooBig();
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_BYTES, Math.max(needed, 2L * length)));
        }
    }

    static IOException tooBig() {
        return new IOException("the page becomes bigger than " + MAX_BYTES + " bytes");
    }

    private void put(char c) {
        if (c < 0x80 && high == 0) {
            bytes[length++] = (byte) c;
        } else {
            putWide(c);
        }
    }

    private void putWide(char c) {
        if (high != 0) {
            int first = high;
            high = 0;
            if (Character.isLowSurrogate(c)) {
                int point = Character.toCodePoint((char) first, c);
                bytes[length++] = (byte) (0xF0 | (point >> 18));
                bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                bytes[length++] = (byte) (0x80 | (point & 0x3F));
                return;
            }
            bytes[length++] = '?';
        }
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        } else if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            bytes[length++] = '?';
        } else {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    /// Nothing to do: everything is encoded already.
    @Override
    public void flush() {}

    /// Nothing to do: the buffer is used again.
    @Override
    public void close() {}
}
