package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Chromium;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The search box in a real browser, over pages opened from the disk.
class SearchBoxTest {

    private static final Pattern RESULT =
            Pattern.compile("<a id=\"ls-found-\\d+\" role=\"option\"[^>]*href=\"([^\"]*)\"");
    private static final Pattern STATUS = Pattern.compile("role=\"status\"[^>]*>([^<]*)<");

    /// Types into the box by events, as a person would, and presses keys.
    private static final String TYPIST =
            """
            <script>
            addEventListener("load", async () => {
              const press = (at, key) =>
                at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
              const turn = () => new Promise((done) => setTimeout(done, 50));
              press(document.body, "/");
              const box = document.activeElement;
              const log = ["focus " + box.type];
              box.value = "lane";
              box.dispatchEvent(new Event("input", { bubbles: true }));
              for (let i = 0; i < 40 && box.getAttribute("aria-expanded") !== "true"; i++) await turn();
              press(box, "ArrowDown");
              log.push("down " + box.getAttribute("aria-activedescendant"));
              press(box, "ArrowDown");
              log.push("down " + box.getAttribute("aria-activedescendant"));
              press(box, "ArrowUp");
              log.push("up " + box.getAttribute("aria-activedescendant"));
              let opened = "";
              document.addEventListener("click", (event) => {
                opened = event.target.closest("a").getAttribute("href").split("/").pop();
                event.preventDefault();
              });
              press(box, "Enter");
              log.push("enter " + opened);
              press(box, "Escape");
              log.push("escape " + box.getAttribute("aria-expanded") + " " + box.value);
              press(box, "Escape");
              log.push("escape " + (document.activeElement === box) + " [" + box.value + "]");
              document.body.setAttribute("data-log", log.join("; "));
            });
            </script>
            """;

    @TempDir Path folder;

    private SmallSite site() throws Exception {
        var site =
                new SmallSite(folder)
                        .with("index.md", "# Home\n\nNothing here.\n")
                        .with("text.md", "# Other\n\nAll about a lane.\n")
                        .with("deep/heading.md", "# Another\n\n## The lane\n\nWords.\n")
                        .with("deep/title.md", "# Lane\n\nWords.\n")
                        .with("deep/word.md", "# Planes\n\nWords über alles.\n")
                        .with(
                                "nasty.md",
                                "---\ntitle: '<img src=x onerror=\"document.title=1\">'\n---\n")
                        .with("typed.md", "# Typed\n\n" + TYPIST);
        assertThat(site.render()).isEmpty();
        return site;
    }

    @Test
    void titles_come_before_headings_and_headings_before_text() throws Exception {
        String page = opened(site(), "deep/title.html", "LANE");
        assertThat(results(page))
                .containsExactly(
                        "deep/title.html", "deep/word.html", "deep/heading.html", "text.html");
        assertThat(status(page)).isEqualTo("4 pages");
    }

    @Test
    void every_word_must_occur_and_accents_do_not_count() throws Exception {
        SmallSite site = site();
        assertThat(results(opened(site, "index.html", "words uber")))
                .containsExactly("deep/word.html");
        String nothing = opened(site, "index.html", "words nowhere");
        assertThat(results(nothing)).isEmpty();
        assertThat(status(nothing))
                .isEqualTo(
                        "Nothing found for words nowhere in titles, headings and how pages begin");
    }

    @Test
    void what_is_found_is_text_and_never_html() throws Exception {
        String page = opened(site(), "index.html", "<img");
        assertThat(results(page)).containsExactly("nasty.html");
        assertThat(page)
                .contains("<mark>&lt;img</mark> src=x onerror=")
                .contains("<title>Home</title>")
                .doesNotContain("<img src=x");
    }

    @Test
    void an_index_that_is_not_there_is_said_so() throws Exception {
        SmallSite site = site();
        Files.delete(site.output().resolve("_lanescope/search-index.js"));
        assertThat(status(opened(site, "index.html", "lane")))
                .isEqualTo("The search index could not be loaded.");
    }

    @Test
    void the_box_is_used_by_keys_alone() throws Exception {
        String page = dump(site().output().resolve("typed.html").toUri().toString());
        assertThat(page)
                .contains(
                        "data-log=\"focus search; down ls-found-0; down ls-found-1; up ls-found-0;"
                                + " enter title.html; escape false lane; escape false []\"");
    }

    private String opened(SmallSite site, String page, String words) throws Exception {
        String asked = URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
        return dump(site.output().resolve(page).toUri() + "#search=" + asked);
    }

    private List<String> results(String page) {
        String root = folder.resolve("output").toUri().toString();
        return RESULT.matcher(page)
                .results()
                .map(result -> result.group(1).replace(root, ""))
                .toList();
    }

    private static String status(String page) {
        var status = STATUS.matcher(page);
        assertThat(status.find()).as(page).isTrue();
        return status.group(1);
    }

    private String dump(String address) throws Exception {
        return Chromium.orSkip(folder, "the search box").dump(address);
    }
}
