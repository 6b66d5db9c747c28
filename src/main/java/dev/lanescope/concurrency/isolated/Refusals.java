package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.WorkerState;

import java.util.Optional;

/// Why models of interpreters cannot honour some knobs.
final class Refusals {

    private Refusals() {}

    static Optional<String> of(Knob knob) {
        return switch (knob) {
            case TRANSPORT -> Optional.of("Between class loaders pages cross as records only.");
            case WRITES ->
                    Optional.of("A page counts as done when its interpreter has written it.");
            case THREADS ->
                    Optional.of("Its interpreters have one thread each; isolated-gil and isolated-threads have more.");
            case SWITCH_INTERVAL -> Optional.of("It has no global lock.");
            case SCHEDULING,
                    STATE,
                    BUFFERS,
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
        return knobs.state() == WorkerState.SHARED
                ? Optional.of("Its workers share no class, so no parser and no templates either.")
                : Optional.empty();
    }
}
