package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.input.PageException;
import dev.lanescope.pipeline.output.OutputFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/// Random pages through the whole pipeline: each comes out well-formed, or fails in one sentence.
/// `-Dlanescope.fuzz.seconds=600` makes it longer, `-Dlanescope.fuzz.seed=N` repeats a page that a
/// failure named.
class PageFuzzTest {

    private static final String OUR_SCRIPT = "<script src=\"_lanescope/search.js\" defer></script>";

    private static final Duration LONG =
            Duration.ofSeconds(Long.getLong("lanescope.fuzz.seconds", 0));

    /// Pages of the ordinary run: always the same.
    private static final int PAGES = 400;

    private static final Pattern ID = Pattern.compile("<[a-z][^>]* id=\"([^\"]*)\"");
    private static final Pattern ADDRESS = Pattern.compile("<[a-z][^>]* (?:href|src)=\"([^\"]*)\"");
    private static final Pattern NOTE = Pattern.compile("href=\"#(fn-[^\"]*)\"");
    private static final Pattern HARMLESS =
            Pattern.compile("(?i)|(?:https?|mailto|tel|ftp):.*|data:image/.*|[^:]*|[^:]*[/?#].*");

    @TempDir Path folder;

    @Test
    void any_page_comes_out_well_formed_or_fails_in_one_sentence() throws Exception {
        var small = new SmallSite(folder).with("page.md", "x").with("other.md", "# Other\n");
        Site site = small.scan();
        OutputFolder output = OutputFolder.prepare(small.output(), site);
        var escaping = new PageRenderer(site, output, new RenderSettings(true));
        var keeping = new PageRenderer(site, output, RenderSettings.STANDARD);
        Long asked = Long.getLong("lanescope.fuzz.seed");
        long seed = asked == null ? (LONG.isZero() ? 1 : System.nanoTime()) : asked;
        long start = System.nanoTime();
        int pages = 0;
        do {
            byte[] page = new HostileText(new Random(seed)).page();
            Files.write(small.content().resolve("page.md"), page);
            try {
                check(site, small, escaping);
                outcome(site, small, keeping);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "page of -Dlanescope.fuzz.seed=" + seed + ": " + quoted(page), e);
            }
            seed++;
            pages++;
        } while (asked == null && (pages < PAGES || System.nanoTime() - start < LONG.toNanos()));
    }

    private static void check(Site site, SmallSite small, PageRenderer renderer) throws Exception {
        String html = outcome(site, small, renderer);
        assertThat(outcome(site, small, renderer)).as("the second time").isEqualTo(html);
        if (html.startsWith("<!doctype html>")) {
            assertThat(html).endsWith("</html>\n").doesNotContain("\u0000");
            assertThat(html.replace(OUR_SCRIPT, "")).doesNotContainIgnoringCase("<script");
            List<String> ids = matches(ID, html);
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(matches(ADDRESS, html)).allMatch(to -> HARMLESS.matcher(to).matches());
            Set<String> all = new HashSet<>(ids);
            assertThat(matches(NOTE, html)).allMatch(all::contains);
        }
    }

    /// The page as written, or the message with which it failed.
    private static String outcome(Site site, SmallSite small, PageRenderer renderer)
            throws Exception {
        Page page = site.page("page.md").orElseThrow();
        var draft = new Draft(page);
        try {
            for (Stage stage : Stage.PAGE_PATH) {
                renderer.step(stage, draft);
            }
        } catch (PageException e) {
            assertThat(e.getMessage())
                    .matches("page\\.md(:[1-9][0-9]*)?: [^\n\r]{5,400}")
                    .doesNotContain("Exception", "Error", "java.", "please report");
            return String.valueOf(e.getMessage());
        }
        byte[] bytes = Files.readAllBytes(small.output().resolve(page.output()));
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static List<String> matches(Pattern pattern, String html) {
        List<String> matches = new ArrayList<>();
        pattern.matcher(html).results().forEach(match -> matches.add(match.group(1)));
        return matches;
    }

    private static String quoted(byte[] page) {
        String text = new String(page, StandardCharsets.UTF_8).replace("\n", "\\n");
        return text.substring(0, Math.min(500, text.length()));
    }
}
