package dev.lanescope.analysis.explain;

import dev.lanescope.trace.RunInfo;

/// Whether what a run's work took longer than the sequential run's can be told from what its JVMs
/// still had to compile.
///
/// It can if they had done as much before. Children and interpreters with code of their own warm up
/// by themselves: what the JVM of the sequential run had done before says nothing of them, so they
/// must be warm. Only a steady level within the run tells what is warm-up ([WarmUpTime]); a run
/// that is over before it came to one does not tell. CPython compiles nothing while it runs.
public final class AsWarm {

    private AsWarm() {}

    /// Whether it can be told.
    ///
    /// @param one a sequential run of the same content
    public static boolean of(RunInfo run, RunInfo one) {
        RunInfo.Temperature now = run.temperature();
        return now == RunInfo.Temperature.WARM
                || run.model().startsWith("python-")
                || (!Examination.worksApart(run) && now.compareTo(one.temperature()) >= 0);
    }
}
