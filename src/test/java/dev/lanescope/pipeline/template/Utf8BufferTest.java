package dev.lanescope.pipeline.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Encodes as String does, however the text is cut into writes.
class Utf8BufferTest {

    private static final String[] SOME = {"a", "<", "\u0000", "ä", "€", "𝄞", "\uD83D", "\uDE00"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_text_in_any_pieces_is_encoded_as_string_does_it(long seed) throws Exception {
        var random = new Random(seed);
        var buffer = new Utf8Buffer();
        for (int round = 0; round < 50; round++) {
            buffer.clear();
            var joined = new JoinedText();
            var all = new StringBuilder();
            for (int i = random.nextInt(3_000); i > 0; i--) {
                all.append(SOME[random.nextInt(SOME.length)]);
            }
            all.append('.'); // a surrogate at the very end would wait for its other half
            for (int at = 0; at < all.length(); ) {
                int end = Math.min(all.length(), at + 1 + random.nextInt(20));
                switch (random.nextInt(3)) {
                    case 0 -> buffer.write(all.substring(at, end));
                    case 1 -> buffer.write(all.substring(at, end).toCharArray());
                    default -> {
                        end = at + 1;
                        buffer.write(all.charAt(at));
                    }
                }
                at = end;
            }
            joined.write(all.toString());
            assertThat(buffer.toByteArray())
                    .isEqualTo(all.toString().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(joined.toByteArray());
        }
    }

    @Test
    void it_is_used_again_after_a_big_page() throws Exception {
        var buffer = new Utf8Buffer();
        buffer.write("x".repeat(5_000_000));
        assertThat(buffer.toByteArray()).hasSize(5_000_000);
        buffer.clear();
        buffer.write("small");
        assertThat(buffer.toByteArray()).asString().isEqualTo("small");
    }
}
