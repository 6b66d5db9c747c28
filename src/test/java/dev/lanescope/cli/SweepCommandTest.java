package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Children;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.nio.file.Files;
import java.nio.file.Path;

/// The same folder under one model with different numbers of workers.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
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
                        "--warm-up",
                        0,
                        "--seed",
                        7,
                        "--templates",
                        "blog",
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
                .containsPattern(
                        "To measure what was not: lanescope sweep .*--workers 1,2,3,[0-9,]*"
                                + " --repeats 1 --warm-up 0 --seed 7 --templates blog");
        assertThat(Files.readString(report))
                .contains("What rules of thumb would have chosen", "not measured")
                .contains("How it scales", "No law is told: ", "--model fixed-pool")
                .contains("lanescope sweep ");
    }

    @Test
    void processes_and_threads_make_a_grid_with_its_best_cell() throws Exception {
        Path report = place.resolve("grid.md");
        Path bundle = place.resolve("grid.zip");
        Answer answer =
                sweep(
                        "--model",
                        "isolated-gil",
                        "--processes",
                        "1,2",
                        "--threads",
                        "1,2",
                        "--repeats",
                        1,
                        "--report",
                        report,
                        "--bundle",
                        bundle);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("5 settings take turns in 1 round")
                .containsPattern("interpreters \\\\ threads each +1 +2")
                .containsPattern("\\n +2 +2 +4 .* 1 ")
                .contains("Best: ");
        assertThat(Files.readString(report))
                .contains("## How the workers are parted", ", the best")
                .contains("lanescope sweep", "--processes 1,2 --threads 1,2");
        assertThat(Answer.to("compare", "--open", bundle).code()).isZero();
        Answer again =
                Answer.to(
                        "compare",
                        "--again",
                        bundle,
                        place.resolve("content"),
                        "--out",
                        place.resolve("out"));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("5 settings take turns in 1 round");
    }

    @Test
    void a_grid_of_a_model_that_has_none_is_refused_and_so_is_half_a_grid() {
        assertThat(sweep("--processes", "1,2").err())
                .contains("fixed-pool has no grid of processes and threads.")
                .contains("hybrid and isolated-gil have one.");
        assertThat(sweep("--model", "hybrid", "--processes", "1").err())
                .contains("at least two numbers each");
        assertThat(sweep("--model", "hybrid", "--processes", "1,2", "--workers", "4").err())
                .contains("leave it out");
        assertThat(sweep("--model", "hybrid", "--processes", "1,2", "--threads", "1,65").err())
                .contains("--threads");
        assertThat(place.resolve("out")).doesNotExist();
    }

    @Test
    void a_model_whose_number_of_workers_is_fixed_is_refused() {
        Answer answer = sweep("--model", "sequential");
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.err()).contains("sequential always has the same number of workers");
        assertThat(place.resolve("out")).doesNotExist();
    }
}
