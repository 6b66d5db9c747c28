package dev.lanescope.analysis.explain;

import dev.lanescope.trace.State;

/// What the lanes of a run were given to: the work that one worker would have had to do, or one of
/// the ways in which the rest was lost. In the order in which the parts lie on each other.
public enum StackPart {
    USEFUL(
            "useful work",
            "what the sequential run took for all of it; this part is the speed-up, but for what"
                    + " that run waited longer at its start"),
    INFLATION(
            "work inflation",
            "the same work took longer beside others: caches, memory, and processors shared with"
                    + " others where the system does not tell of it"),
    COLDER(
            "warm-up or inflation",
            "the same work took longer in JVMs that were not as warm as that of the sequential run:"
                    + " how much of it was warm-up and how much inflation is not known"),
    WARM_UP(
            "warm-up",
            "the first pages took longer than later ones, while the JVM interpreted and compiled"),
    PREEMPTION(
            "preemption",
            "the lane could have run, but other threads had the processors: other programs, or more"
                    + " lanes than processors"),
    STOPS("GC and safepoints", "the JVM had stopped all lanes"),
    LOCK("lock wait", "somebody else held a lock"),
    CHANNEL("encoding and transport", "values were turned into bytes, sent, received, turned back"),
    BACK_PRESSURE(
            "back-pressure", "there was a page in hand, and no room for it before the next stage"),
    IO("reading and writing", "waiting for files, and reading and writing that took longer"),
    DISPATCH("dispatch", "a task was being handed over"),
    START_UP("start-up", "the worker itself was being made"),
    STARVATION("starvation", "there was work to come, but none to be had"),
    TAIL("tail", "nothing was left while others still worked"),
    LOST(
            "lost",
            "a worker hung in something that nobody waits for any more, or its process was gone");

    private final String title;
    private final String sentence;

    StackPart(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    public String title() {
        return title;
    }

    /// What it means, for people.
    public String sentence() {
        return sentence;
    }

    /// Why it may not be [known][SpeedUpStack#isKnown], and where it is counted then; part of a
    /// sentence, empty for a part that always is.
    public String whyUnknown() {
        return switch (this) {
            case PREEMPTION ->
                    "the system did not tell it of every lane; it is part of the others then";
            case INFLATION ->
                    "the JVMs were not as warm as that of the sequential run; it is part of \u201c"
                            + COLDER.title
                            + "\u201d then";
            default -> "";
        };
    }

    /// Whether it is work that took longer than in the sequential run, so that what shows it are
    /// the [spans that did][SlowerSpans].
    public boolean isSlowerWork() {
        return this == INFLATION || this == COLDER;
    }

    /// Where the time of a state goes, as far as the sequential run did not need it too.
    public static StackPart of(State state) {
        return switch (state.kind()) {
            case WORK -> isFileWork(state) ? IO : INFLATION;
            case STARTING -> START_UP;
            case QUEUE -> state.name().equals("dispatching") ? DISPATCH : STARVATION;
            case LOCK -> LOCK;
            case CHANNEL -> state.name().equals(BackPressure.ROOM) ? BACK_PRESSURE : CHANNEL;
            case IO -> IO;
            case IDLE -> TAIL;
            case LOST -> LOST;
        };
    }

    private static boolean isFileWork(State state) {
        return state.name().equals("read") || state.name().equals("write");
    }
}
