package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Old addresses of pages: which files they are, and which are none.
class AliasesTest {

    @TempDir Path temporary;
    private ContentFolder folder;

    @BeforeEach
    void folder() {
        folder = new ContentFolder(temporary);
    }

    @ParameterizedTest
    @CsvSource({
        "/old/, old/index.html",
        "/old, old/index.html",
        "/old.html, old.html",
        "/old.HTML, old.HTML",
        "/old.html/, old.html/index.html",
        "/2024/01/31/news.html, 2024/01/31/news.html",
        "near, guide/near/index.html",
        "near.html, guide/near.html",
        "../up.html, up.html",
        "./a/../b/, guide/b/index.html",
        "/caf%C3%A9/, café/index.html",
        "/100%/, 100%/index.html",
        "/a+b/, a+b/index.html",
        "/, index.html",
    })
    void an_alias_is_a_file_by_hugo_s_rules(String alias, String file) throws Exception {
        assertThat(aliasesOf("'" + alias + "'").aliases()).containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, leads out of the site",
        "/../x, leads out of the site",
        "%2e%2e/%2e%2e/x, leads out of the site",
        "/a/../../x, leads out of the site",
        "https://example.org/, has a character that a file name cannot have",
        "//example.org/x, names another site",
        "a\\..\\..\\x, has a character that a file name cannot have",
        "/a?b=c, has a character that a file name cannot have",
        "/a%00.html, has a character that a file name cannot have",
        "/a%FF/, has a character that a file name cannot have",
        "/con/, has a name that not every system can have",
        "/x/NUL.html, has a name that not every system can have",
        "/dots./x, has a name that not every system can have",
        "'/blank /x', has a name that not every system can have",
        "/_lanescope/site.css, belongs to Lanescope",
        "/_Lanescope/x.html, belongs to Lanescope",
        "/.lanescope-site, belongs to Lanescope",
        "/a/.lanescope-1-1.part, belongs to Lanescope",
        "/index.html, is taken",
        "/INDEX.html, is taken",
        "/picture.png, is taken",
        "/picture.png/x.html, is taken",
        "other, is taken",
        "/folder.html, is taken",
    })
    void an_alias_that_cannot_be_is_dropped_and_reported(String alias, String why)
            throws Exception {
        folder.with("index.md", "home")
                .with("picture.png", "x")
                .with("guide/other/index.md", "other")
                .with("folder.html/x.md", "x");
        Page page = aliasesOf("'" + alias + "'");
        assertThat(page.aliases()).isEmpty();
        assertThat(folder.scan().skipped())
                .containsExactly("guide/page.md (its alias " + alias + " " + why + ")");
    }

    @Test
    void several_aliases_are_a_list_and_a_text_is_one_alias_with_its_commas() throws Exception {
        assertThat(aliasesOf("[/a/, b.html]").aliases())
                .containsExactly("a/index.html", "guide/b.html");
        assertThat(aliasesOf("'/a,b.html'").aliases()).containsExactly("a,b.html");
    }

    @Test
    void of_two_pages_with_one_alias_the_first_by_path_has_it() throws Exception {
        folder.with("b.md", "---\naliases: [/Old/]\n---\n")
                .with("a.md", "---\naliases: [/old/]\n---\n");
        Site site = folder.scan();
        assertThat(ContentFolder.page(site, "a.md").aliases()).containsExactly("old/index.html");
        assertThat(ContentFolder.page(site, "b.md").aliases()).isEmpty();
        assertThat(site.skipped()).containsExactly("b.md (its alias /Old/ is taken)");
    }

    @Test
    void no_alias_is_a_file_in_whose_place_another_needs_a_folder() throws Exception {
        folder.with("a.md", "---\naliases: [/x.html, /X.html/y/, /z.html/y/, /Z.html]\n---\n");
        assertThat(ContentFolder.page(folder.scan(), "a.md").aliases())
                .containsExactly("x.html", "z.html/y/index.html");
    }

    @Test
    void pages_have_their_names_before_any_alias() throws Exception {
        folder.with("a.md", "---\naliases: [/z.html, /slugged.html]\n---\n")
                .with("y.md", "---\nslug: slugged\n---\n")
                .with("z.md", "z");
        Site site = folder.scan();
        assertThat(ContentFolder.outputs(site)).containsExactly("a.html", "slugged.html", "z.html");
        assertThat(ContentFolder.page(site, "a.md").aliases()).isEmpty();
        assertThat(site.skipped()).hasSize(2);
    }

    @Test
    void an_alias_that_is_the_page_s_own_address_or_said_twice_needs_no_word() throws Exception {
        assertThat(aliasesOf("[/guide/page.html, /a/, /A/index.html]").aliases())
                .containsExactly("a/index.html");
        assertThat(folder.scan().skipped()).isEmpty();
    }

    @Test
    void a_draft_s_alias_is_free_for_another() throws Exception {
        folder.with("a.md", "---\ndraft: true\naliases: /old/\n---\n")
                .with("b.md", "---\naliases: /old/\n---\n");
        assertThat(ContentFolder.page(folder.scan(), "b.md").aliases())
                .containsExactly("old/index.html");
    }

    @Test
    void the_hundred_and_first_alias_is_left_out_and_that_is_said() throws Exception {
        String many =
                IntStream.range(0, 5_000).mapToObj(i -> "/a" + i).collect(Collectors.joining(","));
        assertThat(aliasesOf("[" + many + "]").aliases()).hasSize(100).endsWith("a99/index.html");
        assertThat(folder.scan().skipped())
                .containsExactly("guide/page.md (only its first 100 aliases count)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 200_000})
    void a_megabyte_of_alias_is_dropped(int chars) throws Exception {
        assertThat(aliasesOf("/" + "x".repeat(chars)).aliases()).isEmpty();
        assertThat(folder.scan().skipped().getFirst())
                .hasSizeLessThan(300)
                .endsWith("longer than 1000 characters)");
    }

    @Test
    void names_that_are_too_long_or_too_many_are_dropped() throws Exception {
        assertThat(
                        aliasesOf("['/%s/', '/%s']".formatted("語".repeat(90), "a/".repeat(60)))
                                .aliases())
                .isEmpty();
        assertThat(folder.scan().skipped()).hasSize(2);
    }

    @Test
    void control_characters_of_an_alias_do_not_reach_the_report() throws Exception {
        folder.with("page.md", "{\"aliases\": [\"/a\\u001b[31m\\n\"]}");
        List<String> skipped = folder.scan().skipped();
        assertThat(skipped).hasSize(1);
        assertThat(skipped.getFirst().chars()).noneMatch(Character::isISOControl);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_an_alias_says_its_file_lies_inside_the_output_folder(long seed) {
        var random = new Random(seed);
        Path output = temporary.resolve("output");
        String[] pieces = {
            "..", "/", ".", "%2e", "%2F", "a", " ", "\\", ":", "\u00e9", ".html", "%"
        };
        int files = 0;
        for (int i = 0; i < 5_000; i++) {
            var alias = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                alias.append(pieces[random.nextInt(pieces.length)]);
            }
            if (AliasAddress.of("a/b", alias.toString())
                    instanceof AliasAddress.File(String file)) {
                files++;
                RelativePath.check(file);
                Path target = output.resolve(file);
                assertThat(
                                target.normalize().startsWith(output)
                                        && target.equals(target.normalize()))
                        .as("seed %d, alias %s, file %s", seed, alias, file)
                        .isTrue();
            }
        }
        assertThat(files).as("seed %d", seed).isGreaterThan(250);
    }

    private Page aliasesOf(String yaml) throws Exception {
        folder.with("guide/page.md", "---\naliases: " + yaml + "\n---\n");
        return ContentFolder.page(folder.scan(), "guide/page.md");
    }
}
