package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// Front matter that is read at a glance, against the library, which a comment in it makes read it.
final class SimpleYamlTest {

    private static final String[] KEYS = {
        "title",
        "ms.date",
        "x-1",
        "a_b",
        "null",
        "True",
        "1a",
        "-a",
        "yes",
        "q q",
        "\"k\"",
        "k".repeat(150)
    };

    private static final String[] GAPS = {": ", ":  ", ":", " : ", ":\t"};

    private static final String[] SCALARS = {
        "word",
        "two  words",
        "\"quoted\"",
        "\"\"",
        "'it''s'",
        "'one'",
        "\"a\\nb\"",
        "\" sp \"",
        "null",
        "~",
        "true",
        "FALSE",
        "12",
        "012",
        "1e5",
        "1.5",
        "0x1F",
        ".inf",
        "10/12/2018",
        "2018-10-12",
        "1-2",
        "1--2",
        "-1-2",
        "a: b",
        "a:b",
        "a #b",
        "a#b",
        "# c",
        "*a",
        "&a b",
        "!t x",
        "a, b",
        "a]",
        "{a: b}",
        "| ",
        "> ",
        "@a",
        "`a",
        "%a",
        "é",
        "日本",
        "a\u0085b",
        "🧵",
        "don't",
        "a & b * c; (d)",
        "- a",
        "? a",
        "\"a\" b",
        "\"a\"x",
        "a ",
        "a\r",
        "a\tb",
        "",
        "b:",
        "...",
        "---a",
        "y",
        "no"
    };

    private final FrontMatterParser parser = new FrontMatterParser();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_is_read_is_what_the_library_reads(long seed) {
        var random = new Random(seed);
        int simple = 0;
        for (int i = 0; i < 5_000; i++) {
            String head = head(random);
            simple += SimpleYaml.read(head) == null ? 0 : 1;
            assertThat(read(head)).as("seed %d: %s", seed, head).isEqualTo(read("# c\n" + head));
        }
        assertThat(simple).as("seed %d", seed).isGreaterThan(150);
    }

    private static String head(Random random) {
        var head = new StringBuilder();
        for (int line = random.nextInt(3); line >= 0; line--) {
            boolean tame = random.nextInt(3) > 0;
            head.append(KEYS[random.nextInt(tame ? 4 : KEYS.length)])
                    .append(GAPS[tame ? 0 : random.nextInt(GAPS.length)])
                    .append(value(random))
                    .append(random.nextInt(9) == 0 ? "\n  indented\n" : "\n")
                    .append(random.nextInt(9) == 0 ? "\n" : "");
        }
        return head.toString();
    }

    private static String value(Random random) {
        if (random.nextInt(3) > 0) {
            return SCALARS[random.nextInt(SCALARS.length)];
        }
        var list = new StringBuilder("[");
        for (int i = random.nextInt(3); i >= 0; i--) {
            list.append(SCALARS[random.nextInt(SCALARS.length)])
                    .append(i == 0 ? "" : random.nextBoolean() ? ", " : ",");
        }
        return list.append(random.nextInt(9) == 0 ? "] " : "]").toString();
    }

    /// The keys and values in their order, or that there was an error.
    private String read(String head) {
        try {
            return parser.parse("---\n" + head + "---\n").values().toString();
        } catch (BrokenPageException _) {
            return "an error";
        }
    }

    @Test
    void the_heads_of_most_pages_are_simple() {
        String head =
                """
                title: "abstract (C++/CLI)"
                description: Says what it is, and what it's for
                ms.date: 10/12/2018

                tags: ["one", two, 'three four']
                """;
        assertThat(SimpleYaml.read(head))
                .isEqualTo(
                        Map.of(
                                "title", "abstract (C++/CLI)",
                                "description", "Says what it is, and what it's for",
                                "ms.date", "10/12/2018",
                                "tags", List.of("one", "two", "three four")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: 1", "a: true", "a: b # c", "a:\n  b: c", "a: b\na: c", "a: [b, [c]]"})
    void what_means_more_is_left_to_the_library(String head) {
        assertThat(SimpleYaml.read(head)).isNull();
    }
}
