package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void a_step_is_flagged_unless_it_was_faster_in_nine_rounds_of_ten() {
        JsonNode answer = JsonMapper.shared().readTree(steps("--rounds", 3, "--json").out());
        assertThat(answer.at("/sameOutput").booleanValue()).isTrue();
        JsonNode steps = answer.at("/steps");
        assertThat(steps).hasSize(4);
        assertThat(steps.get(0).at("/roundsWon").intValue()).isEqualTo(3);
        for (JsonNode step : steps) {
            assertThat(step.at("/roundsWon").intValue()).isBetween(0, 3);
            assertThat(step.at("/gainShown").booleanValue())
                    .isEqualTo(step.at("/roundsWon").intValue() == 3);
        }
        String text = steps("--rounds", 2).out();
        assertThat(text)
                .containsPattern("in [01] of 2 rounds: no gain shown|in 2 of 2 rounds\n")
                .doesNotContain("in 2 of 2 rounds: no gain shown");
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
