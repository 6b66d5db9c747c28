package dev.lanescope.trace;

import java.util.List;

/// What the writer and the reader of trace files agree on. Changing anything here changes the
/// format: see `docs/trace-format.md`.
final class TraceFormat {

    static final int VERSION = 8;

    /// The oldest version that is read.
    static final int OLDEST = 1;

    /// The last version whose body is one piece: such a file is whole or worth nothing.
    static final int LAST_IN_ONE_PIECE = 4;

    /// The last version that does not tell from when to when the outermost slices of another tool's
    /// trace last.
    static final int LAST_WITHOUT_OUTLINES = 6;

    /// The last version whose notes do not tell their lanes.
    static final int LAST_WITHOUT_LANES_OF_NOTES = 7;

    /// The last version with a chunk for each counter.
    static final int LAST_WITH_COUNTERS_APART = 7;

    /// Magic and version.
    static final int HEAD_BYTES = 10;

    static final int CHECKSUM_BYTES = 4;

    /// Kind, packed length, length, checksum of the packed bytes, checksum of this head.
    static final int CHUNK_HEAD_BYTES = 17;

    /// The most bytes in a chunk, packed or not.
    static final int MOST_CHUNK_BYTES = 1 << 21;

    /// No chunk is written with more transitions or readings of counters.
    static final int ROWS_IN_CHUNK = 1 << 15;

    /// A chunk to which names are written is closed when it has so many bytes; one more name, or
    /// all its rows, still fit.
    static final int FULL_CHUNK_BYTES = 1 << 19;

    static final int MOST_PHASES = 100;
    static final int MOST_COUNTERS = 1 << 12;
    static final int MOST_REMARKS = 1 << 12;
    static final int MOST_FACTS = 1 << 12;
    static final int MOST_NOTES = 1 << 16;
    static final int MOST_JVM_EVENTS = 1 << 22;
    static final int MOST_FLOWS = 1 << 22;
    static final int MOST_NESTED = 1 << 26;
    static final int MOST_DEPTH = 1 << 14;
    static final int MOST_READINGS = 1 << 26;
    static final int MOST_LANES = 1 << 20;
    static final int MOST_SPANS = 1 << 28;
    static final int MOST_ITEMS = 1 << 24;
    static final int MOST_NAME_BYTES = 1 << 16;

    /// Transitions per chunk of columns, up to version 4.
    static final int OLD_CHUNK = 4096;

    /// The kinds of states by their code on disk, which is the place in this list; new ones go to
    /// the end.
    static final List<State.Kind> KINDS =
            List.of(
                    State.Kind.WORK,
                    State.Kind.STARTING,
                    State.Kind.QUEUE,
                    State.Kind.LOCK,
                    State.Kind.CHANNEL,
                    State.Kind.IO,
                    State.Kind.IDLE,
                    State.Kind.LOST);

    /// The same for what a JVM does for itself.
    static final List<JvmEvent.Kind> JVM_KINDS =
            List.of(JvmEvent.Kind.COLLECTION, JvmEvent.Kind.SAFEPOINT, JvmEvent.Kind.COMPILATION);

    private TraceFormat() {}

    /// Not a text, broken by anything that converts line ends or stops at a zero byte.
    static byte[] magic() {
        return new byte[] {(byte) 0x89, 'L', 'N', 'S', '\r', '\n', 0x1A, 0};
    }

    /// Magic and version, as a file of the current version begins.
    static byte[] head() {
        byte[] head = new byte[HEAD_BYTES];
        System.arraycopy(magic(), 0, head, 0, magic().length);
        head[HEAD_BYTES - 2] = VERSION >>> 8;
        head[HEAD_BYTES - 1] = VERSION;
        return head;
    }

    /// The version that the head of a file tells.
    static int versionOf(byte[] head) {
        return (head[HEAD_BYTES - 2] & 0xFF) << 8 | (head[HEAD_BYTES - 1] & 0xFF);
    }
}
