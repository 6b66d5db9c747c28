package dev.lanescope;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for what nobody tells, and hears when JUnit's timeout interrupts it: a test whose
/// condition never comes true then ends, and says where.
public final class Wait {

    private static final long MIN_PAUSE_NANOS = 500_000;
    private static final long MAX_PAUSE_NANOS = 10_000_000;
    private static final int PART_OF_THE_WAIT = 20;

    private Wait() {}

    /// Waits until a condition is true. Between two looks the processor is left to whoever makes it
    /// true, the longer the longer it takes.
    public static void until(Callable<Boolean> condition) throws Exception {
        long begun = System.nanoTime();
        while (!condition.call()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("what was waited for did not come");
            }
            long waited = System.nanoTime() - begun;
            LockSupport.parkNanos(
                    Math.clamp(waited / PART_OF_THE_WAIT, MIN_PAUSE_NANOS, MAX_PAUSE_NANOS));
        }
    }
}
