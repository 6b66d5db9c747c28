package dev.lanescope.concurrency.auto;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// What a probe is measured with. A test brings its own.
interface Stopwatch {

    /// Nanoseconds since some fixed moment.
    long nanos();

    /// CPU time that the calling thread has used, or -1 if nobody can tell.
    long cpuNanos();

    /// How many threads can compute at once.
    int cores();

    /// The one of this machine.
    static Stopwatch ofThisMachine() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean knows = threads.isCurrentThreadCpuTimeSupported();
        return new Stopwatch() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public long cpuNanos() {
                return knows ? threads.getCurrentThreadCpuTime() : -1;
            }

            @Override
            public int cores() {
                return Runtime.getRuntime().availableProcessors();
            }
        };
    }
}
