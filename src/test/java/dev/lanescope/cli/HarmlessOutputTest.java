package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What others named cannot make a terminal do anything.
class HarmlessOutputTest {

    @TempDir Path place;

    private static String printed(String text, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        try (var out = HarmlessOutput.of(new PrintStream(bytes, true, charset))) {
            out.print(text);
        }
        return bytes.toString(charset);
    }

    private static String printed(String text) {
        return printed(text, StandardCharsets.UTF_8);
    }

    @Test
    void what_a_terminal_would_obey_is_escaped() {
        assertThat(printed("a\u001b[2Jb")).isEqualTo("a\\u001b[2Jb");
        assertThat(printed("\u0007\b\u007f\u0000")).isEqualTo("\\u0007\\u0008\\u007f\\u0000");
        assertThat(printed("\u009b1m")).isEqualTo("\\u009b1m");
        assertThat(printed("over\rwritten")).isEqualTo("over\\u000dwritten");
    }

    @Test
    void what_turns_the_direction_of_writing_is_escaped() {
        assertThat(printed("md.\u202egnp")).isEqualTo("md.\\u202egnp");
        assertThat(printed("\u2066\u2069\u200e\u200f\u061c"))
                .isEqualTo("\\u2066\\u2069\\u200e\\u200f\\u061c");
    }

    @Test
    void everything_else_is_as_it_was() {
        String all = "\tcaf\u00e9 \u00a0\u2014 \u2026 \u0627\u05d0 \u4e2d \uD83D\uDE00\r\nnext\n";
        assertThat(printed(all)).isEqualTo(all);
        assertThat(printed("caf\u00e9 \u001b", StandardCharsets.ISO_8859_1))
                .isEqualTo("caf\u00e9 \\u001b");
        for (int point = 0xA0; point < 0x2000; point++) {
            if (point != 0x61C) {
                String text = Character.toString(point);
                assertThat(printed(text + text)).isEqualTo(text + text);
            }
        }
    }

    @Test
    void it_does_not_matter_in_how_many_pieces_it_comes() {
        var bytes = new ByteArrayOutputStream();
        var out = HarmlessOutput.of(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        for (byte each : "x\u202ey\u4e2d\uD83D\uDE00\n".getBytes(StandardCharsets.UTF_8)) {
            out.write(each);
        }
        out.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("x\\u202ey\u4e2d\uD83D\uDE00\n");
    }

    @Test
    void a_foreign_thread_named_to_mislead_is_shown_as_it_is_spelt() throws Exception {
        Path file = place.resolve("trace.json");
        Files.writeString(
                file,
                """
                [{"ph":"X","name":"a\u202eb","pid":1,"tid":1,"ts":0,"dur":5},
                 {"ph":"M","name":"process_name","pid":1,"tid":1,"args":{"name":"p\u202e1"}},
                 {"ph":"X","name":"c","pid":2,"tid":1,"ts":5,"dur":5}, 7, 8]
                """);
        Answer answer = Answer.to("open", file);
        assertThat(answer.out() + answer.err())
                .doesNotContain("\u202e")
                .contains("a\\u202eb")
                .contains("2 entries of the list of events");
        assertThat(answer.outLines())
                .anyMatch(line -> line.contains("By group of lanes"))
                .anyMatch(line -> line.matches(".*p.u202e1 +1 lane .*50.0%.*"));
    }
}
