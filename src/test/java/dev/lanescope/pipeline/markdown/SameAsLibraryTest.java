package dev.lanescope.pipeline.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// What is done here in place of the library comes out as the library has it, on pages made at
/// random of what could make a difference.
class SameAsLibraryTest {

    private static final int PAGES = 3_000;

    private static final String[] OF_HEADINGS = {
        "#", "##", "#######", " ", "    ", "\t", "\u000B", "\f", "a", "b c", "\\", "\\#", "=",
        "---", "\n", "\n\n", "\n# ", "\n## ", "> ", "- ", "`x`", "*"
    };

    private static final String[] OF_ADDRESSES = {
        "http", "https", ":", "/", "//", "://", "www", "www.", "wwww.", "@", ".", "a.org", "x", " ",
        "*", "`", "[", "](y)", "]", "\n", "<", ">", "\\", "W", "é"
    };

    private final Markdown ours = new Markdown(false);
    private final Parser parser =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void headings(long seed) {
        compare(OF_HEADINGS, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void addresses_in_plain_text(long seed) {
        compare(OF_ADDRESSES, seed);
    }

    private void compare(String[] pieces, long seed) {
        var random = new Random(seed);
        for (int page = 0; page < PAGES; page++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(25); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(html(ours.parse(text.toString())))
                    .as("page %d of seed %d: %s", page, seed, text)
                    .isEqualTo(html(parser.parse(text.toString())));
        }
    }

    private String html(Node document) {
        return ours.render(document, Map.of());
    }
}
