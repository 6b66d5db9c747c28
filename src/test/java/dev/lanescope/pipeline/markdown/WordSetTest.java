package dev.lanescope.pipeline.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/// The words of a text, each once.
class WordSetTest {

    private static String of(String... pieces) {
        var words = new WordSet();
        for (String piece : pieces) {
            words.add(piece);
        }
        return words.toString();
    }

    @Test
    void a_word_is_what_stands_between_blanks_in_lower_case_without_punctuation() {
        assertThat(of("The (Über) C++, the `std::vec` - \"x\"; über\u00A0all... ?!"))
                .isEqualTo("the über c++ std::vec - x all");
    }

    @Test
    void a_word_may_go_on_in_the_next_piece() {
        assertThat(of("mono", "morph ism")).isEqualTo("monomorph ism");
    }

    @Test
    void a_word_that_is_the_beginning_of_another_is_one_of_its_own() {
        assertThat(of("lanes lane lanes lan lane")).isEqualTo("lanes lane lan");
    }

    @Test
    void words_without_blanks_are_cut_and_no_character_is() {
        String smile = "\uD83D\uDE00";
        assertThat(of("a" + smile.repeat(40)))
                .isEqualTo("a" + smile.repeat(29) + " " + smile.repeat(11));
    }

    @Test
    void there_are_as_many_as_fit_whatever_the_text() {
        var random = new Random(7);
        var words = new WordSet();
        Set<String> expected = new LinkedHashSet<>();
        for (int i = 0; i < 200_000; i++) {
            String word = "w" + random.nextInt(1_500);
            expected.add(word);
            words.add(word + " ");
        }
        assertThat(Arrays.asList(words.toString().split(" "))).containsExactlyElementsOf(expected);
        for (int i = 0; i < 100_000; i++) {
            words.add("x" + i + " ");
        }
        assertThat(words.toString()).hasSizeBetween(WordSet.MAX_CHARS - 8, WordSet.MAX_CHARS);
    }
}
