package dev.lanescope.lab.curves;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/// What one thing took, done again and again until the system's clock of CPU time, which moves in
/// steps of some milliseconds, says something.
///
/// @param times how often it was done
/// @param wallNanos in all
/// @param cpuNanos of the whole process, in all
record Busy(int times, long wallNanos, long cpuNanos) {

    private static final long LEAST_NANOS = 200_000_000;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /// Something to do.
    interface Task {
        void perform() throws Exception;
    }

    static Busy with(Task task) throws Exception {
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        int times = 0;
        do {
            task.perform();
            times++;
        } while (System.nanoTime() - wall < LEAST_NANOS || SYSTEM.getProcessCpuTime() == cpu);
        return new Busy(times, System.nanoTime() - wall, SYSTEM.getProcessCpuTime() - cpu);
    }

    /// How many processors were busy on average.
    double parallelism() {
        return (double) cpuNanos / wallNanos;
    }
}
