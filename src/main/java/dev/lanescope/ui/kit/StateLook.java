package dev.lanescope.ui.kit;

import dev.lanescope.trace.State;

import java.util.Locale;

/// What a state in which a lane does no work looks like: its hatch, and with a [Palette] its hue.
/// Work is solid and has no look here; see [Palette#stage].
public enum StateLook {
    QUEUE(Hatch.BACKSLASH),
    LOCK(Hatch.SLASH),
    CHANNEL(Hatch.CHECKER),
    IO(Hatch.DASH),
    GC(Hatch.CROSS),
    JIT(Hatch.BOLD_DASH),
    STARTING(Hatch.BAR),
    INFLATION(Hatch.DOT),
    PREEMPTED(Hatch.ZIGZAG),
    IDLE(Hatch.FAINT),
    LOST(Hatch.GRID);

    private final Hatch hatch;

    StateLook(Hatch hatch) {
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

    public Hatch hatch() {
        return hatch;
    }

    /// The name of the hue in style sheets, e.g. `-ls-state-lock`.
    public String css() {
        return "-ls-state-" + name().toLowerCase(Locale.ROOT);
    }
}
