package dev.lanescope.concurrency.threads;

import dev.lanescope.concurrency.knobs.Knob;

import java.util.Optional;

/// Why models of threads cannot honour some knobs.
final class Refusals {

    private Refusals() {}

    /// What no model of threads in one heap can do.
    static Optional<String> ofThreads(Knob knob) {
        return switch (knob) {
            case TRANSPORT -> Optional.of("Its workers share one heap: nothing is sent.");
            case BATCH -> Optional.of("Its workers share one heap: nothing is sent in batches.");
            case THREADS -> Optional.of("Its workers are not parted into processes.");
            case SWITCH_INTERVAL -> Optional.of("It has no global lock.");
            case WRITES -> Optional.of("Whoever renders a page here writes it too.");
            case SCHEDULING, STATE, BUFFERS, LATENCY, CPU_WEIGHT, PAGE_TIMEOUT, FAULTS, WARM_UP ->
                    Optional.empty();
        };
    }

    /// The same of a model whose pages take turns by themselves.
    static Optional<String> withoutScheduling(Knob knob, String why) {
        return knob == Knob.SCHEDULING ? Optional.of(why) : ofThreads(knob);
    }
}
