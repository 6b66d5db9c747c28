package dev.lanescope.ui.kit;

import dev.lanescope.trace.State;

import java.util.Locale;

/// What a state in which a lane does no work looks like: its hatch, and with a [Palette] its hue.
/// Work is solid and has no look here; see [Palette#stage].
public enum StateLook {
    QUEUE("queue", Hatch.BACKSLASH),
    LOCK("lock", Hatch.SLASH),
    CHANNEL("channel", Hatch.CHECKER),
    IO("I/O", Hatch.DASH),
    GC("GC", Hatch.CROSS),
    JIT("JIT", Hatch.BOLD_DASH),
    STARTING("start-up", Hatch.BAR),
    INFLATION("work inflation", Hatch.DOT),
    IDLE("tail", Hatch.FAINT),
    LOST("cannot be killed", Hatch.GRID);

    private final String label;
    private final Hatch hatch;

    StateLook(String label, Hatch hatch) {
        this.label = label;
        this.hatch = hatch;
    }

    /// The look of a trace's state. What the collector and the compiler do comes from elsewhere
    /// than the lanes' states, so GC and JIT have no kind.
    ///
    /// @throws IllegalArgumentException for work, which is solid
    public static StateLook of(State.Kind kind) {
        return switch (kind) {
            case WORK -> throw new IllegalArgumentException("work is solid, it has no hatch");
            case STARTING -> STARTING;
            case QUEUE -> QUEUE;
            case LOCK -> LOCK;
            case CHANNEL -> CHANNEL;
            case IO -> IO;
            case IDLE -> IDLE;
            case LOST -> LOST;
        };
    }

    /// What a legend calls the state.
    public String label() {
        return label;
    }

    public Hatch hatch() {
        return hatch;
    }

    /// The name of the hue in style sheets, e.g. `-ls-state-lock`.
    public String css() {
        return "-ls-state-" + name().toLowerCase(Locale.ROOT);
    }
}
