package dev.lanescope.trace;

/// How much CPU time a thread used between two of its readings that enclose a span. If the readings
/// lie exactly at the span's ends the figure is the span's own; otherwise it belongs to all `spans`
/// between them.
///
/// @param cpuNanos CPU time used between the readings
/// @param wallNanos wall time between the readings
/// @param spans how many spans lie between them, at least 1
public record CpuTime(long cpuNanos, long wallNanos, int spans) {

    public boolean isExact() {
        return spans == 1;
    }
}
