package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/// The four presets side by side.
class StepsCommandTest {

    @TempDir Path place;
    private Path content = Path.of("");

    @BeforeEach
    void write() {
        content = place.resolve("content");
        for (int page = 0; page < 20; page++) {
            Answer.page(content, "page-" + page + ".md", "# Page " + page + "\n\nSome *text*.\n");
        }
    }

    private Answer steps(Object... more) {
        Object[] all = new Object[more.length + 4];
        all[0] = "steps";
        all[1] = content;
        all[2] = "--out";
        all[3] = place.resolve("out");
        System.arraycopy(more, 0, all, 4, more.length);
        return Answer.to(all);
    }

    @Test
    void every_step_writes_the_same_bytes_and_is_explained() {
        Answer answer = steps("--rounds", 2, "--workers", 2);
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("20 pages", "fixed-pool, 2 workers", "2 rounds", "one unrecorded pass")
                .contains("Everything is made anew for each page")
                .containsPattern("naive .+ 1\\.00 x")
                .containsPattern("memory .+the same")
                .containsPattern("cached .+the same")
                .containsPattern("full .+the same")
                .doesNotContain("DIFFERENT", "NO VERDICT");
    }

    @ParameterizedTest
    @CsvSource({
        "true, 9, 10, true",
        "true, 8, 10, false",
        "true, 10, 11, true",
        "true, 5, 5, true",
        "true, 4, 5, false",
        "true, 4, 4, false",
        "true, 1, 1, false",
        "false, 10, 10, false"
    })
    void a_gain_is_shown_by_nine_rounds_of_ten_with_the_same_output(
            boolean sameOutput, int won, int rounds, boolean shown) {
        assertThat(Steps.gainShown(sameOutput, won, rounds)).isEqualTo(shown);
    }

    @Test
    void what_a_step_gained_is_judged_round_by_round() {
        JsonNode answer = JsonMapper.shared().readTree(steps("--rounds", 5, "--json").out());
        assertThat(answer.at("/sameOutput").booleanValue()).isTrue();
        JsonNode steps = answer.at("/steps");
        assertThat(steps).hasSize(4);
        assertThat(steps.get(0).at("/roundsWon").intValue()).isEqualTo(5);
        for (JsonNode step : steps) {
            int won = step.at("/roundsWon").intValue();
            assertThat(won).isBetween(0, 5);
            assertThat(step.at("/gainShown").booleanValue())
                    .isEqualTo(Steps.gainShown(true, won, 5));
        }
        assertThat(steps("--rounds", 2).out())
                .as("two rounds show nothing, whoever won them")
                .containsPattern("memory .+ in [012] of 2 rounds: no gain shown");
        assertThat(steps.get(3).at("/setting").stringValue())
                .isEqualTo(
                        "one queue, biggest pages first, pages written behind the workers, after"
                                + " one unrecorded pass");
    }

    @Test
    void a_model_that_cannot_take_a_step_is_refused_with_its_reason() {
        Answer answer = steps("--model", "staged");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.errLines().getFirst())
                .isEqualTo(
                        "lanescope: staged cannot take the step full, which needs --scheduling."
                                + " Pages go from queue to queue in their own order.");
    }
}
