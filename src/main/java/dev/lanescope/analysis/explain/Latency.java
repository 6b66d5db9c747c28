package dev.lanescope.analysis.explain;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.State;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// For how long a simulated disk or network held each page up, as the run's knobs tell it.
record Latency(long readNanos, long writeNanos) {

    private static final Pattern READ = Pattern.compile("\\bread-latency (\\d{1,9}(\\.\\d+)?) ms");
    private static final Pattern WRITE =
            Pattern.compile("\\bwrite-latency (\\d{1,9}(\\.\\d+)?) ms");

    static Latency of(RunInfo info) {
        String knobs =
                info.facts().stream()
                        .filter(fact -> fact.name().equals("Knobs"))
                        .map(Fact::value)
                        .findFirst()
                        .orElse("");
        return new Latency(nanos(READ, knobs), nanos(WRITE, knobs));
    }

    private static long nanos(Pattern pattern, String knobs) {
        Matcher found = pattern.matcher(knobs);
        return found.find() ? Math.round(Double.parseDouble(found.group(1)) * 1e6) : 0;
    }

    /// Whether pages were held up at all.
    boolean isThere() {
        return readNanos > 0 || writeNanos > 0;
    }

    /// Before a stage begins.
    long before(State stage) {
        return switch (stage.name()) {
            case "read" -> readNanos;
            case "write" -> writeNanos;
            default -> 0;
        };
    }
}
