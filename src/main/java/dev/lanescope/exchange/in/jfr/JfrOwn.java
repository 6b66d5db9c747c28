package dev.lanescope.exchange.in.jfr;

import dev.lanescope.exchange.in.foreign.Arrows;
import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.State;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The events of our own exports: spans with their state and its kind, items, counters, what the
/// JVM did, notes.
final class JfrOwn {

    private static final String PREFIX = "dev.lanescope.";

    private final ForeignTrace trace;
    private final JfrThreads threads;
    private long flows;

    JfrOwn(ForeignTrace trace, JfrThreads threads) {
        this.trace = trace;
        this.threads = threads;
    }

    /// Whether it is one of the marks by which we read Flight Recorder's clock, and tells nothing.
    static boolean isMark(RecordedEvent event) {
        return event.getEventType().getName().equals(PREFIX + "ClockMark");
    }

    boolean take(RecordedEvent event, Stretch when) throws Refusal {
        String type = event.getEventType().getName();
        if (!type.startsWith(PREFIX)) {
            return false;
        }
        RecordedThread thread = event.getThread();
        switch (type.substring(PREFIX.length())) {
            case "Span" -> {
                State.Kind kind = kind(State.Kind.values(), event, State.Kind.WORK);
                slice(thread, when, trace.names().of(Fields.text(event, "state"), kind));
            }
            case "Item" -> slice(thread, when, trace.names().of(Fields.text(event, "item")));
            case "Counter", "Fraction" -> {
                double value = Fields.number(event, "value");
                if (Math.abs(value) < 1e15) { // neither endless nor no number
                    trace.count(Fields.text(event, "name"), when.start(), value);
                }
            }
            case "Flow" -> flow(event, when);
            case "Activity" ->
                    trace.jvm(
                            kind(JvmEvent.Kind.values(), event, JvmEvent.Kind.SAFEPOINT),
                            Fields.text(event, "name"),
                            when.start(),
                            when.end());
            case "Note" -> trace.note(when.start(), when.end(), Fields.text(event, "text"));
            case "Run" -> trace.covers(when.start(), when.end());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void slice(@Nullable RecordedThread thread, Stretch when, int name) throws Refusal {
        if (thread != null) {
            threads.lane(thread).slice(when.start(), when.end(), name);
        }
    }

    private void flow(RecordedEvent event, Stretch when) throws Refusal {
        RecordedThread from = event.getThread();
        RecordedThread to = event.getThread("toThread");
        if (from != null && to != null) {
            String key = String.valueOf(flows++);
            String name = Fields.text(event, "name");
            trace.arrows().add(key, name, Arrows.Point.BEGIN, threads.lane(from), when.start());
            trace.arrows().add(key, name, Arrows.Point.END, threads.lane(to), when.end());
        }
    }

    private static <K extends Enum<K>> K kind(K[] kinds, RecordedEvent event, K otherwise) {
        String wanted = Fields.text(event, "kind").toUpperCase(Locale.ROOT);
        for (K kind : kinds) {
            if (kind.name().equals(wanted)) {
                return kind;
            }
        }
        return otherwise;
    }
}
