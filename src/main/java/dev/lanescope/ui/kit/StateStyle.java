package dev.lanescope.ui.kit;

import dev.lanescope.trace.State;

import javafx.scene.shape.Rectangle;

/// From a trace's state to its look: work is solid in the colour of its stage, everything else is
/// hatched by kind.
public final class StateStyle {

    private StateStyle() {}

    /// The small square for legends and inspectors.
    public static Rectangle swatch(Palette palette, State state) {
        return state.kind().isWork()
                ? Swatch.stage(palette, state.name())
                : Swatch.state(palette, StateLook.of(state.kind()));
    }
}
