package dev.lanescope.pipeline.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a heading's id is made of.
class AnchorWordsTest {

    @Test
    void words_are_joined_by_hyphens_in_lower_case() {
        assertThat(AnchorWords.of("Über `Threads`, 2. Teil")).isEqualTo("über-threads-2-teil");
        assertThat(AnchorWords.of("a_b-c  d")).isEqualTo("a_b-c--d");
        assertThat(AnchorWords.of("日本語 𝒳!")).isEqualTo("日本語-𝒳");
        assertThat(AnchorWords.of("?!")).isEmpty();
    }

    @Test
    void every_character_belongs_that_regular_expressions_count_to_words() {
        Pattern word = Pattern.compile("[\\w-]", Pattern.UNICODE_CHARACTER_CLASS);
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            assertThat(AnchorWords.belongs(c))
                    .as("U+%04X", c)
                    .isEqualTo(word.matcher(Character.toString(c)).matches());
        }
    }

    @Test
    void the_language_of_the_machine_makes_no_difference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(AnchorWords.of("INSTALL IT")).isEqualTo("install-it");
        } finally {
            Locale.setDefault(before);
        }
    }
}
