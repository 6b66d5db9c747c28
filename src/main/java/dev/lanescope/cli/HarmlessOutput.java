package dev.lanescope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// What a command prints, on its way to a terminal: the one place through which all of it goes.
///
/// Names of pages, threads and files come from others. What a terminal would obey instead of
/// showing it is written as an escape: control characters but for tabs and ends of lines, and the
/// characters that turn the direction of writing, e.g. `\u001b`, `\u202e`. In JSON that stands for
/// the same character.
final class HarmlessOutput extends PrintStream {

    private final PrintStream raw;

    private HarmlessOutput(PrintStream raw) {
        super(new Escaping(raw, raw.charset().equals(StandardCharsets.UTF_8)), true, raw.charset());
        this.raw = raw;
    }

    static HarmlessOutput of(PrintStream stream) {
        return stream instanceof HarmlessOutput harmless ? harmless : new HarmlessOutput(stream);
    }

    /// What it writes to, for words of our own only: colours, and a line that is cleared.
    PrintStream raw() {
        flush();
        return raw;
    }

    @Override
    public boolean checkError() {
        boolean own = super.checkError(); // which also flushes
        return raw.checkError() || own;
    }

    /// Looks at bytes, so that it does not matter by which method they came.
    private static final class Escaping extends OutputStream {

        private static final int TAB = 0x09;
        private static final int LINE_FEED = 0x0A;
        private static final int RETURN = 0x0D;
        private static final int DELETE = 0x7F;

        private final OutputStream out;
        private final boolean utf8;
        private final byte[] held = new byte[3];
        private int count;

        Escaping(OutputStream out, boolean utf8) {
            this.out = out;
            this.utf8 = utf8;
        }

        @Override
        public void write(int value) throws IOException {
            held[count++] = (byte) value;
            if (count < expected()) {
                return;
            }
            take();
        }

        /// How many bytes have to be seen before it is known whether the character is harmless.
        private int expected() {
            int first = held[0] & 0xFF;
            if (first == RETURN) {
                return 2;
            }
            boolean second = count < 2 || (held[1] & 0xC0) == 0x80;
            return !utf8 || !second
                    ? 1
                    : first == 0xC2 || first == 0xD8 ? 2 : first == 0xE2 ? 3 : 1;
        }

        private void take() throws IOException {
            int first = held[0] & 0xFF;
            if (first == RETURN && count > 1) {
                boolean endsLine = held[1] == LINE_FEED;
                put(RETURN, endsLine, 1);
                again(held[1]);
            } else if (utf8 && first >= 0xC0 && count > 1) {
                String character = new String(held, 0, count, StandardCharsets.UTF_8);
                int point = character.codePointAt(0);
                put(point, character.length() > 1 || !isHarmful(point), count);
                count = 0;
            } else {
                boolean shown = first == TAB || first == LINE_FEED;
                put(first, shown || (first >= ' ' && first != DELETE), 1);
                count = 0;
            }
        }

        /// The byte after a return is looked at by itself.
        private void again(byte next) throws IOException {
            count = 0;
            write(next);
        }

        private void put(int point, boolean harmless, int length) throws IOException {
            if (harmless) {
                out.write(held, 0, length);
            } else {
                String hex = HexFormat.of().toHexDigits((char) point).toLowerCase(Locale.ROOT);
                out.write(("\\u" + hex).getBytes(StandardCharsets.US_ASCII));
            }
        }

        /// Characters of control, and those that say in which direction to write.
        private static boolean isHarmful(int point) {
            return Character.isISOControl(point)
                    || point == 0x061C
                    || point == 0x200E
                    || point == 0x200F
                    || (point >= 0x2028 && point <= 0x202E)
                    || (point >= 0x2066 && point <= 0x2069);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
