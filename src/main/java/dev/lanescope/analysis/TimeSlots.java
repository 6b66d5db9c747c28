package dev.lanescope.analysis;

import java.util.BitSet;

/// In which of many equally long slots of a run's time there is something. A picture whose pixels
/// are wider than the slots need not look at what lies in them.
public final class TimeSlots {

    private final long slotNanos;
    private final BitSet taken = new BitSet();

    /// @param endNanos of the run
    /// @param slots into how many it is divided, at most
    TimeSlots(long endNanos, int slots) {
        this.slotNanos = Math.max(1, Math.ceilDiv(endNanos, (long) slots));
    }

    /// How long each of them is.
    public long slotNanos() {
        return slotNanos;
    }

    /// Whether there is nothing at all.
    public boolean isEmpty() {
        return taken.isEmpty();
    }

    /// Takes the slots that a stretch of time touches; that of its start if it has no length.
    void take(long startNanos, long endNanos) {
        int first = (int) (startNanos / slotNanos);
        int last = (int) (Math.max(startNanos, endNanos - 1) / slotNanos);
        taken.set(first, last + 1);
    }

    /// Where the first taken slot begins that ends after a moment; [Long#MAX_VALUE] if none does.
    public long next(long nanos) {
        int slot = taken.nextSetBit((int) Math.clamp(nanos / slotNanos, 0L, Integer.MAX_VALUE));
        return slot < 0 ? Long.MAX_VALUE : slot * slotNanos;
    }
}
