package dev.lanescope.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.Optional;

/// How much the window may move by itself. Where motion is *reduced*, a live picture changes once a
/// second instead of up to thirty times, and a key that is held goes on at one pace. Nothing else
/// moves by itself: pop-overs and menus appear at once.
public final class Motion {

    /// `-Dlanescope.reducedMotion=true` or `false` goes before what was chosen and what the system
    /// prefers; tests set it.
    public static final String PROPERTY = "lanescope.reducedMotion";

    private final BooleanProperty reduced;

    /// @param reduced whether it is reduced at first
    public Motion(boolean reduced) {
        this.reduced = new SimpleBooleanProperty(this, "reduced", reduced);
    }

    /// Motion as the process was told, otherwise as somebody chose, otherwise as the system wants
    /// it.
    ///
    /// @param chosen what was chosen in the window, if anything
    public static Motion of(Optional<Boolean> chosen, boolean system) {
        return new Motion(
                Optional.ofNullable(System.getProperty(PROPERTY))
                        .map(Boolean::parseBoolean)
                        .or(() -> chosen)
                        .orElse(system));
    }

    public BooleanProperty reducedProperty() {
        return reduced;
    }

    /// Reduces it, or lets the window move freely again.
    public void toggle() {
        reduced.set(!reduced.get());
    }
}
