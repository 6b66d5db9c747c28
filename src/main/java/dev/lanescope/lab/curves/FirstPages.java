package dev.lanescope.lab.curves;

import dev.lanescope.content.ContentException;
import dev.lanescope.content.Page;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A site of a folder's first pages alone, copied.
final class FirstPages {

    /// More pages are not taken from a folder.
    static final int MOST = 1_000;

    private FirstPages() {}

    /// Copies them and looks at them as at any folder.
    ///
    /// @param to a folder that is not there yet
    static Site of(Site site, int pages, Path to)
            throws IOException, ContentException, InterruptedException {
        for (Page page : site.pages().subList(0, pages)) {
            Path file = to.resolve(page.source());
            Files.createDirectories(file.getParent());
            Files.copy(site.folder().resolve(page.source()), file);
        }
        return SiteScanner.scan(to, ScanProgress.NONE);
    }
}
