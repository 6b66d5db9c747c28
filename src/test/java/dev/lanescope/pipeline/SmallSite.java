package dev.lanescope.pipeline;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.output.OutputFolder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A site of a few pages, written and rendered by a test.
final class SmallSite {

    private static final Pattern ARTICLE = Pattern.compile("(?s)<article>\n(.*)</article>");

    private final Path content;
    private final Path output;

    SmallSite(Path folder) {
        this.content = folder.resolve("content");
        this.output = folder.resolve("output");
    }

    /// Adds a file to the content.
    SmallSite with(String path, String text) throws Exception {
        Path file = content.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Path content() {
        return content;
    }

    Path output() {
        return output;
    }

    Site scan() throws Exception {
        return SiteScanner.scan(content, ScanProgress.NONE);
    }

    /// Renders everything and answers with the messages of the pages that failed.
    List<String> render() throws Exception {
        return render(RenderSettings.STANDARD);
    }

    List<String> render(RenderSettings settings) throws Exception {
        return render(scan(), settings);
    }

    /// Renders what an earlier scan found.
    List<String> render(Site site, RenderSettings settings) throws Exception {
        OutputFolder folder = OutputFolder.prepare(output, site);
        return new Rendering(site, folder, settings).all();
    }

    /// A whole page as written.
    String page(String path) throws Exception {
        return Files.readString(output.resolve(path));
    }

    /// What stands between a page's article tags.
    String article(String path) throws Exception {
        Matcher article = ARTICLE.matcher(page(path));
        return article.find() ? article.group(1) : "";
    }

    /// The article of a single page with this Markdown.
    static String articleOf(Path folder, String markdown) throws Exception {
        var site = new SmallSite(folder).with("page.md", markdown);
        List<String> failures = site.render();
        if (!failures.isEmpty()) {
            throw new AssertionError(failures);
        }
        return site.article("page.html");
    }
}
