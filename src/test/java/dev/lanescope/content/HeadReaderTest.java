package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// However few lines of a page the scanner looks at, it finds what the whole page says.
class HeadReaderTest {

    private static final int TRIES = 1_000;
    private static final int MOST_LINES = 60;
    private static final List<String> LINES =
            List.of(
                    "plain words that go on for a while, so that a page has some length to it",
                    "",
                    "```",
                    "# not a heading unless it is outside code",
                    "    # code by its indent",
                    "#",
                    "---",
                    "weight: 3",
                    "Ünïcödé, ελληνικά and 漢字",
                    "{\"a\": 1}",
                    "+++",
                    "====",
                    "  ---",
                    "<!-- from here",
                    "up to here -->",
                    "<div>",
                    "> # Quoted",
                    "> words in a quote",
                    "- # In a list",
                    "  - an item",
                    "    ## deeper",
                    "````",
                    "~~~~",
                    "# AT&amp;T &mdash; x",
                    "# See [the guide][g] now",
                    "[The guide]",
                    "[g]: guide.html",
                    "[the guide]: other.html",
                    "## With a note[^n]",
                    "[^n]: # A note",
                    "| a | b |",
                    "|---|---|",
                    "# _under_ `code` \\*");
    private static final List<String> BEGINNINGS =
            List.of(
                    "",
                    "\uFEFF",
                    "---\ntitle: Yaml\n---\n",
                    "---\nweight: 1\n---\n",
                    "---\r\ntitle: Yaml\r\n---\r\n",
                    "---\ncascade:\n  draft: true\ndescription: |\n",
                    "+++\ntitle = \"Toml\"\n+++\n",
                    "{\n  \"title\": \"Json\"\n}\n",
                    "{\n  \"weight\": 2\n}\n",
                    "---\nnever closed\n",
                    "Setext\n======\n",
                    "<!--\n# Hidden\n-->\n",
                    "# [Later][g]\n",
                    "See [g]\n-------\n",
                    "````\n```\n",
                    "> ",
                    "1. ",
                    "----\n");

    @TempDir private Path place;

    @Test
    void the_first_lines_never_say_something_else_than_the_page() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var reader = new HeadReader();
        for (int i = 0; i < TRIES; i++) {
            String text = page(random);
            assertThat(reader.read(file(text)))
                    .as("seed %d, try %d: %s", seed, i, text)
                    .isEqualTo(PageHead.of(withoutMark(text), new FrontMatterParser()));
        }
    }

    @Test
    void a_title_far_below_long_front_matter_is_found() throws Exception {
        String text = "---\ndescription: " + "long ".repeat(500) + "\n---\nwords\n# At last\n";

        assertThat(new HeadReader().read(file(text)).heading()).isEqualTo("At last");
    }

    @Test
    void a_heading_that_the_first_lines_cut_is_read_to_its_end() throws Exception {
        String text = "x".repeat(1_015) + "\n# A heading over the edge\n";

        assertThat(new HeadReader().read(file(text)).heading())
                .isEqualTo("A heading over the edge");
    }

    @Test
    void a_link_in_a_heading_is_followed_to_a_definition_below_the_first_lines() throws Exception {
        String text = "# See [it][g]\n\n" + "words\n".repeat(300) + "\n[g]: guide.html\n";

        assertThat(new HeadReader().read(file(text)).heading()).isEqualTo("See it");
    }

    /// To start a list, the library copies the paragraph so far: twice as long, four times the
    /// work.
    @ParameterizedTest
    @ValueSource(strings = {"{\"x\": 1}\n", "---\nx: |\n"})
    @Timeout(60)
    void a_paragraph_of_a_megabyte_is_not_looked_through(String front) throws Exception {
        String head =
                front.startsWith("{")
                        ? front
                        : front + "  long\n".repeat(2_000) + "---\n# Before\n\n";
        String text = head + "x\n" + "(\n".repeat(480_000) + "-\n";

        assertThat(new HeadReader().read(file(text)).heading())
                .isEqualTo(front.startsWith("{") ? null : "Before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFB01", "\uFF01", "\uFEFE"}) // begin with a byte of the mark, or two
    void what_only_begins_like_a_byte_order_mark_is_text(String first) throws Exception {
        String text = first + "---\ntitle: x\ndraft: true\n---\n# Real\n";

        PageHead head = new HeadReader().read(file(text));

        assertThat(head).isEqualTo(PageHead.of(text, new FrontMatterParser()));
        assertThat(head.own()).isEqualTo(FrontMatter.NONE);
    }

    /// As much as is looked through of a page that has no title so far, in pieces that each are not
    /// too long for that.
    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(60)
    void a_long_page_made_to_be_hostile_has_a_head_all_the_same(String text) throws Exception {
        String piece = text.substring(text.indexOf("---\n", 4) + 4).replace("# End", "");
        String all = "---\nweight: 1\n---\n" + ("#\n" + piece + "\n\n").repeat(40) + "# End\n";

        assertThat(inSmallStack(all)).isNotEqualTo(PageHead.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_page_made_to_be_hostile_has_a_head_all_the_same(String text) throws Exception {
        assertThat(inSmallStack(text)).isNotEqualTo(PageHead.UNKNOWN);
    }

    /// Each with a title in front, so that what cannot be read of the rest is told from nothing.
    static Stream<String> hostile() {
        return Stream.of(
                        "> ".repeat(4_000),
                        "- ".repeat(4_000),
                        "[".repeat(8_000),
                        "[".repeat(4_000) + "]".repeat(4_000),
                        "*a **b ".repeat(1_100),
                        "*".repeat(4_000) + "a" + "*".repeat(4_000),
                        "![a](".repeat(1_600),
                        "<a " + "b ".repeat(3_900) + ">",
                        "`".repeat(8_000),
                        "&".repeat(8_000))
                .flatMap(text -> Stream.of("# " + text, text + "\n===", "x # y\n" + text))
                .map(text -> "---\nweight: 1\n---\n" + text + "\n# End\n");
    }

    private PageHead inSmallStack(String text) throws Exception {
        Path file = file(text);
        var read = new FutureTask<>(() -> new HeadReader().read(file));
        var thread = new Thread(null, read, "small stack", 200 * 1024);
        thread.start();
        return read.get();
    }

    private static String page(Random random) {
        var text = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
        String end = random.nextInt(5) == 0 ? "\r\n" : "\n";
        for (int line = random.nextInt(MOST_LINES); line > 0; line--) {
            text.append(LINES.get(random.nextInt(LINES.size()))).append(end);
        }
        return text.toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(place.resolve("page.md"), text);
    }
}
