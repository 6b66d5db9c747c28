package dev.lanescope.pipeline.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/// How much of a page the search box can find.
class SearchIndexFileTest {

    private static final int PAGES = 100;

    @TempDir Path folder;
    private GeneratedPages pages;

    @BeforeEach
    void scan() throws Exception {
        for (int i = 0; i < PAGES; i++) {
            Files.writeString(folder.resolve("page" + i + ".md"), "# Page " + i + "\n");
        }
        Site site = SiteScanner.scan(folder, ScanProgress.NONE);
        pages = GeneratedPages.of(site, TemplateSet.DOCS, BaseUrl.NONE);
    }

    private String index(PageWords words, int atMost) throws Exception {
        var bytes = new ByteArrayOutputStream();
        Digests digests = Digests.of(Collections.nCopies(PAGES, words));
        SearchIndexFile.write(pages, digests, bytes, atMost);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void an_index_never_becomes_bigger_than_it_may_and_names_every_page() throws Exception {
        for (String letter : List.of("a", "\"", "<", "\n", "é", "\u2028", "\uD83D\uDE00")) {
            var words =
                    new PageWords(Collections.nCopies(9, letter.repeat(20)), letter.repeat(200));
            for (int atMost : List.of(6_000, 20_000, 60_000)) {
                String index = index(words, atMost);
                assertThat(index.getBytes(StandardCharsets.UTF_8).length)
                        .as(letter)
                        .isBetween(atMost / 3, atMost + 100);
                JsonNode json = new JsonMapper().readTree(index.split("\n", 2)[1]);
                assertThat(json.size()).isEqualTo(PAGES);
                assertThat(json.get(99).get(0).asString()).startsWith("Page ");
            }
        }
    }

    @Test
    void a_small_site_has_all_its_headings_and_the_start_of_its_text() throws Exception {
        String text = "word ".repeat(60).strip();
        String index = index(new PageWords(List.of("One", "Two", "Page 7"), text), 5_000_000);
        assertThat(index)
                .startsWith(
                        "window.lanescopeIndex=\n[[\"Page 0\",\"page0.html\",\"One\\nTwo\\nPage 7\"")
                .contains(text);
    }

    @Test
    void an_index_in_a_script_cannot_end_it() throws Exception {
        String index = index(new PageWords(List.of("</script>"), "<!-- \u2028"), 5_000_000);
        assertThat(index).doesNotContain("<", "\u2028").contains("\\u003C/script>");
    }
}
