package dev.lanescope.bench;

/// What one measurement cost; the smaller the better.
///
/// @param wallSeconds how long one waits for it
/// @param cpuSeconds what the whole process used meanwhile, on all cores
/// @param compilerSeconds how much of that the JIT compiler used, by [CompilerTime]
/// @param allocatedBytes what the workers allocated
record Cost(double wallSeconds, double cpuSeconds, double compilerSeconds, double allocatedBytes) {

    /// Of something whose workers are not looked at.
    Cost(double wallSeconds, double cpuSeconds) {
        this(wallSeconds, cpuSeconds, 0, 0);
    }

    Cost plus(Cost more) {
        return new Cost(
                wallSeconds + more.wallSeconds,
                cpuSeconds + more.cpuSeconds,
                compilerSeconds + more.compilerSeconds,
                allocatedBytes + more.allocatedBytes);
    }
}
