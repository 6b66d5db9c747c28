package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.content.ContentException;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads a content folder while progress moves.
final class Scan {

    private Scan() {}

    static Site of(Path folder, ScanSettings settings, Streams streams)
            throws ContentException, InterruptedException {
        var pages = new AtomicInteger();
        try (var _ =
                new ProgressLine(
                        streams,
                        () -> "reading the folder: " + Amounts.count(pages.get(), "page"))) {
            return SiteScanner.scan(
                    folder,
                    found -> {
                        pages.set(found);
                        return true;
                    },
                    settings);
        }
    }
}
