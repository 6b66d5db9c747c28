package dev.lanescope.cli;

import dev.lanescope.recording.Release;

import picocli.CommandLine.IVersionProvider;

/// The version of this program, as `--version` tells it.
final class Version implements IVersionProvider {

    static String number() {
        return Release.number();
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "Lanescope " + number(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
