package dev.lanescope;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for what nobody tells, and hears when JUnit's timeout interrupts it: a test whose
/// condition never comes true then ends, and says where.
public final class Wait {

    private static final long BETWEEN_LOOKS_NANOS = 500_000;

    private Wait() {}

    /// Waits until a condition is true. Between two looks the processor is left to whoever makes it
    /// true.
    public static void until(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("what was waited for did not come");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }
}
