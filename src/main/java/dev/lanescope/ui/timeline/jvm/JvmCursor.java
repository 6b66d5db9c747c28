package dev.lanescope.ui.timeline.jvm;

import dev.lanescope.trace.JvmEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Where the keyboard is on the JVM's track: on an event of one of its two rows.
final class JvmCursor {

    /// The rows of the track, the upper one first.
    enum Row {
        STOPS,
        COMPILATIONS;

        boolean holds(JvmEvent event) {
            return event.kind().stopsTheWorld() == (this == STOPS);
        }
    }

    private Row row = Row.STOPS;
    private @Nullable JvmEvent at;

    /// The event it is on, if it was on one that is still there.
    Optional<JvmEvent> at(List<JvmEvent> events) {
        return Optional.ofNullable(at).filter(events::contains);
    }

    Row row() {
        return row;
    }

    /// Goes some events further along the row; from nowhere to the first event that ends after a
    /// moment, or the last one.
    ///
    /// @param events of both rows, by start
    /// @return the event it is on now; empty if the row has none
    Optional<JvmEvent> step(List<JvmEvent> events, int by, long fromNanos) {
        List<JvmEvent> here = events.stream().filter(row::holds).toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        int known = at == null ? -1 : here.indexOf(at);
        int place = known < 0 ? nearest(here, fromNanos) : known + by;
        at = here.get(Math.clamp(place, 0, here.size() - 1));
        return Optional.of(at);
    }

    /// Goes to the event of the other row that is nearest in time, if that row has any.
    Optional<JvmEvent> change(List<JvmEvent> events, Row wanted, long fromNanos) {
        if (wanted == row || events.stream().noneMatch(wanted::holds)) {
            return at(events);
        }
        long from = at == null ? fromNanos : at.startNanos();
        row = wanted;
        at = null;
        return step(events, 0, from);
    }

    private static int nearest(List<JvmEvent> events, long nanos) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).endNanos() >= nanos) {
                return i;
            }
        }
        return events.size() - 1;
    }
}
