package dev.lanescope.concurrency.knobs;

/// One thing that can be set. A model that cannot honour it says why, so that nothing is ever
/// ignored silently.
public enum Knob {
    SCHEDULING("scheduling", "Who takes which page, and when."),
    STATE("state", "Whose parser and templates a page is rendered with."),
    BUFFERS("buffers", "What a page's text is put together in."),
    WRITES("writes", "Who writes a page that is ready."),
    TRANSPORT("transport", "How pages and results cross to workers that share no memory."),
    BATCH("batch", "How many pages cross at once."),
    LATENCY("latency", "A slow disk or network, simulated: a wait before each read and write."),
    CPU_WEIGHT("cpu-weight", "How often the HTML of a page is made, to make pages heavier."),
    SWITCH_INTERVAL("switch-interval", "How long a thread may keep the lock that others want."),
    THREADS("threads", "How many threads each process or interpreter has."),
    PAGE_TIMEOUT("page-timeout", "How long a page may take before it is given up."),
    FAULTS("fault", "Pages that are made to fail, to see what their neighbours lose."),
    WARM_UP("warm-up", "How often the same workers do the pages unrecorded before.");

    private final String id;
    private final String sentence;

    Knob(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    /// The name of the terminal's option.
    public String id() {
        return id;
    }

    /// What it sets, in one sentence.
    public String sentence() {
        return sentence;
    }
}
