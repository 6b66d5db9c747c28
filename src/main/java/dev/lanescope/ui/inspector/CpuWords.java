package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.trace.CpuTime;

/// A thread's CPU time in words, with its share of the time that passed.
final class CpuWords {

    private CpuWords() {}

    /// @param spans whose time it is meant to be; the readings around them may lie further out,
    ///   which is said
    static String of(CpuTime cpu, int spans) {
        String share =
                cpu.wallNanos() == 0
                        ? ""
                        : "  " + Amounts.percent((double) cpu.cpuNanos() / cpu.wallNanos());
        String text = Inspector.time(cpu.cpuNanos()) + share;
        return cpu.spans() == spans
                ? text
                : text + ", over the " + cpu.spans() + " spans between two readings";
    }
}
