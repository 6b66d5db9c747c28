package dev.lanescope.analysis.explain;

/// What can be wrong with a run. Each is looked for by a [Rule] of its own, whose docs say what
/// counts as that; the last four take a sequential run to be seen, and are told of where they are
/// the [main loss][MainLoss].
public enum Illness {
    TAIL("imbalance and tail"),
    SERIAL_PART("a serial part"),
    LOCK("a lock"),
    OVERSUBSCRIPTION("more workers than processors"),
    FOREIGN_LOAD("foreign load"),
    SERIALIZATION("serialization"),
    START_UP("start-up"),
    WARM_UP("JIT warm-up"),
    COLLECTOR("collector pressure"),
    INPUT_OUTPUT("reading and writing"),
    BLOCKED_LOOP("a blocked event loop"),
    BACK_PRESSURE("back-pressure"),
    SMALL_TASKS("too small tasks"),
    PINNED("pinned virtual threads"),
    INFLATION("work inflation"),
    PREEMPTION("no processor"),
    STARVATION("starvation"),
    LOST("lost workers");

    private final String title;

    Illness(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
