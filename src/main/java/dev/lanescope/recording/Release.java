package dev.lanescope.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// Which version of this program runs; the build writes it into `version.properties`.
public final class Release {

    private Release() {}

    /// E.g. `1.0.0`.
    public static String number() {
        try (InputStream file = Release.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new IllegalStateException("version.properties cannot be read", e);
        }
    }
}
