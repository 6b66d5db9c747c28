package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a page says about itself, as the site knows it.
class PageInfoTest {

    @TempDir Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                ---
                title: T
                description: D
                date: 2024-01-31
                tags: [a, b]
                categories: c
                ---
                """,
                """
                +++
                title = "T"
                summary = "D"
                date = 2024-01-31
                tags = ["a", "b"]
                categories = ["c"]
                +++
                """,
                """
                {"title": "T", "description": "D", "date": "2024-01-31", "tags": "a, b",
                 "categories": ["c"]}
                """
            })
    void yaml_toml_and_json_say_the_same_of_a_page(String head) throws Exception {
        assertThat(infoOf(head))
                .isEqualTo(
                        new PageInfo(
                                "T",
                                "D",
                                LocalDate.of(2024, 1, 31),
                                List.of("a", "b"),
                                List.of("c")));
    }

    @Test
    void a_page_that_says_nothing_has_a_name_and_nothing_else() throws Exception {
        assertThat(infoOf("text")).isEqualTo(PageInfo.titled("Page"));
    }

    @Test
    void a_description_goes_before_a_summary() throws Exception {
        assertThat(infoOf("---\nsummary: S\ndescription: D\n---\n").description()).isEqualTo("D");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 2024-01-31",
        "2024-1-3, 2024-01-03",
        "2024-01-31T10:20:30, 2024-01-31",
        "2024-01-31 10:20, 2024-01-31",
        "2024-01-31T23:59:59Z, 2024-01-31",
        "2024-01-31T23:59:59.123-11:00, 2024-01-31",
        "2024-01-31 10:20:30 +0200, 2024-01-31",
        "2999-12-31, 2999-12-31",
    })
    void a_date_is_the_day_as_it_is_written(String written, LocalDate day) throws Exception {
        assertThat(infoOf("---\ndate: " + written + "\n---\n").date()).isEqualTo(day);
        assertThat(infoOf("---\ndate: \"" + written + "\"\n---\n").date()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-31T10:20:30", "2024-01-31T10:20:30-05:00", "2024-01-31"})
    void a_toml_date_is_read_without_quotes(String written) throws Exception {
        assertThat(infoOf("+++\ndate = " + written + "\n+++\n").date())
                .isEqualTo(LocalDate.of(2024, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2023-02-29",
                "2024-13-01",
                "2024-01-31 or so",
                "20240131",
                "[2024-01-31]",
                "{{ .Date }}",
                "''",
                "99999-01-01"
            })
    void a_date_that_cannot_be_read_is_no_date(String written) throws Exception {
        PageInfo info = infoOf("---\ntitle: T\ndate: " + written + "\n---\n");
        assertThat(info.date()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "path: news/2024/01/31/title, 2024-01-31",
        "path: 2024/1/3, 2024-01-03",
        "path: 2024/13/31/title,",
        "path: a2024/01/31/title,",
        "path: title,"
    })
    void an_address_with_a_day_dates_a_page_that_has_no_date(String line, @Nullable LocalDate day)
            throws Exception {
        assertThat(infoOf("---\n" + line + "\n---\n").date()).isEqualTo(day);
        assertThat(infoOf("---\ndate: 2020-02-02\n" + line + "\n---\n").date())
                .isEqualTo(LocalDate.of(2020, 2, 2));
    }

    @Test
    void a_long_text_that_looks_like_a_date_is_no_date() throws Exception {
        assertThat(infoOf("---\ndate: 2024-01-31T1:00" + "0".repeat(9_000) + "\n---\n").date())
                .isNull();
    }

    @Test
    void tags_are_stripped_and_none_is_there_twice() throws Exception {
        assertThat(infoOf("---\ntags: [' a ', b, a, '', 7, true]\n---\n").tags())
                .containsExactly("a", "b", "7", "true");
    }

    @Test
    void texts_and_lists_are_cut_to_their_bounds() throws Exception {
        String many =
                IntStream.range(0, 500).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
        PageInfo info =
                infoOf(
                        "---\ntitle: %s\ndescription: %s\ntags: [%s]\ncategories: [%s]\n---\n"
                                .formatted(
                                        "t".repeat(9_000),
                                        "d".repeat(9_000),
                                        many,
                                        "c".repeat(9_000)));
        assertThat(info.title()).hasSize(PageInfo.MAX_TITLE).endsWith("t...");
        assertThat(info.description()).hasSize(PageInfo.MAX_DESCRIPTION).endsWith("d...");
        assertThat(info.tags()).hasSize(PageInfo.MAX_LABELS).startsWith("t0", "t1");
        assertThat(info.categories()).containsExactly("c".repeat(PageInfo.MAX_LABEL));
    }

    @Test
    void a_text_is_cut_between_characters_and_not_within_one() throws Exception {
        assertThat(infoOf("---\ntitle: x" + "\uD834\uDD1E".repeat(300) + "\n---\n").title())
                .endsWith("\uD834\uDD1E...")
                .hasSizeLessThanOrEqualTo(PageInfo.MAX_TITLE);
    }

    @Test
    void line_breaks_control_characters_and_halves_of_pairs_do_not_get_into_a_title()
            throws Exception {
        assertThat(infoOf("{\"title\": \"a\\n\\u001b[31mb\\ud834c\"}").title())
                .isEqualTo("a [31mb\uFFFDc");
        assertThat(infoOf("{\"title\": \"\\n\\u0007\"}\n# Heading\n").title()).isEqualTo("Heading");
    }

    @Test
    void front_matter_that_means_something_else_by_a_key_says_nothing() throws Exception {
        assertThat(
                        infoOf(
                                """
                                ---
                                title: {a: b}
                                description: [x]
                                tags: {a: b}
                                categories: [[a], {b: c}]
                                date: 7
                                weight: heavy
                                ---
                                """))
                .isEqualTo(PageInfo.titled("Page"));
    }

    @Test
    void a_blank_title_and_too_many_labels_are_refused() {
        assertThatThrownBy(() -> PageInfo.titled(" ")).isInstanceOf(IllegalArgumentException.class);
        List<String> many = Collections.nCopies(101, "a");
        assertThatThrownBy(() -> new PageInfo("T", "", null, many, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101 tags");
    }

    private PageInfo infoOf(String text) throws Exception {
        return new ContentFolder(temporary).with("page.md", text).scan().pages().getFirst().info();
    }

    @Test
    void a_date_that_cannot_be_read_is_told() throws Exception {
        var folder =
                new ContentFolder(temporary)
                        .with("a.md", "---\ndate: 02/01/2024\n---\n")
                        .with("b.md", "+++\ndate = 2024-01-02T03:04:05Z\n+++\n")
                        .with("c.md", "---\ndate: 2024-02-30\npath: 2024/01/02/c\n---\n")
                        .with("d.md", "---\ndate: ''\n---\n")
                        .with("e.md", "---\ndraft: true\ndate: soon\n---\n");
        assertThat(folder.scan().skipped())
                .containsExactly(
                        "a.md (its date 02/01/2024 cannot be read; write it like 2024-01-31)",
                        "c.md (its date 2024-02-30 cannot be read; write it like 2024-01-31)",
                        "e.md (a draft)");
    }
}
