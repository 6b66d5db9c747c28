package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Transport;
import dev.lanescope.concurrency.knobs.WorkerState;

import java.util.Optional;

/// Why models of processes cannot honour some knobs.
final class Refusals {

    private Refusals() {}

    static Optional<String> of(Knob knob) {
        return switch (knob) {
            case WRITES -> Optional.of("A page counts as done when its process has written it.");
            case THREADS ->
                    Optional.of("Its processes have one thread each; hybrid gives them more.");
            case SWITCH_INTERVAL -> Optional.of("It has no global lock.");
            case SCHEDULING,
                    STATE,
                    BUFFERS,
                    TRANSPORT,
                    BATCH,
                    LATENCY,
                    CPU_WEIGHT,
                    PAGE_TIMEOUT,
                    FAULTS,
                    WARM_UP ->
                    Optional.empty();
        };
    }

    /// What it could turn otherwise, but not into this position.
    static Optional<String> of(Knobs knobs) {
        if (knobs.transport() == Transport.REFERENCE) {
            return Optional.of("Its workers share no heap: a reference means nothing to them.");
        }
        if (knobs.transport().isPickled()) {
            return Optional.of("Pages are pickled by a real CPython only.");
        }
        if (knobs.state() == WorkerState.SHARED) {
            return Optional.of("Its workers share no heap, so no parser and no templates either.");
        }
        return knobs.turned().stream().flatMap(knob -> of(knob).stream()).findFirst();
    }
}
