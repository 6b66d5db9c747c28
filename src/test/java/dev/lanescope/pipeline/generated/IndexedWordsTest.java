package dev.lanescope.pipeline.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which words are left out where not all of them fit.
class IndexedWordsTest {

    private static final int ENOUGH = 1_000_000;

    @TempDir Path folder;

    private List<String> of(int atMost, String... texts) throws Exception {
        List<PageWords> words = new ArrayList<>();
        for (String text : texts) {
            Files.writeString(folder.resolve("page" + words.size() + ".md"), "# P\n");
            words.add(new PageWords(List.of(), "", text));
        }
        Site site = SiteScanner.scan(folder, ScanProgress.NONE);
        var indexed = new IndexedWords(site, Digests.of(words), atMost);
        return words.stream().map(each -> indexed.of(each, "")).toList();
    }

    @Test
    void all_words_are_kept_in_their_order_where_they_fit() throws Exception {
        assertThat(of(ENOUGH, "the lane", "", "the span of it"))
                .containsExactly("the lane", "", "the span of it");
    }

    @Test
    void words_that_few_pages_have_come_first_where_not_all_fit() throws Exception {
        assertThat(of(34, "the of lane worker", "the of makespan", "the", "the of"))
                .containsExactly("lane worker", "makespan of", "the", "the of");
    }

    @Test
    void what_some_pages_do_not_need_the_others_get() throws Exception {
        String longText = "alpha beta gamma delta";
        assertThat(of(30, "a", longText, "b", "c")).contains(longText);
    }
}
