package dev.lanescope.ui.kit;

import javafx.scene.paint.Color;

/// Arithmetic on colours that are plain ints, 0xAARRGGBB: what pixel rasters, Java2D and CSS share.
public final class Argb {

    private Argb() {}

    /// An opaque colour from CSS notation, `#rrggbb`.
    ///
    /// @throws IllegalArgumentException when the text is not a `#` and six hexadecimal digits
    public static int of(String web) {
        if (!web.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("not a colour of the form #rrggbb: " + web);
        }
        return 0xff000000 | Integer.parseInt(web.substring(1), 16);
    }

    /// The colour with another opacity, from 0 (clear) to 1 (solid).
    public static int withAlpha(int argb, double alpha) {
        return (argb & 0xffffff) | (int) Math.round(alpha * 255) << 24;
    }

    /// The opaque colour that shows when `top` is laid on an opaque `ground`.
    public static int over(int top, int ground) {
        double alpha = (top >>> 24) / 255.0;
        return 0xff000000
                | mix(top >> 16, ground >> 16, alpha) << 16
                | mix(top >> 8, ground >> 8, alpha) << 8
                | mix(top, ground, alpha);
    }

    private static int mix(int top, int ground, double alpha) {
        return (int) Math.round((top & 0xff) * alpha + (ground & 0xff) * (1 - alpha));
    }

    /// The contrast ratio of two opaque colours, from 1 to 21, as WCAG 2 defines it.
    public static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    /// One sRGB channel (the low eight bits) as linear light from 0 to 1.
    static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /// An opaque colour from hue (degrees), saturation and brightness (0 to 1).
    static int hsb(double hue, double saturation, double brightness) {
        return java.awt.Color.HSBtoRGB((float) (hue / 360), (float) saturation, (float) brightness);
    }

    /// CSS notation, which JavaFX and SVG understand: `#rrggbb`, or `rgba(r, g, b, a)` when the
    /// colour is not opaque.
    public static String web(int argb) {
        int alpha = argb >>> 24;
        return alpha == 0xff
                ? "#%06x".formatted(argb & 0xffffff)
                : "rgba(%d, %d, %d, %s)"
                        .formatted(
                                argb >> 16 & 0xff,
                                argb >> 8 & 0xff,
                                argb & 0xff,
                                Math.round(alpha / 255.0 * 1000) / 1000.0);
    }

    public static Color fx(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
    }

    public static java.awt.Color awt(int argb) {
        return new java.awt.Color(argb, true);
    }
}
