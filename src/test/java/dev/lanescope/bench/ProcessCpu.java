package dev.lanescope.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The CPU time of this process to the nanosecond, by `clock_gettime(CLOCK_PROCESS_CPUTIME_ID)` of
/// Linux: the JDK's own figure advances in steps of 10 ms, which is long beside a fast run.
final class ProcessCpu {

    private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
    private static final MemorySegment TIMESPEC = Arena.global().allocate(16, 8);
    private static final MethodHandle CLOCK_GETTIME = clockGettime();

    private ProcessCpu() {}

    @SuppressWarnings("restricted") // the benchmark's command line enables native access
    private static MethodHandle clockGettime() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find("clock_gettime").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    /// To be called from one thread only.
    static long nanos() {
        try {
            int answer = (int) CLOCK_GETTIME.invokeExact(CLOCK_PROCESS_CPUTIME_ID, TIMESPEC);
            if (answer != 0) {
                throw new IllegalStateException("clock_gettime answers " + answer);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("no CPU clock of the process", e);
        }
        return TIMESPEC.get(ValueLayout.JAVA_LONG, 0) * 1_000_000_000
                + TIMESPEC.get(ValueLayout.JAVA_LONG, 8);
    }
}
