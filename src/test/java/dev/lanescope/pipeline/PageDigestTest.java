package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.pipeline.markdown.RawAnchors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a page leaves behind.
class PageDigestTest {

    @TempDir Path folder;

    private PageDigest of(String markdown) throws Exception {
        return TransformedSite.of(new SmallSite(folder).with("page.md", markdown))
                .digest("page.md");
    }

    @Test
    void it_has_the_headings_the_anchors_and_the_first_words() throws Exception {
        PageDigest digest =
                of(
                        """
                        # The *title* {#top.id}

                        First `code` with [a link](x.md), ![a picture](y.png) and
                        <b id="bold">HTML</b>.

                        - one
                        - two

                        ```java
                        no code
                        ```

                        <div id="box"><a name=old>x</a></div>

                        | a | b |
                        |---|---|
                        | c | d |

                        ## Twice
                        ## Twice
                        """);
        assertThat(digest.headings())
                .containsExactly(
                        new PageDigest.Heading(1, "top.id", "The title"),
                        new PageDigest.Heading(2, "twice", "Twice"),
                        new PageDigest.Heading(2, "twice-1", "Twice"));
        assertThat(digest.anchors()).containsExactly("bold", "box", "old");
        assertThat(digest.start()).isEqualTo("First code with a link, and HTML. one two a b c d");
        assertThat(digest.deadLinks()).containsExactly("x.md", "y.png");
        assertThat(digest.whole()).isTrue();
        assertThat(throughBytes(digest)).isEqualTo(digest);
    }

    @Test
    void headings_make_way_for_the_ids_of_raw_html_wherever_it_stands() throws Exception {
        String markdown = "## Install\n\n## Use\n\n<a id=\"install\"></a>\n\n<p id='use'>x</p>\n";
        assertThat(of(markdown).headings())
                .extracting(PageDigest.Heading::id)
                .containsExactly("install-1", "use-1");
        var escaped =
                TransformedSite.of(
                        new SmallSite(folder.resolve("escaped")).with("page.md", markdown),
                        new RenderSettings(true));
        assertThat(escaped.digest("page.md").headings())
                .extracting(PageDigest.Heading::id)
                .containsExactly("install", "use");
        assertThat(escaped.digest("page.md").anchors()).isEmpty();
    }

    @Test
    void the_first_words_end_at_a_word_within_300_characters() throws Exception {
        String words = "some words of text ".repeat(100);
        String start = of(words).start();
        assertThat(start).hasSizeBetween(280, 300).endsWith("some words of");
        assertThat(words).startsWith(start + " ");
        assertThat(of("x".repeat(1000)).start()).isEqualTo("x".repeat(300));
        assertThat(of("a" + "\ud83d\ude00".repeat(400)).start())
                .hasSize(299)
                .endsWith("\ud83d\ude00");
        assertThat(of("a" + " ".repeat(400) + "b\u0001\n\tc").start()).isEqualTo("a b c");
        assertThat(of("# only a heading").start()).isEmpty();
    }

    @Test
    @Timeout(60)
    void it_stays_small_whatever_the_page() throws Exception {
        PageDigest digest =
                of(
                        "# a\n".repeat(20_000)
                                + "## "
                                + "b".repeat(100_000)
                                + "\n\n"
                                + "<p id=\"x\">".repeat(20_000)
                                + "\n\n"
                                + numbered("[x](gone-%d) ", 20_000)
                                + "\n\n"
                                + numbered("[x](#gone-%d) ", 20_000)
                                + "\n\n[x]("
                                + "z".repeat(10_000)
                                + ")\n");
        assertThat(digest.headings()).hasSize(PageDigest.MAX_ENTRIES);
        assertThat(digest.deadLinks()).hasSize(PageDigest.MAX_ENTRIES);
        assertThat(digest.whole()).isFalse();
        assertThat(throughBytes(digest)).isEqualTo(digest);
    }

    private static String numbered(String format, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(format.replace("%d", Integer.toString(i)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "<p id=a>; a",
                "<p id=a/>; a/",
                "<p ID = \"a b\">; a b",
                "<p class='id=\"no\"' id='a'>; a",
                "<br/><p data-id=no id=a>; a",
                "<a name=a><input name=no><a id=b name=c>; a b c",
                "<!-- <p id=no> --><p id=a>; a",
                "</p id=no><p_id_=_'a'_>; a",
                "<p id=a id>; a",
                "<p id>; ~~",
                "<p id=''>; ~~",
                "<p id='never; ~~",
                "< p id=no>; ~~",
                "id=no; ~~",
            })
    void ids_are_read_as_a_browser_reads_them(String html, String ids) {
        Set<String> found = new TreeSet<>();
        RawAnchors.find(html.replace('_', '\n'), found);
        assertThat(String.join(" ", found)).isEqualTo(ids);
    }

    @Test
    @Timeout(30)
    void a_megabyte_of_brackets_and_quotes_is_read_once() {
        for (String piece :
                List.of("<", "<a ", "<a id=\"", "<a =", "<a '", "<!--", "<a/", "<a \"=", "=")) {
            Set<String> found = new TreeSet<>();
            RawAnchors.find("=" + piece.repeat(1_000_000 / piece.length()), found);
            assertThat(found).hasSizeLessThan(2);
        }
    }

    @Test
    void bytes_that_are_no_digest_are_refused_and_cost_nothing() throws Exception {
        byte[] bytes = bytes(of("# a\n\n[x](y.md) [z](#no)\n\n<p id=b>\n"));
        long seed = Long.getLong("lanescope.seed", new Random().nextLong());
        var random = new Random(seed);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
        }
        for (int round = 0; round < 2_000; round++) {
            byte[] wrong = bytes.clone();
            wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
            try {
                assertThat(read(wrong)).isNotNull();
            } catch (IOException e) {
                assertThat(e).as("seed %d", seed).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_draft_has_none_before_it_is_transformed() throws Exception {
        var draft = new Draft(new SmallSite(folder).with("page.md", "").scan().pages().getFirst());
        assertThatThrownBy(draft::digest)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stage transform has not been done");
        assertThatThrownBy(draft::lookups).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void all_ids_of_a_page_are_different() throws Exception {
        var site =
                new SmallSite(folder)
                        .with(
                                "page.md",
                                "## a\n## a-1\n## a\n<p id=\"a-2\">\n\n## a\n## A {#a-3}\n## a\n");
        assertThat(site.render()).isEmpty();
        List<String> ids =
                Pattern.compile(" id=\"([^\"]*)\"")
                        .matcher(site.article("page.html"))
                        .results()
                        .map(id -> id.group(1))
                        .toList();
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }

    static PageDigest throughBytes(PageDigest digest) throws IOException {
        return read(bytes(digest));
    }

    private static byte[] bytes(PageDigest digest) throws IOException {
        var bytes = new ByteArrayOutputStream();
        digest.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static PageDigest read(byte[] bytes) throws IOException {
        return PageDigest.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
