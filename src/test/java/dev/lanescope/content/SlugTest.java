package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;

/// The last part of an address, as a page wishes it.
class SlugTest {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}._-]*");

    @TempDir Path temporary;
    private ContentFolder folder;

    @BeforeEach
    void folder() {
        folder = new ContentFolder(temporary);
    }

    @ParameterizedTest
    @CsvSource({
        "my-first_post.2, my-first_post.2",
        "My Post, My-Post",
        "../x, -x",
        "../../etc/passwd, -..-etc-passwd",
        "/absolute, -absolute",
        "a/b\\c, a-b-c",
        "C:x, C-x",
        "a?b#c%d, a-b-c-d",
        ".htaccess, htaccess",
        "ends..., ends",
        "con, _con",
        "NUL, _NUL",
        "aux.txt, _aux.txt",
        "Com1, _Com1",
        "lpt9.a.b, _lpt9.a.b",
        "console, console",
        "com10, com10",
        "straße, straße",
        "日本語, 日本語",
        "हिन्दी, हिन्दी",
    })
    void a_slug_is_a_name_and_not_a_path(String wish, String slug) {
        assertThat(Slug.of(wish)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "....", "''", "[a, b]", "{a: b}"})
    void a_slug_of_which_nothing_is_left_is_ignored(String wish) throws Exception {
        folder.with("page.md", "---\nslug: " + wish + "\n---\n");
        assertThat(ContentFolder.outputs(folder.scan())).containsExactly("page.html");
    }

    @Test
    void a_slug_replaces_the_last_part_of_the_output() throws Exception {
        folder.with("guide/a.md", "---\nslug: ../../x\n---\n").with("b.md", "---\nslug: 7\n---\n");
        assertThat(ContentFolder.outputs(folder.scan()))
                .containsExactly("7.html", "guide/-..-x.html");
    }

    @Test
    void an_index_page_stays_its_folder_s_index() throws Exception {
        folder.with("guide/_index.md", "---\nslug: elsewhere\n---\n");
        Site site = folder.scan();
        assertThat(ContentFolder.outputs(site)).containsExactly("guide/index.html");
        assertThat(site.section("guide").orElseThrow().indexed()).isTrue();
    }

    @Test
    void slugs_that_are_the_same_somewhere_are_told_apart_by_a_number() throws Exception {
        folder.with("a.md", "---\nslug: Same\n---\n")
                .with("b.md", "---\nslug: same\n---\n")
                .with("c.md", "---\nslug: index\n---\n")
                .with("d.md", "---\nslug: e\u0301\n---\n")
                .with("e.md", "---\nslug: \u00c9\n---\n")
                .with("index.md", "home")
                .with("same-2.html", "static");
        assertThat(ContentFolder.outputs(folder.scan()))
                .containsExactly(
                        "index.html",
                        "Same.html",
                        "same-3.html",
                        "index-2.html",
                        "\u00e9.html",
                        "\u00c9-2.html");
    }

    @Test
    void three_thousand_pages_with_one_slug_have_three_thousand_names() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            folder.with("p" + i + ".md", "---\nslug: x\n---\n");
        }
        assertThat(ContentFolder.outputs(folder.scan()))
                .doesNotHaveDuplicates()
                .contains("x.html", "x-2.html", "x-3000.html");
    }

    @Test
    void a_slug_is_bounded_in_bytes_and_leaves_room_for_a_number() {
        assertThat(bytes(Slug.of("x".repeat(5_000)))).isEqualTo(Slug.MAX_BYTES);
        assertThat(bytes(Slug.of("語".repeat(5_000)))).isBetween(190, Slug.MAX_BYTES);
        assertThat(bytes(Slug.of("\uD842\uDFB7".repeat(5_000)))).isBetween(190, Slug.MAX_BYTES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_wished_the_slug_is_a_safe_name(long seed) {
        var random = new Random(seed);
        String alphabet = "./\\:-_ aZ9\0\n%\u00e9e\u0301\uD834\uDD1E\u202e\uFF0Fcon";
        for (int i = 0; i < 5_000; i++) {
            var wish = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                wish.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String slug = Slug.of(wish.toString());
            assertThat(slug).as("seed " + seed).matches(NAME);
            assertThat(slug).as("seed " + seed).doesNotStartWith(".").doesNotEndWith(".");
            assertThat(Slug.isReserved(slug)).as(slug).isFalse();
            if (!slug.isEmpty()) {
                RelativePath.check(slug + ".html");
            }
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
