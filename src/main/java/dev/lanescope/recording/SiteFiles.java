package dev.lanescope.recording;

import dev.lanescope.concurrency.FileWork;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.OutputFolder;

import java.nio.file.Path;
import java.util.List;

/// The pages of a site as files, for a program that renders them in its own way. What is made of
/// pages is not among them.
record SiteFiles(Site site, OutputFolder output, RenderSettings settings)
        implements FileWork<RenderItem, RenderResult> {

    @Override
    public String name() {
        return site.name();
    }

    @Override
    public Path from() {
        return site.folder();
    }

    @Override
    public Path to() {
        return output.path();
    }

    @Override
    public boolean escapesHtml() {
        return settings.escapeHtml();
    }

    @Override
    public List<Entry> entries() {
        return site.pages().stream()
                .map(page -> new Entry(page.source(), page.output(), page.title()))
                .toList();
    }

    @Override
    public int entry(RenderItem item) {
        return switch (item) {
            case RenderItem.OfContent(Page page) -> page.id();
            case RenderItem.OfPages files ->
                    throw new IllegalArgumentException(files + " is made of pages");
        };
    }

    @Override
    public RenderResult result(RenderItem item, long bytesOut) {
        return new RenderResult(bytesOut, 0, null);
    }
}
