package dev.lanescope.bench;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import java.nio.file.Path;

/// A whole process that renders a folder once with two plain threads: what [ColdStart] compares the
/// terminal with.
final class ColdBareLoop {

    private ColdBareLoop() {}

    /// Renders once.
    ///
    /// @param args the content folder and the output folder
    public static void main(String[] args) throws Exception {
        Site site = SiteScanner.scan(Path.of(args[0]), ScanProgress.NONE);
        BareLoop.render(site, BareLoop.prepare(Path.of(args[1]), site), 2);
    }
}
