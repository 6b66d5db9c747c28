package dev.lanescope.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Bytes of a page as text: strictly UTF-8, without a byte order mark.
public final class PageText {

    private PageText() {}

    /// Decodes all bytes.
    ///
    /// @throws BrokenPageException if they are not UTF-8, with the line and the first wrong byte
    public static String decode(byte[] bytes) throws BrokenPageException {
        String other = isUtf32(bytes) ? "UTF-32" : isUtf16(bytes) ? "UTF-16" : "";
        if (!other.isEmpty()) {
            throw new BrokenPageException(1, "is " + other + ", not UTF-8; save it as UTF-8");
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        // The decoder of String is several times faster than a strict one, and wrong bytes become
        // U+FFFD: only a text that has one needs the strict decoder's word on it.
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            refuseWrongBytes(bytes, start);
        }
        return withNewlines(text);
    }

    /// A text whose lines all end in a carriage return, as on old machines, with newlines.
    static String withNewlines(String text) {
        return text.indexOf('\r') >= 0 && text.indexOf('\n') < 0 ? text.replace('\r', '\n') : text;
    }

    /// Whether a byte order mark says so, of which that of the little end begins like the one of
    /// UTF-16, or three of the first four bytes are zero.
    private static boolean isUtf32(byte[] bytes) {
        boolean marked = startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF);
        boolean whole = bytes.length >= 4 && bytes.length % 4 == 0;
        return marked
                || (whole && startsWith(bytes, 0, 0, 0) && bytes[3] != 0)
                || (whole && bytes[0] != 0 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0);
    }

    /// Whether a byte order mark says so, or every other one of the first bytes is zero.
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 4) {
            return startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE);
        }
        boolean big = bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0;
        boolean little = bytes[0] != 0 && bytes[2] != 0 && bytes[1] == 0 && bytes[3] == 0;
        return startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE) || big || little;
    }

    private static void refuseWrongBytes(byte[] bytes, int start) throws BrokenPageException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        var out = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        if (result.isError()) {
            int wrong = in.position();
            int line = 1;
            for (int i = 0; i < wrong; i++) {
                if (bytes[i] == '\n') {
                    line++;
                }
            }
            throw new BrokenPageException(
                    line,
                    "is not UTF-8: byte 0x"
                            + HexFormat.of().withUpperCase().toHexDigits(bytes[wrong])
                            + " at offset "
                            + wrong
                            + "; save it as UTF-8");
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
