package dev.lanescope.cli;

import dev.lanescope.content.Site;
import dev.lanescope.recording.Workspace;

import java.nio.file.Path;

/// Which pages count and where the site goes: what every command has that renders a folder.
final class SiteOptions {

    private final Given<Path> out;
    private final Given<Boolean> drafts;

    SiteOptions(OptionSheet sheet) {
        out =
                sheet.path(
                        "--out",
                        "DIR",
                        "Where the site goes: a new or empty folder, or one that Lanescope made."
                                + " Default: a folder in the user's cache.");
        drafts = sheet.flag("--drafts", "Render pages with `draft: true` too.");
    }

    boolean drafts() {
        return drafts.get();
    }

    Path output(Site site) {
        return out.isThere() ? out.get().toAbsolutePath().normalize() : Workspace.outputFor(site);
    }
}
