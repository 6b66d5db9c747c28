package dev.lanescope.exchange.in.chrome;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Refusal;
import dev.lanescope.trace.State;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What only our own exports say: the categories of their slices are kinds of states, and those of
/// their async events what the JVM did.
final class OwnExport {

    /// Under this name our exports call themselves.
    static final String EXPORTER = "Lanescope";

    /// What they call the number of a counter.
    static final String VALUE = "value";

    private static final Map<String, State.Kind> STATES = new HashMap<>();
    private static final Map<String, JvmEvent.Kind> ACTIVITIES = new HashMap<>();

    static {
        for (State.Kind kind : State.Kind.values()) {
            STATES.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
        for (JvmEvent.Kind kind : JvmEvent.Kind.values()) {
            ACTIVITIES.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
    }

    private final ForeignTrace trace;
    private final Map<String, Long> begun = new HashMap<>();

    OwnExport(ForeignTrace trace) {
        this.trace = trace;
    }

    /// What a slice stands for; items and all else count as work.
    static State.Kind kind(ChromeEvent event) {
        return STATES.getOrDefault(event.category, State.Kind.WORK);
    }

    /// How long the stretch is that a note is about, in nanoseconds.
    static long lasts(ChromeEvent event) {
        for (ChromeEvent.Series series : event.series) {
            if (series.key().equals("lasts_us") && series.value() >= 0) {
                long nanos = Math.round(series.value() * 1_000);
                return ForeignTrace.isTellable(event.nanos + nanos) ? nanos : 0;
            }
        }
        return 0;
    }

    /// Takes in the beginning or the end of what the JVM did.
    ///
    /// @return whether it was that
    boolean take(ChromeEvent event) throws Refusal {
        JvmEvent.Kind kind = ACTIVITIES.get(event.category);
        if (kind == null) {
            return false;
        }
        Long start = begun.remove(event.id);
        if (event.phase.equals("b")) {
            begun.put(event.id, event.nanos);
        } else if (start != null && start <= event.nanos) {
            trace.jvm(kind, event.name, start, event.nanos);
        }
        return true;
    }
}
