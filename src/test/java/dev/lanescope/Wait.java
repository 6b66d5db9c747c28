package dev.lanescope;

import java.util.concurrent.Callable;

/// Waits without a sleep, and hears when JUnit's timeout interrupts it: a test whose condition
/// never comes true then ends, and says where.
public final class Wait {

    private Wait() {}

    /// Waits until a condition is true.
    public static void until(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("what was waited for did not come");
            }
            Thread.onSpinWait();
        }
    }
}
