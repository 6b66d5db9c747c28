package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// The same folder under one model with different numbers of workers.
class SweepCommandTest {

    @TempDir Path place;

    private Answer sweep(Object... more) {
        return Studies.of(place, "sweep", more);
    }

    @Test
    void every_number_of_workers_stands_against_one_worker_and_too_few_give_no_law()
            throws Exception {
        Path report = place.resolve("sweep.html");
        Answer answer =
                sweep(
                        "--model",
                        "fixed-pool",
                        "--workers",
                        "2,3",
                        "--repeats",
                        1,
                        "--report",
                        report);
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("4 settings take turns in 1 round") // sequential and one worker, too
                .containsPattern("\\n +1 .+ 1\\.00 +100%")
                .containsPattern("\\n +2 ")
                .contains("No law is told: ")
                .contains("Rules of thumb")
                .containsPattern("min\\(32, pages\\) +\\d+ +not measured +NoDupeLabs")
                .containsPattern("To measure what was not: lanescope sweep .*--workers 1,2,3,");
        assertThat(Files.readString(report))
                .contains("What rules of thumb would have chosen", "not measured")
                .contains("How it scales", "No law is told: ", "--model fixed-pool")
                .contains("lanescope sweep ");
    }

    @Test
    void a_model_whose_number_of_workers_is_fixed_is_refused() {
        Answer answer = sweep("--model", "sequential");
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.err()).contains("sequential always has the same number of workers");
        assertThat(place.resolve("out")).doesNotExist();
    }
}
