package dev.lanescope.ui.kit;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// A typeface of the app, for JavaFX and for Java2D. The files come with the FlatLaf font jars;
/// when one cannot be read, the nearest family that the machine has stands in.
public enum Face {
    SANS("inter/Inter-Regular.otf", Kind.SANS, false),
    SANS_STRONG("inter/Inter-SemiBold.otf", Kind.SANS, true),
    MONO("jetbrains_mono/JetBrainsMono-Regular.ttf", Kind.MONO, false),
    MONO_STRONG("jetbrains_mono/JetBrainsMono-Bold.ttf", Kind.MONO, true);

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";

    private static final Map<Face, Font> FX = new ConcurrentHashMap<>();
    private static final Map<Face, java.awt.Font> AWT = new ConcurrentHashMap<>();

    private enum Kind {
        SANS,
        MONO
    }

    private final String file;
    private final Kind kind;
    private final boolean strong;

    Face(String file, Kind kind, boolean strong) {
        this.file = file;
        this.kind = kind;
        this.strong = strong;
    }

    /// The face for JavaFX; may be called on any thread.
    public Font fx(double size) {
        Font loaded = FX.computeIfAbsent(this, Face::loadFx);
        return new Font(loaded.getName(), size);
    }

    /// The face for Java2D, for charts drawn without a toolkit; works with `java.awt.headless`.
    public java.awt.Font awt(float size) {
        return AWT.computeIfAbsent(this, Face::loadAwt).deriveFont(size);
    }

    /// Whether the face is the bold style of its family, rather than a family of its own.
    boolean isBoldStyle() {
        return fx(12).getStyle().contains("Bold") && !fx(12).getFamily().contains("Bold");
    }

    private Font loadFx() {
        try (InputStream stream = Face.class.getResourceAsStream(FOLDER + file)) {
            Font font = stream == null ? null : Font.loadFont(stream, 12);
            if (font != null) {
                return font;
            }
        } catch (IOException unreadable) {
            // The fallback below is the answer.
        }
        String family = fallback(Font.getFamilies()::contains, "System");
        return Font.font(family, strong ? FontWeight.BOLD : FontWeight.NORMAL, 12);
    }

    private java.awt.Font loadAwt() {
        try (InputStream stream = Face.class.getResourceAsStream(FOLDER + file)) {
            if (stream != null) {
                return java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, stream);
            }
        } catch (IOException | FontFormatException unreadable) {
            // The fallback below is the answer.
        }
        List<String> here =
                List.of(
                        java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment()
                                .getAvailableFontFamilyNames());
        String family = fallback(here::contains, java.awt.Font.DIALOG);
        return new java.awt.Font(family, strong ? java.awt.Font.BOLD : java.awt.Font.PLAIN, 12);
    }

    private String fallback(Predicate<String> isHere, String last) {
        List<String> kin =
                switch (kind) {
                    case SANS -> List.of("Cantarell", "DejaVu Sans");
                    case MONO -> List.of("DejaVu Sans Mono");
                };
        return kin.stream().filter(isHere).findFirst().orElse(last);
    }
}
