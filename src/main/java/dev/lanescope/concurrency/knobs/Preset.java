package dev.lanescope.concurrency.knobs;

import java.util.Arrays;
import java.util.Optional;

/// Four steps from a naive program to one that has been made fast: what each step gains over the
/// one before is what that idea is worth. All write the same bytes.
public enum Preset {
    NAIVE(
            "naive",
            "Everything is made anew for each page: parser, templates, buffers.",
            Scheduling.Order.SHARED_QUEUE,
            WorkerState.PER_PAGE,
            Buffers.FRESH,
            Writes.AT_ONCE),
    MEMORY(
            "memory",
            "Buffers are used again for the next page; parser and templates are still made anew.",
            Scheduling.Order.SHARED_QUEUE,
            WorkerState.PER_PAGE,
            Buffers.REUSED,
            Writes.AT_ONCE),
    CACHED(
            "cached",
            "Each worker keeps its parser and its compiled templates: as Lanescope usually runs.",
            Scheduling.Order.SHARED_QUEUE,
            WorkerState.PER_WORKER,
            Buffers.REUSED,
            Writes.AT_ONCE),
    FULL(
            "full",
            "The biggest pages come first, and a writer writes behind the workers.",
            Scheduling.Order.HEAVIEST_FIRST,
            WorkerState.PER_WORKER,
            Buffers.REUSED,
            Writes.BEHIND);

    private final String id;
    private final String sentence;
    private final Scheduling.Order order;
    private final WorkerState state;
    private final Buffers buffers;
    private final Writes writes;

    Preset(
            String id,
            String sentence,
            Scheduling.Order order,
            WorkerState state,
            Buffers buffers,
            Writes writes) {
        this.id = id;
        this.sentence = sentence;
        this.order = order;
        this.state = state;
        this.buffers = buffers;
        this.writes = writes;
    }

    /// What `--preset` takes.
    public String id() {
        return id;
    }

    /// What it does, in one sentence.
    public String sentence() {
        return sentence;
    }

    /// The same knobs with the four that make the difference in its positions.
    public Knobs on(Knobs knobs) {
        return knobs.with(new Scheduling(order, 1)).with(state).with(buffers).with(writes);
    }

    /// As usual but for what it sets.
    public Knobs knobs() {
        return on(Knobs.STANDARD);
    }

    /// The preset whose positions the four have; empty if that is none.
    public static Optional<Preset> of(Knobs knobs) {
        return Arrays.stream(values()).filter(preset -> preset.on(knobs).equals(knobs)).findFirst();
    }
}
