package dev.lanescope.ui.kit;

import dev.lanescope.trace.State;
import javafx.scene.shape.Rectangle;

/// From a trace's state to its look: work is solid in the colour of its stage, everything else is
/// hatched by kind.
public final class StateStyle {

    private StateStyle() {}

    /// The hatch of a kind of waiting. Work has none.
    public static StateLook look(State.Kind kind) {
        return switch (kind) {
            case WORK -> throw new IllegalArgumentException("work is solid");
            case STARTING -> StateLook.STARTING;
            case QUEUE -> StateLook.QUEUE;
            case LOCK -> StateLook.LOCK;
            case CHANNEL -> StateLook.CHANNEL;
            case IO -> StateLook.IO;
            case IDLE -> StateLook.IDLE;
        };
    }

    /// The small square for legends and inspectors.
    public static Rectangle swatch(Palette palette, State state) {
        return state.kind().isWork()
                ? Swatch.stage(palette, state.name())
                : Swatch.state(palette, look(state.kind()));
    }
}
