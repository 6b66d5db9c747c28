package dev.lanescope.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// The version of this program; the build writes it into `version.properties`.
final class Version implements IVersionProvider {

    static String number() {
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new IllegalStateException("version.properties cannot be read", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "Lanescope " + number(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
