package dev.lanescope.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

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

    @ParameterizedTest
    @CsvSource({
        "UTF-16BE, FEFF, UTF-16",
        "UTF-16LE, FFFE, UTF-16",
        "UTF-32BE, 0000FEFF, UTF-32",
        "UTF-32LE, FFFE0000, UTF-32"
    })
    void wider_texts_are_called_by_their_name(String charset, String mark, String name)
            throws Exception {
        byte[] marked = HexFormat.of().parseHex(mark);
        byte[] words = "# Title\n".getBytes(Charset.forName(charset));
        var both = new ByteArrayOutputStream();
        both.write(marked);
        both.write(words);
        for (byte[] bytes : List.of(marked, words, both.toByteArray())) {
            assertRefused(bytes, 1, "is " + name + ", not UTF-8; save it as UTF-8");
        }
    }

    private static void assertRefused(byte[] bytes, int line, String why) {
        var refusal = catchThrowableOfType(BrokenPageException.class, () -> PageText.decode(bytes));
        assertThat(refusal).hasMessageContaining(why);
        assertThat(refusal.line()).isEqualTo(line);
    }
}
