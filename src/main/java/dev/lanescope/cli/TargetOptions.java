package dev.lanescope.cli;

import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Workspace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/// What is rendered, by whom and where to: what every command has that measures a folder of the
/// user's.
final class TargetOptions {

    @Parameters(paramLabel = "FOLDER", description = "The folder of Markdown pages; only read.")
    private Path folder = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "ID",
            defaultValue = Choice.DEFAULT_MODEL,
            description = "Who does the work; `models` lists them. Default: ${DEFAULT-VALUE}.")
    private String model = Choice.DEFAULT_MODEL;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many workers. Default: one per processor, if the model allows it.")
    private @Nullable Integer workers;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the site goes: a new or empty folder, or one that Lanescope made."
                            + " Default: a folder in the user's cache.")
    private @Nullable Path out;

    @Option(names = "--drafts", description = "Render pages with `draft: true` too.")
    private boolean drafts;

    Choice choice() throws TerminalException {
        return Choice.of(model, workers);
    }

    Site scan(Streams streams) throws Exception {
        return Scan.of(folder, new ScanSettings(drafts), streams);
    }

    Path output(Site site) {
        return out == null ? Workspace.outputFor(site) : out.toAbsolutePath().normalize();
    }
}
