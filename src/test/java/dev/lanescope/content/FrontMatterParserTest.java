package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The three forms of front matter, and what is refused.
class FrontMatterParserTest {

    private final FrontMatterParser parser = new FrontMatterParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: Pools\nweight: 3\ntags: [a, b]\n---\n",
                "---  \r\ntitle: Pools\r\nweight: 3\r\ntags:\r\n- a\r\n- b\r\n---\r\n",
                "+++\ntitle = \"Pools\"\nweight = 3\ntags = [\"a\", \"b\"]\n+++\n",
                "{\n\"title\": \"Pools\", \"weight\": 3, \"tags\": [\"a\", \"b\"]\n}"
            })
    void yaml_toml_and_json_say_the_same(String head) throws Exception {
        FrontMatter matter = parser.parse(head + "body");
        assertThat(matter.text("title")).contains("Pools");
        assertThat(matter.number("weight")).hasValue(3);
        assertThat(matter.texts("tags")).containsExactly("a", "b");
        assertThat((head + "body").substring(matter.bodyStart())).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "---",
                "----\ntext",
                "--- text\n",
                "{{< shortcode >}}",
                "{% tag %}",
                "{",
                "{#id}",
                "{ text }",
                " ---\na: b\n---\n"
            })
    void a_page_without_front_matter_is_all_body(String text) throws Exception {
        assertThat(parser.parse(text)).isEqualTo(FrontMatter.NONE);
    }

    @Test
    void empty_front_matter_is_no_values() throws Exception {
        FrontMatter matter = parser.parse("---\n\n---\nbody");
        assertThat(matter.values()).isEmpty();
        assertThat(matter.bodyStart()).isEqualTo(9);
    }

    @Test
    void a_key_that_appears_twice_counts_with_its_last_value() throws Exception {
        assertThat(parser.parse("---\na: 1\n\na: 2\n---\n").number("a")).hasValue(2);
    }

    /// The library takes its text in parts, and such a character may lie across the end of one.
    @Test
    void a_character_of_two_chars_may_stand_anywhere() throws Exception {
        for (int before = 0; before < 2_100; before++) {
            String words = "a".repeat(before) + "\uD83D\uDE00 x";
            var matter = parser.parse("---\ntitle: >-\n  " + words + "\n---\n");
            assertThat(matter.text("title")).as("after %d letters", before).hasValue(words);
        }
    }

    @Test
    void keys_that_mean_something_may_be_written_in_any_case_and_are_kept_as_they_are()
            throws Exception {
        var matter = parser.parse("---\nTitle: A\nDRAFT: 1\nMyOwn: b\ndate: now\nDate: old\n---\n");
        assertThat(matter.text("title")).hasValue("A");
        assertThat(matter.flag("draft")).isTrue();
        assertThat(matter.text("date")).hasValue("now");
        assertThat(matter.values()).containsEntry("Title", "A").doesNotContainKey("myown");
    }

    @Test
    void nested_values_are_plain_maps_and_lists_and_dates_are_text() throws Exception {
        var yaml = parser.parse("---\nextra: {when: 2026-01-02, no: null, 1: true}\n---\n");
        assertThat(yaml.values().get("extra")).isEqualTo(Map.of("when", "2026-01-02", "1", true));
        var toml =
                parser.parse("+++\nwhen = 2026-01-02\n[extra]\nteam = [{ name = \"x\" }]\n+++\n");
        assertThat(toml.values())
                .isEqualTo(
                        Map.of(
                                "when",
                                "2026-01-02",
                                "extra",
                                Map.of("team", List.of(Map.of("name", "x")))));
    }

    @Test
    void broken_yaml_is_refused_with_its_line_and_the_cause() {
        assertBroken("---\nok: 1\na: b: c\n---\n", 3, "mapping values are not allowed here");
        assertBroken("---\na: [1, 2\n---\n", 3, "expected ',' or ']'");
        assertBroken("---\njust text\n---\n", 2, "not a list of keys");
    }

    @Test
    void broken_toml_and_json_are_refused_with_their_line() {
        assertBroken("+++\na = 1\nb = = 2\n+++\n", 3, "front matter");
        assertBroken("+++\na = 1\na = 2\n+++\n", 3, "front matter");
        assertBroken("{\"a\": 1,\n\"b\": }\n", 2, "front matter");
        assertBroken("{\"a\": 1,\n", 2, "front matter");
    }

    @Test
    void front_matter_that_is_never_closed_is_refused() {
        assertBroken("---\ntitle: x\n\n# Text\n", 1, "never closed");
        assertBroken("+++\ntitle = 1\n", 1, "never closed");
    }

    @Test
    void objects_that_the_page_names_are_never_made() {
        assertBroken("---\na: !!java.net.URL [\"http://localhost\"]\n---\n", 2, "front matter");
        assertBroken("---\na: !thing {}\n---\n", 2, "front matter");
    }

    @Test
    void bombs_are_refused() {
        var aliases = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String one = "*a" + (i - 1);
            aliases.append("a%d: &a%d [%s%s]\n".formatted(i, i, one, (", " + one).repeat(9)));
        }
        assertBroken(aliases + "---\n", 1, "front matter");
        assertBroken("---\na: &a [*a]\n---\n", 1, "front matter");
        assertBroken("---\na: " + "[".repeat(100_000) + "\n---\n", 1, "front matter");
        assertBroken("{\"a\": " + "[".repeat(100_000), 1, "front matter");
        assertBroken("+++\na = " + "[".repeat(100_000) + "\n+++\n", 1, "front matter");
        assertBroken("---\na: " + "x".repeat(300_000) + "\n---\n", 1, "longer than");
    }

    @Test
    void values_cannot_be_changed() throws Exception {
        var matter = parser.parse("---\na: {b: [1]}\n---\n");
        assertThatThrownBy(() -> matter.values().put("x", "y"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void defaults_fill_in_what_a_page_does_not_say_after_what_it_says() throws Exception {
        FrontMatter own = parser.parse("---\nb: 1\na: ''\n---\nbody");
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("z", 1);
        defaults.put("a", 2);
        defaults.put("c", 3);
        FrontMatter merged = own.withDefaults(defaults);
        assertThat(merged.values().toString()).isEqualTo("{b=1, a=, z=1, c=3}");
        assertThat(merged.bodyStart()).isEqualTo(own.bodyStart());
        assertThat(own.withDefaults(Map.of())).isSameAs(own);
        assertThatThrownBy(() -> merged.values().put("x", "y"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private void assertBroken(String text, int line, String reason) {
        var refusal = catchThrowableOfType(BrokenPageException.class, () -> parser.parse(text));
        assertThat(refusal).as(text.substring(0, Math.min(60, text.length()))).isNotNull();
        assertThat(refusal).hasMessageContaining(reason);
        assertThat(refusal.getMessage()).doesNotContain("\n");
        if (line > 1) {
            assertThat(refusal.line()).isEqualTo(line);
        } else {
            assertThat(refusal.line()).isPositive();
        }
    }
}
