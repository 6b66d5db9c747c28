package dev.lanescope.ui.kit;

import javafx.application.ColorScheme;

/// One of the two looks of the app: a [Palette] and the style sheet made from it.
///
/// The style sheet is AtlantaFX Primer with our roles in place of its colours, then `lanescope.css`
/// with our own style classes. Only the values differ between the themes, so they are written from
/// the palette and never a second time by hand.
public enum Theme {
    LIGHT(ColorScheme.LIGHT, "primer-light"),
    DARK(ColorScheme.DARK, "primer-dark");

    private final ColorScheme scheme;
    private final String primer;

    Theme(ColorScheme scheme, String primer) {
        this.scheme = scheme;
        this.primer = primer;
    }

    public Palette palette() {
        return switch (this) {
            case LIGHT -> Palettes.LIGHT;
            case DARK -> Palettes.DARK;
        };
    }

    /// The theme for what the system prefers.
    public static Theme of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    public ColorScheme scheme() {
        return scheme;
    }

    /// The address of the whole style sheet, for `Application.setUserAgentStylesheet`. Loads the
    /// fonts on first use.
    public String stylesheet() {
        return ThemeSheet.address(primer, palette());
    }
}
