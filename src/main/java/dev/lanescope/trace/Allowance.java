package dev.lanescope.trace;

/// How much memory a file may still take. Whatever grows with a file is paid for before it is made,
/// so a file that is too big ends in a sentence and never in an `OutOfMemoryError`. Many threads
/// may pay from one.
public final class Allowance {

    /// A string, its characters' array and its place in a list.
    static final long NAME_BYTES = 80;

    private final long mostBytes;
    private long spentBytes;

    public Allowance(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    public synchronized void spend(long bytes) throws Refusal {
        if (bytes < 0 || bytes > mostBytes - spentBytes) {
            throw new Refusal(
                    "is too big: it needs more than the "
                            + (mostBytes >> 20)
                            + " MB that this Java may spend on a trace (raise -Xmx)");
        }
        spentBytes += bytes;
    }

    void spendName(String name) throws Refusal {
        spend(ofName(name));
    }

    /// Takes back what is no longer needed.
    public synchronized void release(long bytes) {
        spentBytes -= bytes;
    }

    public long mostBytes() {
        return mostBytes;
    }

    /// What a name takes.
    static long ofName(String name) {
        return NAME_BYTES + 2L * name.length();
    }
}
