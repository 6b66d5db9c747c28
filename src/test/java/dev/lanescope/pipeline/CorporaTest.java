package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanescope.Lengthy;
import dev.lanescope.content.Page;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.pipeline.output.OutputTree;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Real content: every page of five public sites comes out, and comes out the same whoever renders
/// it, in whatever order.
@Execution(ExecutionMode.CONCURRENT)
class CorporaTest {

    private static final Path CORPORA =
            Path.of(System.getProperty("lanescope.corpora", "../shared/corpora"));

    @TempDir Path temporary;

    @ParameterizedTest
    @CsvSource({"rust-book, 112", "bengal-site, 266", "rust-blog, 754", "hugo-docs, 992"})
    void every_page_of_a_real_site_comes_out_and_always_the_same(String name, int pages)
            throws Exception {
        rendersAlike(name, pages);
    }

    @Test
    @Tag(Lengthy.TAG)
    void so_do_ten_thousand() throws Exception {
        rendersAlike("cpp-docs", 9746);
    }

    private void rendersAlike(String name, int pages) throws Exception {
        Path content = CORPORA.resolve(name).resolve("content");
        assumeThat(content)
                .as("the corpus %s is not on this machine; set -Dlanescope.corpora", name)
                .isDirectory();
        Site site = SiteScanner.scan(content, ScanProgress.NONE, new ScanSettings(true));
        assertThat(site.pages()).hasSize(pages);

        Path first = temporary.resolve("first");
        List<String> failures = render(site, first, site.pages(), 1);
        assertThat(failures).isEmpty();
        assertThat(htmlFiles(first)).isEqualTo(pages);

        Site copy = Site.fromBytes(site.toBytes());
        Path second = temporary.resolve("second");
        assertThat(render(copy, second, copy.pages().reversed(), 3)).isEmpty();
        assertThat(OutputTree.hash(second)).isEqualTo(OutputTree.hash(first));
    }

    /// Renders pages with several renderers in turn, and even a page's stages by different ones.
    private static List<String> render(Site site, Path folder, List<Page> pages, int renderers)
            throws Exception {
        OutputFolder output = OutputFolder.prepare(folder, site);
        List<PageRenderer> team =
                Stream.generate(() -> new PageRenderer(site, output, RenderSettings.STANDARD))
                        .limit(renderers)
                        .toList();
        List<String> failures = new ArrayList<>();
        int turn = 0;
        for (Page page : pages) {
            var draft = new Draft(page);
            try {
                for (Stage stage : Stage.PAGE_PATH) {
                    team.get(turn++ % renderers).step(stage, draft);
                }
            } catch (PageException e) {
                failures.add(e.getMessage());
            }
        }
        return failures;
    }

    private static long htmlFiles(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).count();
        }
    }
}
