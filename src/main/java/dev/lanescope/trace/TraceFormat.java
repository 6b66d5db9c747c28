package dev.lanescope.trace;

import java.util.List;

/// What the writer and the reader of trace files agree on. Changing anything here changes the
/// format: see `docs/trace-format.md`.
final class TraceFormat {

    static final int VERSION = 4;

    /// The oldest version that is read.
    static final int OLDEST = 1;

    /// Magic and version.
    static final int HEAD_BYTES = 10;

    static final int CHECKSUM_BYTES = 4;

    static final int MOST_PHASES = 100;
    static final int MOST_COUNTERS = 1 << 12;
    static final int MOST_REMARKS = 1 << 12;
    static final int MOST_READINGS = 1 << 26;
    static final int MOST_LANES = 1 << 20;
    static final int MOST_SPANS = 1 << 28;
    static final int MOST_ITEMS = 1 << 24;
    static final int MOST_NAME_BYTES = 1 << 16;

    /// Transitions per chunk of columns.
    static final int CHUNK = 4096;

    /// The kinds by their code on disk, which is the place in this list; new ones go to the end.
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

    private TraceFormat() {}

    /// Not a text, broken by anything that converts line ends or stops at a zero byte.
    static byte[] magic() {
        return new byte[] {(byte) 0x89, 'L', 'N', 'S', '\r', '\n', 0x1A, 0};
    }
}
