package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What another setting would take: said, run, written down, shown again.
@Execution(ExecutionMode.CONCURRENT)
class WhatIfCommandTest {

    @TempDir Path place;
    private Path content = Path.of("");
    private Path ledger = Path.of("");

    @BeforeEach
    void write() {
        content = place.resolve("content");
        ledger = place.resolve("predictions.ledger");
        for (int page = 0; page < 60; page++) {
            Answer.page(content, "page-" + page + ".md", "# Page " + page + "\n\nSome *text*.\n");
        }
    }

    private Answer whatIf(Object... more) {
        var all = new ArrayList<Object>(List.of("whatif", "--ledger", ledger));
        all.addAll(List.of(more));
        return Answer.to(all.toArray());
    }

    @Test
    void it_is_said_run_written_down_and_shown_again() throws Exception {
        Answer answer = whatIf(content, "--workers", 2, "--heaviest-first", "--repeats", 1);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("Platform threads × 2, heaviest first")
                .containsPattern("would take|is not said")
                .contains("It took ")
                .contains("Both stand in ");
        assertThat(Files.readAllLines(ledger)).hasSize(3);
        Answer shown = whatIf();
        assertThat(shown.out())
                .contains("Platform threads × 2, heaviest first")
                .containsPattern("in band|missed|not foretold");
        Answer json = whatIf("--json");
        assertThat(json.out())
                .contains("\"what\" : \"Platform threads × 2, heaviest first\"")
                .contains("\"measured\" : {")
                .contains("\"complaints\" : [ ]");
    }

    @Test
    void what_is_only_said_is_not_written_down() {
        Answer answer = whatIf(content, "--only-say", "--repeats", 1, "--workers", 2);
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("Platform threads × 2").doesNotContain("It took");
        assertThat(ledger).doesNotExist();
        assertThat(whatIf().out()).contains("No prediction stands in ");
    }

    @Test
    void what_the_model_cannot_do_is_refused_before_anything_runs() {
        Answer answer = whatIf(content, "--heaviest-first", "--at-once", 4);
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.err()).contains("Chunks are taken in the order of the pages");
        assertThat(answer.out()).doesNotContain("took");
    }

    @Test
    void another_file_is_no_ledger_and_is_left_alone() throws Exception {
        Files.writeString(ledger, "My diary\n");
        Answer answer = whatIf(content);
        assertThat(answer.code()).isEqualTo(ExitCode.GIVEN_UP.number());
        assertThat(answer.err()).contains("is no ledger of this Lanescope");
        assertThat(ledger).hasContent("My diary");
    }
}
