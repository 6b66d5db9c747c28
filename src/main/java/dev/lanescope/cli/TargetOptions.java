package dev.lanescope.cli;

import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;

import java.nio.file.Path;

/// What is rendered, by whom and where to: what commands have that measure one model.
final class TargetOptions {

    private final Given<Path> folder;
    private final SiteOptions pages;
    private final ModelOption model;
    private final Given<Integer> workers;
    private final Given<String> runtime;

    TargetOptions(OptionSheet sheet) {
        folder = sheet.place("FOLDER", "The folder of Markdown pages; only read.");
        pages = new SiteOptions(sheet);
        model = new ModelOption(sheet);
        workers =
                sheet.number(
                        "--workers",
                        "N",
                        "How many workers. Default: one per processor, if the model allows it.");
        runtime =
                sheet.text(
                        "--runtime",
                        "NAME",
                        "Which CPython runs a model of Python: a name that `doctor` lists, a minor"
                                + " version such as 3.14, or the path of a program or of the folder"
                                + " that it lies in, with +gil, +nogil, +jit or +nojit behind it to"
                                + " switch what can be switched. Default: the best one found.");
    }

    Choice choice() throws TerminalException {
        Choice choice = Choice.of(model.id(), workers.orNull());
        return !runtime.isThere() && !Choice.runtimeIn(model.id()).isEmpty()
                ? choice
                : choice.on(runtime.orNull());
    }

    Site scan(Streams streams) throws Exception {
        return Scan.of(folder.get(), new ScanSettings(pages.drafts()), streams);
    }

    Path output(Site site) {
        return pages.output(site);
    }
}
