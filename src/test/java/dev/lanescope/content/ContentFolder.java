package dev.lanescope.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A content folder that a test writes and scans.
record ContentFolder(Path path) {

    ContentFolder with(String file, String text) throws Exception {
        Path target = path.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
        return this;
    }

    Site scan() throws Exception {
        return SiteScanner.scan(path, ScanProgress.NONE);
    }

    Site scanWithDrafts() throws Exception {
        return SiteScanner.scan(path, ScanProgress.NONE, new ScanSettings(true));
    }

    static List<String> outputs(Site site) {
        return site.pages().stream().map(Page::output).toList();
    }

    static List<String> sources(Site site) {
        return site.pages().stream().map(Page::source).toList();
    }

    static Page page(Site site, String source) {
        return site.page(source).orElseThrow();
    }
}
