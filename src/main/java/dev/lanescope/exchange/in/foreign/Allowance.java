package dev.lanescope.exchange.in.foreign;

/// How much memory a file may still take. Whatever grows with a file is paid for before it is made,
/// so a file that is too big ends in a sentence and never in an `OutOfMemoryError`.
public final class Allowance {

    private final long mostBytes;
    private long spentBytes;

    public Allowance(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    public void spend(long bytes) throws Refusal {
        spentBytes += bytes;
        if (bytes < 0 || spentBytes > mostBytes) {
            throw new Refusal(
                    "is too big: it needs more than the "
                            + (mostBytes >> 20)
                            + " MB that this Java may spend on a trace (raise -Xmx)");
        }
    }

    /// Takes back what is no longer needed.
    public void release(long bytes) {
        spentBytes -= bytes;
    }

    public long mostBytes() {
        return mostBytes;
    }
}
