package dev.lanescope.lab.curves;

import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.lab.curves.PingPong.Trip;

import java.util.List;
import java.util.Locale;

/// A way for bytes to one worker and back.
public enum Route implements Row {
    DIRECT(
            "sequential",
            "Read by reference",
            "No worker: one byte is read through a reference, the next place depending on it.") {
        @Override
        public Curve measure(Place place) {
            return DirectReads.measure(place.warmUp());
        }
    },
    THREAD(
            "fixed-pool",
            "Thread, by reference",
            "A reference is handed to a thread of the same heap, and back.") {
        @Override
        Trip open() throws Exception {
            return PingPong.crew(model(), Transport.REFERENCE);
        }
    },
    ISOLATED_RECORDS(
            "isolated",
            "Interpreter, records",
            "To an interpreter, a class loader of its own, as records of our own.") {
        @Override
        Trip open() throws Exception {
            return PingPong.crew(model(), Transport.RECORDS);
        }
    },
    ISOLATED_SERIALIZATION(
            "isolated",
            "Interpreter, serialization",
            "To an interpreter as a task of InterpreterPoolExecutor, by Java serialization; what"
                    + " comes back passes a filter.") {
        @Override
        Trip open() {
            return PingPong.executor();
        }
    },
    PROCESS_RECORDS(
            "processes",
            "Child process, records",
            "To a child process through a socket, as our own records.") {
        @Override
        Trip open() throws Exception {
            return PingPong.crew(model(), Transport.RECORDS);
        }
    },
    PROCESS_SERIALIZATION(
            "processes",
            "Child process, serialization",
            "To a child process by Java serialization, read through a filter.") {
        @Override
        Trip open() throws Exception {
            return PingPong.crew(model(), Transport.SERIALIZATION);
        }
    },
    PROCESS_SHARED_MEMORY(
            "processes",
            "Child process, shared memory",
            "To a child process, the bytes through memory that both have mapped.") {
        @Override
        Trip open() throws Exception {
            return PingPong.crew(model(), Transport.SHARED_MEMORY);
        }
    };

    private final String model;
    private final String title;
    private final String sentence;

    Route(String model, String title, String sentence) {
        this.model = model;
        this.title = title;
        this.sentence = sentence;
    }

    /// Those on which something crosses into another world.
    public static List<Route> crossing() {
        return List.of(values())
                .subList(ISOLATED_RECORDS.ordinal(), PROCESS_SHARED_MEMORY.ordinal() + 1);
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    /// Makes the worker.
    Trip open() throws Exception {
        throw new UnsupportedOperationException("nothing travels: " + this);
    }

    @Override
    public Curve measure(Place place) throws Exception {
        try (Trip trip = open()) {
            return PingPong.measure(trip, place.warmUp());
        }
    }
}
