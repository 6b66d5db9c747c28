package dev.lanescope.bench;

import java.util.List;
import java.util.Locale;

/// Lets measurements warm up until the JIT compiler has become quiet.
final class WarmUp {

    private static final double WINDOW_SECONDS = 3;
    private static final double QUIET_SHARE = 0.02;
    private static final int QUIET_WINDOWS = 3;

    private WarmUp() {}

    /// What the warm-up came to.
    ///
    /// @param converged whether the compiler was quiet: in three windows of three seconds each it
    ///   used less than 2 % of one core
    /// @param seconds how long it took
    /// @param compilerShare what the compiler used of one core in the last window
    record Outcome(boolean converged, double seconds, double compilerShare) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s after %.0f s of warm-up (%.1f %% of a core in the last %.0f s)",
                    converged ? "compiler quiet" : "COMPILER STILL BUSY",
                    seconds,
                    compilerShare * 100,
                    WINDOW_SECONDS);
        }
    }

    /// Takes all measurements over and over.
    ///
    /// @param atMostSeconds when to give up waiting for quiet
    static Outcome until(double atMostSeconds, List<Rounds.Measurement> things) throws Exception {
        long begun = System.nanoTime();
        int quiet = 0;
        double share = 1;
        while (quiet < QUIET_WINDOWS && secondsSince(begun) < atMostSeconds) {
            long window = System.nanoTime();
            double compiler = CompilerTime.seconds();
            while (secondsSince(window) < WINDOW_SECONDS) {
                for (Rounds.Measurement thing : things) {
                    thing.take();
                }
            }
            share = (CompilerTime.seconds() - compiler) / secondsSince(window);
            quiet = share < QUIET_SHARE ? quiet + 1 : 0;
        }
        return new Outcome(quiet >= QUIET_WINDOWS, secondsSince(begun), share);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
