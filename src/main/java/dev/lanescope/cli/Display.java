package dev.lanescope.cli;

import java.util.Locale;
import java.util.Map;

/// Whether a window can open. Windows and macOS are taken at their word; elsewhere an X server or a
/// Wayland compositor must have been named.
public final class Display {

    private Display() {}

    public static boolean isThere() {
        return isThere(System.getProperty("os.name", ""), System.getenv());
    }

    static boolean isThere(String system, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        return os.startsWith("windows")
                || os.startsWith("mac")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
