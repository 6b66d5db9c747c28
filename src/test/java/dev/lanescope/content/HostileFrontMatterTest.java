package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Front matter that was written to do harm: it is refused in one sentence, or it is plain values,
/// and either soon.
@Timeout(30)
class HostileFrontMatterTest {

    private final FrontMatterParser parser = new FrontMatterParser();

    static final List<String> REFUSED =
            List.of(
                    yaml("a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader []]"),
                    yaml("a: !!java.lang.ProcessBuilder [[\"touch\", \"x\"]]"),
                    yaml("!!java.util.HashMap {a: b}"),
                    yaml("a: !<tag:yaml.org,2002:java/object:java.io.File> x"),
                    yaml("a: !local x"),
                    yaml("a: *unknown"),
                    yaml("a: &a {b: *a}"),
                    yaml("x: &x {<<: *x}"),
                    yaml("a: &a {<<: [*a]}"),
                    yaml("x: &x\n  b: 1\n  <<: *x"),
                    yaml("a:\n  - &x {<<: *x}"),
                    yaml("a: &a {b: &b {<<: *a}}"),
                    yaml(merges(16)),
                    yaml("? [1, 2]\n: complex"),
                    yaml("? {a: b}\n: complex"),
                    yaml("%YAML 9.9\n---\na: b"),
                    yaml("a: \"unclosed"),
                    yaml("a: 'b\n c"),
                    yaml("\ta: b"),
                    yaml("a: \u0001"),
                    yaml("a: \"\\xZZ\""),
                    yaml("@a: b"),
                    yaml("a: |9999999999\n  x"),
                    yaml("- a\n- b"),
                    yaml("42"),
                    yaml("a: " + "{b: ".repeat(60) + "}".repeat(60)),
                    yaml("a:\n" + nestedBlocks(200)),
                    yaml("a: " + "[".repeat(100_000)),
                    yaml("a: " + "9".repeat(100_000)),
                    yaml("a: [" + "x,".repeat(110_000) + "]"),
                    yaml("a: " + "x".repeat(300_000)),
                    yaml(laughs(12)),
                    toml("a = " + "9".repeat(100_000)),
                    toml("a = " + "[".repeat(100_000)),
                    toml("a = {" + "b = {".repeat(5_000)),
                    toml("a" + ".b".repeat(20_000) + " = 1"),
                    toml("[a" + ".b".repeat(20_000) + "]"),
                    toml("a = 1\na = 2"),
                    toml("a = \"\\uD800\""),
                    toml("a = 'x"),
                    toml("a = 1e"),
                    toml("= 1"),
                    "{\"a\": " + "[".repeat(100_000) + "}",
                    "{\"a\": " + "9".repeat(100_000) + "}",
                    "{\"a\": NaN}",
                    "{\"a\": 'x'}",
                    "{\"a\": \"\\uZZZZ\"}",
                    "{\"" + "a".repeat(200_000) + "\": 1}",
                    "{\"a\": 1,}",
                    "{\"a\"",
                    "---\na: b\n",
                    "+++\na = 1\n",
                    "---\r\na: b\r\n-- -\r\n");

    @ParameterizedTest
    @FieldSource("REFUSED")
    void it_is_refused_in_one_sentence_with_a_line(String text) {
        try {
            FrontMatter matter = parser.parse(text);
            throw new AssertionError("came out: " + shortened(matter.values().toString()));
        } catch (BrokenPageException e) {
            assertThat(e.line()).isPositive();
            assertThat(e.getMessage())
                    .isNotBlank()
                    .hasSizeLessThan(300)
                    .doesNotContain("\n", "Exception", "java.", "jackson", "snakeyaml");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\na: 1e999999999\n---\n",
                "---\na: .inf\n---\n",
                "---\na: 0x7fffffffffffffffffff\n---\n",
                "---\na: 123456789012345678901234567890\n---\n",
                "+++\na = 1e999\n+++\n",
                "+++\na = inf\n+++\n",
                "{\"a\": 1e999999999}",
                "{\"a\": 123456789012345678901234567890}",
                "{\"a\": 1e-999999999}"
            })
    void a_number_beyond_all_measure_is_a_plain_value(String text) throws Exception {
        FrontMatter matter = parser.parse(text);
        assertThat(matter.text("a")).get().asString().hasSizeLessThan(100);
        assertThat(matter.number("a").orElse(0)).isBetween(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(matter.values().get("a"))
                .isInstanceOfAny(Integer.class, Long.class, Double.class, String.class);
    }

    @Test
    void keys_of_the_same_name_do_no_harm() throws Exception {
        String many = "a: 1\n".repeat(20_000);
        assertThat(parser.parse("---\n" + many + "a: 2\n---\n").number("a")).hasValue(2);
        assertThat(parser.parse("{\"a\": 1, \"a\": 2}").number("a")).hasValue(2);
    }

    @Test
    void keys_with_the_same_hash_do_no_harm() throws Exception {
        var text = new StringBuilder("---\n");
        for (int i = 0; i < 1 << 13; i++) {
            for (int bit = 0; bit < 13; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append(": 1\n");
        }
        String head = text.substring(0, text.lastIndexOf("\n", 200_000));
        assertThat(parser.parse(head + "\n---\n").values()).hasSizeGreaterThan(5_000);
    }

    private static String yaml(String head) {
        return "---\n" + head + "\n---\nbody\n";
    }

    private static String toml(String head) {
        return "+++\n" + head + "\n+++\nbody\n";
    }

    /// Each map merges the one before three times.
    private static String merges(int levels) {
        var text = new StringBuilder("m0: &m0 {a: 1}\n");
        for (int i = 1; i <= levels; i++) {
            String before = "*m" + (i - 1);
            text.append(
                    "m%d: &m%d {<<: [%s, %s, %s], k%d: 1}\n"
                            .formatted(i, i, before, before, before, i));
        }
        return text.toString();
    }

    @Test
    void a_map_that_is_merged_into_others_gives_them_its_values() throws Exception {
        FrontMatter matter =
                parser.parse(yaml("base: &b {title: Merged, tags: [one]}\n<<: *b\nweight: 3"));

        assertThat(matter.text("title")).contains("Merged");
        assertThat(matter.number("weight")).hasValue(3);
    }

    private static String nestedBlocks(int depth) {
        var text = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            text.append(" ".repeat(i)).append("b:\n");
        }
        return text.append(" ".repeat(depth + 1)).append("c: d").toString();
    }

    private static String laughs(int levels) {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < levels; i++) {
            String one = "*a" + (i - 1);
            text.append("a%d: &a%d [%s%s]\n".formatted(i, i, one, (", " + one).repeat(9)));
        }
        return text.toString();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }
}
