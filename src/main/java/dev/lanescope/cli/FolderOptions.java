package dev.lanescope.cli;

import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Workspace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/// What is rendered and where to: what every command has that measures a folder of the user's.
final class FolderOptions {

    @Parameters(paramLabel = "FOLDER", description = "The folder of Markdown pages; only read.")
    private Path folder = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the site goes: a new or empty folder, or one that Lanescope made."
                            + " Default: a folder in the user's cache.")
    private @Nullable Path out;

    @Option(names = "--drafts", description = "Render pages with `draft: true` too.")
    private boolean drafts;

    /// As it was typed.
    Path path() {
        return folder;
    }

    boolean drafts() {
        return drafts;
    }

    Site scan(Streams streams) throws Exception {
        return Scan.of(folder, new ScanSettings(drafts), streams);
    }

    Path output(Site site) {
        return out == null ? Workspace.outputFor(site) : out.toAbsolutePath().normalize();
    }
}
