package dev.lanescope.recording;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// The two clocks of a recording: one for everybody, and one that only runs while the calling
/// thread has a core. A test brings its own.
interface Clock {

    /// Nanoseconds since some fixed moment.
    long nanos();

    /// CPU time the calling thread has used, in nanoseconds. One reading costs about ten times one
    /// of [#nanos], so it is taken sparingly.
    long threadCpuNanos();

    /// CPU time that a platform thread has used, in nanoseconds, asked by any thread; negative if
    /// nobody can tell. It costs some times one reading of [#threadCpuNanos].
    default long cpuNanosOf(long threadId) {
        return -1;
    }

    /// How many bytes the calling thread has allocated; negative if nobody can tell, as of a
    /// virtual thread. One reading costs about half of one of [#nanos]: it does not enter the
    /// kernel.
    default long threadAllocatedBytes() {
        return -1;
    }

    /// The clocks of this machine.
    static Clock ofThisMachine() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean tellsAllocated =
                threads instanceof com.sun.management.ThreadMXBean more
                        && more.isThreadAllocatedMemorySupported()
                        && more.isThreadAllocatedMemoryEnabled();
        return new Clock() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public long threadCpuNanos() {
                return threads.getCurrentThreadCpuTime();
            }

            @Override
            public long cpuNanosOf(long threadId) {
                return threads.getThreadCpuTime(threadId);
            }

            @Override
            public long threadAllocatedBytes() {
                return tellsAllocated && threads instanceof com.sun.management.ThreadMXBean more
                        ? more.getCurrentThreadAllocatedBytes()
                        : -1;
            }
        };
    }
}
