package dev.lanescope.exchange.in.jfr;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.trace.Allowance;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Refusal;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// What the JVM did for itself: the pauses of the collector, other safepoints, compilations.
final class JfrJvm {

    /// A stretch that gets its name later, or is dropped.
    private record Pending(long id, String name, Stretch when) {}

    private static final int PENDING_BYTES = 120;

    private final ForeignTrace trace;
    private final Allowance allowance;
    private final Map<Long, String> collections = new HashMap<>();
    private final List<Pending> pauses = new ArrayList<>();
    private final List<Pending> operations = new ArrayList<>();
    private final List<Pending> begins = new ArrayList<>();

    JfrJvm(ForeignTrace trace, Allowance allowance) {
        this.trace = trace;
        this.allowance = allowance;
    }

    boolean take(RecordedEvent event, Stretch when) throws Refusal {
        switch (event.getEventType().getName()) {
            case "jdk.GarbageCollection" -> {
                allowance.spend(PENDING_BYTES);
                collections.put(Fields.whole(event, "gcId"), Fields.text(event, "name"));
            }
            case "jdk.GCPhasePause" -> keep(pauses, Fields.whole(event, "gcId"), "GC", when);
            case "jdk.ExecuteVMOperation" -> {
                if (Fields.flag(event, "safepoint")) {
                    keep(operations, 0, Fields.text(event, "operation"), when);
                }
            }
            case "jdk.SafepointBegin" -> keep(begins, 0, "safepoint", when);
            case "jdk.Compilation" -> {
                String compiler = Fields.text(event, "compiler").toUpperCase(Locale.ROOT);
                String method =
                        Fields.of(event, "method") instanceof RecordedMethod compiled
                                ? Fields.method(compiled)
                                : "";
                trace.jvm(
                        JvmEvent.Kind.COMPILATION,
                        compiler + " " + method,
                        when.start(),
                        when.end());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void keep(List<Pending> list, long id, String name, Stretch when) throws Refusal {
        allowance.spend(PENDING_BYTES);
        list.add(new Pending(id, name, when));
    }

    /// Call when all is read: a pause is called after its collection, which is told after it; a
    /// safepoint in which a pause lies is that pause.
    void finish() throws Refusal {
        var starts = new TreeSet<Long>();
        for (Pending pause : pauses) {
            starts.add(pause.when().start());
            String name = collections.getOrDefault(pause.id(), pause.name());
            trace.jvm(JvmEvent.Kind.COLLECTION, name, pause.when().start(), pause.when().end());
        }
        for (Pending safepoint : operations.isEmpty() ? begins : operations) {
            Long pause = starts.ceiling(safepoint.when().start());
            if (pause == null || pause > safepoint.when().end()) {
                trace.jvm(
                        JvmEvent.Kind.SAFEPOINT,
                        safepoint.name(),
                        safepoint.when().start(),
                        safepoint.when().end());
            }
        }
    }
}
