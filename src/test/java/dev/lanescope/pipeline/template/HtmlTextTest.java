package dev.lanescope.pipeline.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unbescape.html.HtmlEscape;

import java.util.Random;

final class HtmlTextTest {

    private static final String LETTERS = "ab <>&\"'\u00a0é\u2028\ud83d\ude00\u0000;#39amp";

    @Test
    void text_without_marks_stays_the_same_object() {
        String text = "Ownership and borrowing";

        assertThat(HtmlText.escaped(text)).isSameAs(text);
    }

    @Test
    void it_is_escaped_as_the_library_s_filter_does_it() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            assertThat(HtmlText.escaped(text.toString()))
                    .as("seed %d", seed)
                    .isEqualTo(HtmlEscape.escapeHtml4Xml(text.toString()));
        }
    }
}
