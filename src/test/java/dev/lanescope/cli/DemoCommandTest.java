package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Children;
import dev.lanescope.Lengthy;
import dev.lanescope.trace.TraceFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.nio.file.Path;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
class DemoCommandTest {

    @TempDir Path place;

    /// Two rounds are enough to take turns; what is compared, and that all is kept, is the same
    /// with the five that intervals take.
    @Test
    void it_compares_the_models_and_keeps_site_traces_and_picture() throws Exception {
        comparesAndKeeps(Answer.to("demo", "--out", place.resolve("demo"), "--rounds", 2));
    }

    @Tag(Lengthy.TAG)
    @Test
    void unless_asked_otherwise_it_makes_five_rounds() throws Exception {
        Answer answer = Answer.to("demo", "--out", place.resolve("demo"));
        assertThat(answer.out()).contains("then 5 rounds in");
        comparesAndKeeps(answer);
    }

    private void comparesAndKeeps(Answer answer) throws Exception {
        Path out = place.resolve("demo");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .containsPattern("sequential +1 .+  [0-9a-f]{12}  the baseline")
                .containsPattern("fixed-pool +\\d+ .+ the same")
                .doesNotContain("NO VERDICT")
                .containsPattern("The machine gave [0-9.]+ of \\d+ processors? before, .* after")
                .contains(out.resolve("site/index.html").toString());
        assertThat(out.resolve("site/index.html")).isNotEmptyFile();
        assertThat(out.resolve("timeline.png")).exists();
        assertThat(TraceFile.read(out.resolve("sequential.lanescope")).finished()).isTrue();
        assertThat(TraceFile.read(out.resolve("fixed-pool.lanescope")).finished()).isTrue();
    }

    @Tag(Lengthy.TAG)
    @Test
    void its_own_folder_is_used_again_and_a_picture_that_fails_costs_nothing_else() {
        Path out = place.resolve("demo");
        Answer.page(out, ".lanescope-demo", "");
        TimelinePicture broken =
                (_, _) -> {
                    throw new UnsatisfiedLinkError("no libfreetype.so.6");
                };
        Answer answer = Answer.to(broken, "demo", "--out", out, "--rounds", 1);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("then 1 round in", "none: no libfreetype.so.6");
    }

    @Test
    void no_round_at_all_is_refused() {
        Answer answer = Answer.to("demo", "--rounds", 0);
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.err()).contains("--rounds");
    }

    @Test
    void without_a_display_a_folder_is_run_and_the_first_line_says_why() {
        Answer.page(place, "content/index.md", "# Hello");
        Answer answer = Answer.insteadOfWindow(place.resolve("nowhere"));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.outLines())
                .containsExactly(
                        "No display found: running the main job in the terminal;"
                                + " `--help` lists the commands.");
    }
}
