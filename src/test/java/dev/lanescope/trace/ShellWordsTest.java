package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words on a line for a shell, and back.
class ShellWordsTest {

    private static final String LETTERS = "ab-_./,=:@+ '\"\\$`;|&<>*?#~\u00e4\u65e5";

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void what_was_put_on_a_line_comes_back_word_by_word(long seed) {
        var random = new Random(seed);
        List<String> words = Stream.generate(() -> word(random)).limit(random.nextInt(20)).toList();
        assertThat(ShellWords.words(ShellWords.line(words))).isEqualTo(words);
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(8), 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
    }

    @Test
    void a_line_that_no_shell_would_take_is_read_to_its_end() {
        assertThat(ShellWords.words("--runtime 'a b")).containsExactly("--runtime", "a b");
        assertThat(ShellWords.words("a\\")).containsExactly("a\\");
        assertThat(ShellWords.words("  a   b ")).containsExactly("a", "b");
        assertThat(ShellWords.words("'".repeat(1_000_001))).containsExactly("");
    }

    @Test
    void nothing_in_a_word_becomes_a_command() {
        assertThat(ShellWords.line(List.of("a; rm -rf b", "it's")))
                .isEqualTo("'a; rm -rf b' 'it'\\''s'");
    }
}
