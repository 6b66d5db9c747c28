package dev.lanescope.concurrency.auto;

/// Adds up how long a thread waited for the outside world: the time it spent reading, writing and
/// pausing, less what it computed meanwhile. Where the thread lost its core to somebody else while
/// it computed, it did not wait.
final class IoMeter {

    private final Stopwatch watch;
    private boolean outside;
    private long wallBefore;
    private long cpuBefore;
    private long waited;

    IoMeter(Stopwatch watch) {
        this.watch = watch;
    }

    /// From now on the thread is, or is not, busy with the outside world.
    synchronized void turns(boolean nowOutside) {
        if (outside || nowOutside) {
            long cpu = watch.cpuNanos();
            long wall = watch.nanos();
            if (outside && cpu >= 0 && cpuBefore >= 0) {
                waited += Math.max(0, wall - wallBefore - (cpu - cpuBefore));
            }
            cpuBefore = cpu;
            wallBefore = wall;
        }
        outside = nowOutside;
    }

    synchronized long waitedNanos() {
        return waited;
    }
}
