package dev.lanescope.reuse;

import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Fingerprint;
import dev.lanescope.pipeline.fingerprint.Hasher;
import dev.lanescope.pipeline.template.Templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder of page templates.
final class TemplateFiles {

    /// Bigger ones are no templates; see `pipeline.template.TemplateLoader`.
    private static final long MAX_BYTES = 256 * 1024;

    private static final int MAX_FILES = 10_000;

    private TemplateFiles() {}

    /// Everything in the folder that a page could use: names and bytes, and what stands in the way
    /// of a template. A folder that is not there, or a symbolic link, holds nothing; what is not
    /// called like a template, such as an editor's files, does not count.
    static ContentHash fingerprint(Path folder) throws IOException {
        var fingerprint = new Fingerprint();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return fingerprint.add("none").finish();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(file -> Templates.isTemplate(file.getFileName().toString()))
                            .limit(MAX_FILES + 1L)
                            .sorted()
                            .toList();
        }
        if (files.size() > MAX_FILES) {
            throw new IOException(folder + " holds more than " + MAX_FILES + " templates");
        }
        var hasher = new Hasher();
        for (Path file : files) {
            fingerprint.add(file.getFileName().toString());
            boolean usable =
                    Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= MAX_BYTES;
            fingerprint.add(usable);
            if (usable) {
                fingerprint.add(hasher.of(file));
            }
        }
        return fingerprint.finish();
    }
}
