package dev.lanescope.recording.jvm;

import dev.lanescope.trace.JvmEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Puts together what Flight Recorder tells in pieces: a collection's name comes with one event,
/// its pauses with others, and the operation for which all threads stood still with a third kind.
///
/// A stop is an *operation at a safepoint*: from when all threads stand until they may go on. One
/// in which a collector's pause lies is a collection, named after the collector.
///
/// A collection that goes on beside the threads tells its name and its pauses when it is over,
/// which is long after them. Its stops are known by the names of their operations, and keep them;
/// so does any stop of a collector whose pause was not told in time.
final class Happenings {

    /// Threads stood still.
    private record Stop(String operation, long startNanos, long endNanos) {}

    /// A collector used a stop.
    private record Pause(long collection, String name, long startNanos) {}

    private static final int MOST_NAMES = 1_000;

    /// How the operations of collectors begin.
    private static final List<String> COLLECTORS =
            List.of("G1", "Z", "Shenandoah", "Serial", "Parallel", "GenCollect", "CollectFor");

    private final List<JvmEvent> ready = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Pause> told = new ArrayList<>();
    private final Map<Long, String> collectors = new HashMap<>();

    /// All threads stood still for an operation.
    void stood(String operation, long startNanos, long endNanos) {
        stops.add(new Stop(operation, startNanos, endNanos));
    }

    /// A collection had a pause, inside of a stop.
    void paused(long collection, String name, long startNanos) {
        var pause = new Pause(collection, name, startNanos);
        pauses.add(pause);
        told.add(pause);
    }

    /// A collection is over.
    ///
    /// @param collector as the JVM calls it, e.g. `G1New`
    void collected(long collection, String collector) {
        if (collectors.size() >= MOST_NAMES) {
            collectors.clear(); // of pauses long since told
        }
        collectors.put(collection, collector);
    }

    /// A method was compiled.
    void compiled(String name, long startNanos, long endNanos) {
        add(JvmEvent.Kind.COMPILATION, name, startNanos, endNanos);
    }

    /// Everything that belongs together has been told, as far as it will be soon: gives what
    /// happened within the run since the last time, by start.
    List<JvmEvent> settled() {
        for (Stop stop : stops) {
            name(stop);
        }
        stops.clear();
        pauses.retainAll(told); // a stop is told after its pauses, perhaps only the next time
        told.clear();
        List<JvmEvent> now =
                ready.stream().sorted(Comparator.comparingLong(JvmEvent::startNanos)).toList();
        ready.clear();
        return now;
    }

    private void name(Stop stop) {
        for (Iterator<Pause> left = pauses.iterator(); left.hasNext(); ) {
            Pause pause = left.next();
            if (pause.startNanos() >= stop.startNanos() && pause.startNanos() <= stop.endNanos()) {
                left.remove();
                String name = collectors.getOrDefault(pause.collection(), pause.name());
                add(JvmEvent.Kind.COLLECTION, name, stop.startNanos(), stop.endNanos());
                return;
            }
        }
        boolean collects = COLLECTORS.stream().anyMatch(stop.operation()::startsWith);
        add(
                collects ? JvmEvent.Kind.COLLECTION : JvmEvent.Kind.SAFEPOINT,
                stop.operation(),
                stop.startNanos(),
                stop.endNanos());
    }

    private void add(JvmEvent.Kind kind, String name, long startNanos, long endNanos) {
        if (endNanos > 0) {
            long start = Math.max(0, startNanos);
            ready.add(new JvmEvent(kind, name, start, Math.max(start, endNanos)));
        }
    }
}
