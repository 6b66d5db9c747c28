package dev.lanescope.exchange.in.chrome;

import dev.lanescope.exchange.in.foreign.ForeignTrace;
import dev.lanescope.exchange.in.foreign.Strands;
import dev.lanescope.exchange.in.foreign.Track;
import dev.lanescope.trace.Refusal;

import java.util.HashMap;
import java.util.Map;

/// What may overlap: events with a category and an id. Those of one id nest; what they are called
/// together is the name of their first.
final class Async {

    /// What events with the same id have in common.
    private record Key(String process, String category, String id) {}

    /// What strands with the same name have in common.
    private record Name(String process, String category, String name) {}

    private final ForeignTrace trace;
    private final Processes processes;
    private final Map<Key, Track> open = new HashMap<>();
    private final Map<Name, Strands> named = new HashMap<>();

    Async(ForeignTrace trace, Processes processes) {
        this.trace = trace;
        this.processes = processes;
    }

    void begin(ChromeEvent event) throws Refusal {
        strand(event).begin(event.nanos, trace.names().of(event.name));
    }

    /// The strand of the event's id; a new one if nothing of it is open.
    Track strand(ChromeEvent event) throws Refusal {
        boolean global = event.id.startsWith("global ");
        var key = new Key(global ? "" : event.process, event.category, event.id);
        Track known = open.get(key);
        if (known == null || (known.open() == 0 && event.phase.equals("b"))) {
            known = strands(event).strand();
            open.put(key, known);
        }
        return known;
    }

    private Strands strands(ChromeEvent event) throws Refusal {
        var name = new Name(event.process, event.category, event.name);
        Strands known = named.get(name);
        if (known == null) {
            known = trace.strands(event.name);
            processes.add(event, known);
            named.put(name, known);
        }
        return known;
    }
}
