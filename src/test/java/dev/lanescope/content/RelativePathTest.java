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
}
