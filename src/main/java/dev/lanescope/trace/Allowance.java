package dev.lanescope.trace;

import java.nio.file.Path;

/// How much memory a trace may still take. Whatever is made of a file is paid for first, so that a
/// hostile file ends in a sentence and never in an `OutOfMemoryError`.
final class Allowance {

    /// A string, its characters' array and its place in a list.
    private static final long NAME_BYTES = 80;

    private final Path file;
    private final long mostBytes;
    private long spentBytes;

    Allowance(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    void spend(long bytes) throws TraceFileException {
        spentBytes += bytes;
        if (spentBytes > mostBytes) {
            throw new TraceFileException(
                    file,
                    "is too big: it needs more than the "
                            + (mostBytes >> 20)
                            + " MB that this Java may spend on a trace (raise -Xmx)");
        }
    }

    void spendName(String name) throws TraceFileException {
        spend(ofName(name));
    }

    /// What a name takes.
    static long ofName(String name) {
        return NAME_BYTES + 2L * name.length();
    }
}
