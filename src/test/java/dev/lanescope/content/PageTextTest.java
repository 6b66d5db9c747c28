package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/// Bytes become text strictly: nothing is guessed and nothing is lost.
class PageTextTest {

    @Test
    void utf_8_is_decoded_and_a_byte_order_mark_dropped() throws Exception {
        assertThat(PageText.decode("\uFEFFä𝄞\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ä𝄞\r\n");
        assertThat(PageText.decode(new byte[0])).isEmpty();
    }

    @Test
    void a_replacement_character_that_was_written_is_kept() throws Exception {
        assertThat(PageText.decode("a\uFFFDb".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a\uFFFDb");
    }

    @Test
    void other_bytes_are_refused_with_their_line_and_place() {
        byte[] latin1 = "one\ntwo \u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(latin1, 2, "byte 0xE4 at offset 8");
        byte[] late = ("\uFFFD\n".repeat(9_000) + "x").getBytes(StandardCharsets.UTF_8);
        late[late.length - 1] = (byte) 0xFF;
        assertRefused(late, 9_001, "byte 0xFF at offset 36000");
        assertRefused(new byte[] {'a', (byte) 0xE2, (byte) 0x82}, 1, "byte 0xE2 at offset 1");
        assertRefused("text".getBytes(StandardCharsets.UTF_16), 1, "UTF-16");
    }

    private static void assertRefused(byte[] bytes, int line, String why) {
        var refusal = catchThrowableOfType(BrokenPageException.class, () -> PageText.decode(bytes));
        assertThat(refusal).hasMessageContaining(why);
        assertThat(refusal.line()).isEqualTo(line);
    }
}
