package dev.lanescope.cli;

import dev.lanescope.content.Site;
import dev.lanescope.recording.Workspace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// Which pages count and where the site goes: what every command has that renders a folder.
final class SiteOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the site goes: a new or empty folder, or one that Lanescope made."
                            + " Default: a folder in the user's cache.")
    private @Nullable Path out;

    @Option(names = "--drafts", description = "Render pages with `draft: true` too.")
    private boolean drafts;

    boolean drafts() {
        return drafts;
    }

    Path output(Site site) {
        return out == null ? Workspace.outputFor(site) : out.toAbsolutePath().normalize();
    }
}
