package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

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
                    "+++");
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
