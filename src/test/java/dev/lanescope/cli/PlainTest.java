package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Hostile content does not reach the terminal with more than its words.
class PlainTest {

    @TempDir Path place;

    @Test
    void words_stay_and_control_characters_go() {
        assertThat(Plain.of("a.md:3: caf\u00E9 \uD83D\uDE00"))
                .isEqualTo("a.md:3: caf\u00E9 \uD83D\uDE00");
        assertThat(Plain.of("\u001b[2J\r\n\u009bx")).isEqualTo("\uFFFD[2J\uFFFD\uFFFD\uFFFDx");
    }

    @Test
    void what_is_too_long_is_cut_between_characters() {
        assertThat(Plain.of("x".repeat(5_000))).hasSize(Plain.MAX_CHARS + 3).endsWith("x...");
        String smiles = "x" + "\uD83D\uDE00".repeat(1_000);
        assertThat(Plain.of(smiles)).endsWith("\uDE00...");
    }

    @Test
    void a_run_shows_links_names_and_causes_without_their_control_characters() {
        Path content = place.resolve("content");
        Answer.page(content, "a.md", "[x](&#27;[2Jnowhere.md)\n");
        Answer.page(content, "b\u001b[31m.md", "---\ntitle: [\n---\n");
        Answer.page(content, "c.md", "---\ntemplate: \"\\e]0;" + "t".repeat(9_000) + "\"\n---\n");
        Answer answer = Answer.to("run", content, "--out", place.resolve("out"));
        assertThat(answer.code()).isEqualTo(ExitCode.SOME_FAILED.number());
        assertThat(answer.out() + answer.err()).doesNotContain("\u001b").contains("\uFFFD[");
        assertThat(answer.err().lines()).hasSize(2).allMatch(line -> line.length() < 300);
    }
}
