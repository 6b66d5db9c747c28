package dev.lanescope.cli;

import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/// What is rendered, by whom and where to: what commands have that measure one model.
final class TargetOptions {

    @Parameters(paramLabel = "FOLDER", description = "The folder of Markdown pages; only read.")
    private Path folder = Path.of("");

    @Mixin private final SiteOptions pages = new SiteOptions();
    @Mixin private final ModelOption model = new ModelOption();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many workers. Default: one per processor, if the model allows it.")
    private @Nullable Integer workers;

    @Option(
            names = "--runtime",
            paramLabel = "NAME",
            description =
                    "Which CPython runs a model of Python: a name that `doctor` lists, or the path"
                            + " of an executable. Default: the best one found.")
    private @Nullable String runtime;

    Choice choice() throws TerminalException {
        Choice choice = Choice.of(model.id(), workers);
        return runtime == null && !Choice.runtimeIn(model.id()).isEmpty()
                ? choice
                : choice.on(runtime);
    }

    Site scan(Streams streams) throws Exception {
        return Scan.of(folder, new ScanSettings(pages.drafts()), streams);
    }

    Path output(Site site) {
        return pages.output(site);
    }
}
