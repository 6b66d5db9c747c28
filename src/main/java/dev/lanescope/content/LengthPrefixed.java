package dev.lanescope.content;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Strings and lists as bytes: a string is its length in UTF-8 bytes and the bytes; a list its
/// length and its elements. Every length is checked against what is left before anything is
/// allocated.
final class LengthPrefixed {

    private LengthPrefixed() {}

    static void writeString(DataOutputStream out, String string) throws IOException {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readString(DataInputStream in) throws IOException {
        byte[] bytes = new byte[readLength(in, 1)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void writeStrings(DataOutputStream out, List<String> strings) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            writeString(out, string);
        }
    }

    static List<String> readStrings(DataInputStream in) throws IOException {
        int count = readLength(in, 4);
        if (count == 0) {
            return List.of();
        }
        List<String> strings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            strings.add(readString(in));
        }
        return strings;
    }

    /// A length whose elements take at least so many bytes each: no more than what is left.
    static int readLength(DataInputStream in, int bytesEach) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available() / bytesEach) {
            throw new IOException("a length of " + length + " with " + in.available() + " left");
        }
        return length;
    }
}
