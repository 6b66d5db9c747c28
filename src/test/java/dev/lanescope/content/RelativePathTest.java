package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/// Where links lead within a site.
class RelativePathTest {

    @ParameterizedTest
    @CsvSource({
        "guide, a.md, guide/a.md",
        "guide, ./a.md, guide/a.md",
        "guide, ../a.md, a.md",
        "guide/deep, ../../x/./y/../a.md, x/a.md",
        "'', a.md, a.md",
        "guide, /a.md, a.md",
        "guide, ../, ''",
        "guide, .., ''",
        "guide, ../../a.md, ",
        "'', ../a.md, ",
    })
    void a_link_is_resolved_and_never_leaves_the_site(String folder, String link, String target) {
        assertThat(RelativePath.resolve(folder, link)).isEqualTo(Optional.ofNullable(target));
    }

    @ParameterizedTest
    @CsvSource({
        "Guide/A.html, guide/a.HTML",
        "caf\u00c9.html, cafe\u0301.html",
        "stra\u00dfe, STRASSE",
        "\u017f, s",
        "guide./a, guide/a",
        "'guide. . /a', guide/a",
        "'a/b. ', a/b",
    })
    void paths_that_are_one_on_some_file_system_have_one_key(String one, String other) {
        assertThat(RelativePath.key(one)).isEqualTo(RelativePath.key(other));
    }

    @ParameterizedTest
    @CsvSource({"a.b, ab", "a/b, a.b", "' a', a", ".a, a", "e, \u00e9", "a b, ab", "a/.b, a/b"})
    void paths_that_are_two_everywhere_have_two_keys(String one, String other) {
        assertThat(RelativePath.key(one)).isNotEqualTo(RelativePath.key(other));
    }
}
