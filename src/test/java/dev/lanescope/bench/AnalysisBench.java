package dev.lanescope.bench;

import dev.lanescope.analysis.compare.TaskDiff;
import dev.lanescope.analysis.explain.BottleGraph;
import dev.lanescope.analysis.explain.CriticalPath;
import dev.lanescope.analysis.explain.Findings;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.trace.BigTrace;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Snapshot;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/// How much CPU time it takes to explain a made-up run of a million spans on eight lanes against
/// one of a million on one: by one thread, so on one core. The first round is what somebody waits
/// for who opens a run; the compiler's own time is not among it.
///
/// `mvn -q test-compile exec:exec@analysis-bench -Dlanescope.bench.rounds=20`
final class AnalysisBench {

    private static final int SPANS = 1_000_000;
    private static final int LANES = 8;

    private AnalysisBench() {}

    public static void main(String[] args) {
        int rounds = Integer.getInteger("lanescope.bench.rounds", 20);
        List<Fact> facts = List.of(new Fact("Processor", "made up, 4 cores"));
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        long checked = 0;
        for (int round = 0; round < rounds; round++) {
            // made anew, for sums are kept behind the lanes
            Snapshot run = BigTrace.of(LANES, SPANS).withFacts(facts);
            Snapshot one = BigTrace.of(1, SPANS).withFacts(facts);
            Map<String, ToLongFunction<Snapshot>> parts = new LinkedHashMap<>();
            parts.put("stack", trace -> SpeedUpStack.of(trace, one).accounted());
            parts.put("findings", trace -> Findings.of(trace).size());
            parts.put("critical path", trace -> CriticalPath.of(trace).steps().size());
            parts.put("bottle graph", trace -> BottleGraph.ofLanes(trace).nobodyNanos());
            parts.put("diff", trace -> TaskDiff.of(trace, one).moreNanos());
            double all = 0;
            for (var part : parts.entrySet()) {
                long before = cpuNanos();
                checked += part.getValue().applyAsLong(run);
                double took = (cpuNanos() - before) / 1e6;
                millis.computeIfAbsent(part.getKey(), _ -> new ArrayList<>()).add(took);
                all += took;
            }
            millis.computeIfAbsent("all", _ -> new ArrayList<>()).add(all);
        }
        System.out.printf(
                Locale.ROOT,
                "JDK %s, %d processors, %d rounds, %,d spans on %d lanes (check sum %d)%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                SPANS,
                LANES,
                checked);
        System.out.printf("CPU time in ms%14s   median and quartiles%n", "first round");
        millis.forEach((part, took) ->
                System.out.printf(
                        Locale.ROOT,
                        "%-14s%14.0f   %s%n",
                        part,
                        took.getFirst(),
                        new Spread(took.stream().mapToDouble(each -> each).toArray())
                                .withQuartiles("%.0f")));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
