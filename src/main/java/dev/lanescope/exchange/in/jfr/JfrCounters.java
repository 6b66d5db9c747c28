package dev.lanescope.exchange.in.jfr;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.trace.Refusal;

import jdk.jfr.consumer.RecordedEvent;

/// What the JVM counts: heap, CPU load, threads.
final class JfrCounters {

    private final ForeignTrace trace;

    JfrCounters(ForeignTrace trace) {
        this.trace = trace;
    }

    boolean take(RecordedEvent event, Stretch when) throws Refusal {
        switch (event.getEventType().getName()) {
            case "jdk.GCHeapSummary" ->
                    count("bytes of heap used", when, Fields.number(event, "heapUsed"));
            case "jdk.CPULoad" -> {
                double own = Fields.number(event, "jvmUser") + Fields.number(event, "jvmSystem");
                count("CPU of the JVM, %", when, percent(own));
                count("CPU of all, %", when, percent(Fields.number(event, "machineTotal")));
            }
            case "jdk.JavaThreadStatistics" ->
                    count("Java threads", when, Fields.number(event, "activeCount"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static double percent(double share) {
        return Math.rint(100 * share);
    }

    private void count(String name, Stretch when, double value) throws Refusal {
        if (Math.abs(value) < 1e15) { // neither endless nor no number
            trace.count(name, when.start(), value);
        }
    }
}
