package dev.lanescope.exchange.in;

import dev.lanescope.trace.Refusal;

/// What a file is, by its first bytes; its name says nothing.
enum FileKind {
    LANESCOPE,
    GZIP,
    JFR,
    JSON;

    /// How many bytes are enough to tell.
    static final int HEAD_BYTES = 4_096;

    /// @throws Refusal if it is none of them, with what it may be instead
    static FileKind of(byte[] head) throws Refusal {
        if (head.length == 0) {
            throw new Refusal("is empty");
        }
        if (begins(head, 0, 0x89, 'L', 'N', 'S')) {
            return LANESCOPE;
        }
        if (begins(head, 0, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (begins(head, 0, 'F', 'L', 'R', 0)) {
            return JFR;
        }
        int first = firstLetter(head);
        if (first < head.length && (head[first] == '{' || head[first] == '[')) {
            return JSON;
        }
        throw new Refusal(
                "is no trace that Lanescope reads"
                        + guess(head)
                        + "; it reads its own, Chrome's trace events (JSON, also gzipped), JFR"
                        + " recordings and speedscope's");
    }

    /// Behind the byte order mark and all blanks.
    private static int firstLetter(byte[] head) {
        int at = begins(head, 0, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < head.length && " \t\r\n".indexOf(head[at]) >= 0) {
            at++;
        }
        return at;
    }

    private static String guess(byte[] head) {
        if (begins(head, 0, 'P', 'K', 3, 4) && begins(head, 30, 'm', 'a', 'n', 'i', 'f')) {
            return " (a bundle of a study? `compare --open` shows it)";
        }
        if (begins(head, 0, 'P', 'K', 3, 4)) {
            return " (a zip archive: unpack it first)";
        }
        if (begins(head, 0, 0x28, 0xB5, 0x2F, 0xFD)) {
            return " (packed by zstd: unpack it first)";
        }
        if (begins(head, 0, 'J', 'A', 'V', 'A', ' ', 'P', 'R', 'O', 'F')) {
            return " (a heap dump)";
        }
        if (begins(head, 0, 0x0A)) {
            return " (a Perfetto trace? `traceconv json` makes trace events of it)";
        }
        return "";
    }

    private static boolean begins(byte[] head, int at, int... bytes) {
        if (head.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
