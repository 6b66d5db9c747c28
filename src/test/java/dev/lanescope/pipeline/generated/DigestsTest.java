package dev.lanescope.pipeline.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// What rendered pages leave, and its way to another process.
class DigestsTest {

    @Test
    void digests_come_back_from_their_bytes() throws Exception {
        var words = new PageWords(List.of("Über", "\uD83D\uDE00"), "text");
        Digests digests = Digests.of(Arrays.asList(words, null, new PageWords(List.of(), "")));
        Digests read = Digests.read(new DataInputStream(new ByteArrayInputStream(bytes(digests))));
        assertThat(read.size()).isEqualTo(3);
        assertThat(read.of(0)).contains(words);
        assertThat(read.of(1)).isEmpty();
        assertThat(read.of(2)).contains(new PageWords(List.of(), ""));
        assertThat(read.of(3)).isEmpty();
        assertThat(read.of(-1)).isEmpty();
    }

    @Test
    void bytes_that_are_cut_off_are_refused() throws Exception {
        byte[] bytes = bytes(Digests.of(List.of(new PageWords(List.of("a"), "b"))));
        for (int length = 0; length < bytes.length; length++) {
            var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
            assertThatThrownBy(() -> Digests.read(in)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void what_a_page_leaves_is_bounded_and_no_letter_is_cut_in_two() {
        var words =
                new PageWords(
                        Collections.nCopies(1_000, "h".repeat(9_999)),
                        "x" + "\uD83D\uDE00".repeat(999));
        assertThat(words.headings()).hasSize(PageWords.MAX_HEADINGS);
        assertThat(words.headings().getFirst()).hasSize(PageWords.MAX_CHARS);
        assertThat(words.start()).hasSize(PageWords.MAX_CHARS - 1).endsWith("\uD83D\uDE00");
    }

    private static byte[] bytes(Digests digests) throws IOException {
        var bytes = new ByteArrayOutputStream();
        digests.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
