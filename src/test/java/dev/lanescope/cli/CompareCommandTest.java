package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.Children;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The same folder under several models, taking turns.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
class CompareCommandTest {

    @TempDir Path place;

    private Answer compare(Object... more) {
        return Studies.of(place, "compare", more);
    }

    @Test
    void settings_stand_side_by_side_with_the_baseline_first() {
        Answer answer = compare("--models", "fixed-pool,gil", "--workers", "2,3", "--repeats", 2);
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("60 pages", "5 settings take turns in 2 rounds")
                .containsPattern("sequential +1 .+the baseline")
                .containsPattern("fixed-pool +2 .+the same +too few repeats to tell")
                .containsPattern("fixed-pool +3 .+the same")
                .containsPattern("gil +3 .+the same")
                .contains("Where the speed-up went", "useful work")
                .containsPattern("sum +2\\.00 +3\\.00 +2\\.00 +3\\.00")
                .doesNotContain("DIFFERENT", "NO VERDICT");
    }

    @Test
    void that_there_are_too_few_repeats_is_said_before_it_begins() throws Exception {
        assertThat(compare("--models", "fixed-pool,gil", "--repeats", 1).out())
                .contains("1 repeat cannot carry 95 % certainty for 2 settings at once; 5 would.");
    }

    @Test
    void without_a_number_of_repeats_there_are_as_many_as_its_comparisons_need() throws Exception {
        var answer = compare("--models", "fixed-pool,gil", "--workers", "1,2,3,4", "--warm-up", 0);
        assertThat(answer.out()).contains("9 settings take turns in 6 rounds");
    }

    @Test
    void programs_get_every_run_and_stacks_that_close() {
        JsonNode answer =
                JsonMapper.shared()
                        .readTree(
                                compare("--models", "fixed-pool", "--workers", 2, "--json").out());
        assertThat(answer.at("/repeats").intValue()).isEqualTo(5);
        assertThat(answer.at("/objections")).isEmpty();
        JsonNode pool = answer.at("/settings/1");
        assertThat(pool.at("/model").stringValue()).isEqualTo("fixed-pool");
        assertThat(pool.at("/wallNanos")).hasSize(5);
        assertThat(pool.at("/medianNanos").longValue())
                .isBetween(
                        pool.at("/lowerQuartileNanos").longValue(),
                        pool.at("/upperQuartileNanos").longValue());
        assertThat(pool.at("/findings").isArray()).isTrue();
        assertThat(pool.at("/cpuOfOthers")).hasSize(5);
        assertThat(pool.at("/failures").intValue()).isZero();
        assertThat(pool.at("/crossedBytesPerPage").isNull()).isTrue();
        assertThat(pool.at("/workerStartNanos").longValue()).isPositive();
        assertThat(pool.at("/speedUp/low").doubleValue())
                .isLessThanOrEqualTo(pool.at("/speedUp/value").doubleValue());
        assertThat(pool.at("/treeHash").stringValue())
                .isEqualTo(answer.at("/settings/0/treeHash").stringValue())
                .isNotEmpty();
        long sum = 0;
        JsonNode without = pool.at("/without");
        double worth = without.at("/replayed").asDouble();
        for (JsonNode part : without.at("/parts")) {
            worth += part.at("/share").asDouble();
        }
        assertThat(without.at("/withheld").isNull())
                .as("either a reason or figures")
                .isEqualTo(without.at("/replayed").isNumber());
        assertThat(worth).isCloseTo(without.at("/all/speedUp").asDouble(), within(1e-9));
        for (JsonNode part : pool.at("/stackNanos")) {
            sum += part.longValue();
        }
        List<Long> walls = new ArrayList<>();
        pool.at("/wallNanos").forEach(wall -> walls.add(wall.longValue()));
        walls.sort(null);
        assertThat(sum).isEqualTo(2 * walls.get(2));
    }

    @Test
    void a_model_that_there_is_not_is_refused_before_anything_runs() {
        Answer answer = compare("--models", "fixed-pool,fixd-pool");
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.err()).contains("there is no model 'fixd-pool'");
        assertThat(place.resolve("out")).doesNotExist();
    }

    @Test
    void a_number_of_workers_that_a_model_does_not_take_is_refused() {
        Answer answer = compare("--models", "fixed-pool", "--workers", "0");
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.err()).contains("fixed-pool takes 1 to");
    }

    @Test
    void a_report_is_written_as_often_as_asked_for_and_over_another_file_if_forced()
            throws Exception {
        Path html = Files.writeString(place.resolve("report.html"), "mine");
        Path markdown = place.resolve("report.md");
        Answer answer =
                compare(
                        "--models",
                        "fixed-pool",
                        "--workers",
                        2,
                        "--repeats",
                        1,
                        "--seed",
                        3,
                        "--report",
                        html,
                        "--report",
                        markdown,
                        "--force");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("The report is " + html, "The report is " + markdown);
        assertThat(Files.readString(html)).contains("60 pages", "Java", "</html>");
        assertThat(Files.readString(markdown))
                .containsPattern(
                        "lanescope compare \\S+ --models fixed-pool --workers 2 --repeats 1"
                                + " --warm-up 1 --seed 3\n");
    }

    @Test
    void a_load_is_told_by_the_knobs_that_make_it_and_what_is_given_beside_it_wins()
            throws Exception {
        Path report = place.resolve("report.md");
        assertThat(
                        compare(
                                        "--models",
                                        "fixed-pool",
                                        "--repeats",
                                        1,
                                        "--load",
                                        "mixed",
                                        "--cpu-weight",
                                        2,
                                        "--report",
                                        report)
                                .code())
                .isZero();
        assertThat(Files.readString(report)).contains("--read-latency 2ms", "--cpu-weight 2");
        assertThat(compare("--load", "heavy").err())
                .contains("--load takes cpu, mixed, io, not heavy.");
        assertThat(compare("--cpu-weight", 0).err()).contains("--cpu-weight takes 1 to 1000");
    }

    @Test
    void cold_runs_are_each_the_first_of_a_jvm() {
        Answer answer = compare("--models", "fixed-pool", "--repeats", 1, "--cold");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).containsPattern("fixed-pool .+the same +too few repeats");
        Answer refused = compare("--cold", "--warm-up", 2);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(refused.err()).contains("leave --warm-up out");
    }

    @Test
    void a_bundle_can_be_opened_checked_and_done_again() throws Exception {
        Path file = place.resolve("study.lanestudy");
        Answer made = compare("--models", "fixed-pool", "--repeats", 1, "--cold", "--bundle", file);
        assertThat(made.code()).isZero();
        assertThat(made.out()).contains("The bundle is " + file);
        Answer opened = Answer.to("compare", "--open", file);
        assertThat(opened.code()).isZero();
        assertThat(opened.out())
                .contains(": a study of 2 runs, by Lanescope", "Verified: every part")
                .containsPattern("fixed-pool .+the same");
        Answer again =
                Answer.to(
                        "compare",
                        "--again",
                        file,
                        place.resolve("content"),
                        "--out",
                        place.resolve("out"));
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .contains("The study from the file, and here:", "too few repeats to tell")
                .contains("Both machines say the same of themselves.")
                .doesNotContain("NOT THE SAME");
        JsonNode both =
                JsonMapper.shared()
                        .readTree(
                                Answer.to(
                                                "compare",
                                                "--again",
                                                file,
                                                place.resolve("content"),
                                                "--out",
                                                place.resolve("out"),
                                                "--json")
                                        .out());
        assertThat(both.path("there").path("settings").size()).isEqualTo(2);
        assertThat(both.path("here").path("settings").size()).isEqualTo(2);
        assertThat(both.at("/differs/0/model").asString()).isEqualTo("fixed-pool");
        assertThat(both.at("/differs/0/answer").asString()).isEqualTo("too-few-repeats");
        Files.writeString(place.resolve("content/page-1.md"), "Something else.");
        assertThat(
                        Answer.to(
                                        "compare",
                                        "--again",
                                        file,
                                        place.resolve("content"),
                                        "--out",
                                        place.resolve("out"))
                                .out())
                .contains("NOT THE SAME CONTENT");
    }

    @Test
    void a_gate_ends_with_the_code_of_its_answer_and_never_lets_other_work_through()
            throws Exception {
        Path file = place.resolve("kept.lanestudy");
        String[] study = {"--models", "fixed-pool", "--warm-up", "0", "--bundle", file.toString()};
        assertThat(compare((Object[]) study).code()).isZero();
        JsonNode both =
                JsonMapper.shared()
                        .readTree(compare("--again", file, "--gate", "900%", "--json").out());
        assertThat(both.at("/gate/limit").asDouble()).isEqualTo(10);
        assertThat(both.at("/gate/obstacles")).isEmpty();
        assertThat(both.at("/gate/figures").size()).isGreaterThanOrEqualTo(2);
        for (JsonNode figure : both.at("/gate/figures")) {
            boolean within = figure.at("/timesAsLong/high").asDouble() <= 10;
            assertThat(figure.at("/answer").asString())
                    .as("never slower where the interval lies below")
                    .isIn(within ? List.of("not-slower", "cannot-tell") : List.of("cannot-tell"));
        }
        Answer again = compare("--again", file, "--gate", "900%");
        assertThat(again.out())
                .contains("may take more than 10.00 times as long as in the file")
                .containsPattern("fixed-pool +\\d+ +whole run");
        assertThat(again.code())
                .isEqualTo(
                        (again.out().contains("OPEN: nothing is slower")
                                        ? ExitCode.ALL_CAME_OUT
                                        : ExitCode.CANNOT_TELL)
                                .number());
        Files.writeString(place.resolve("content/page-1.md"), "Something else.");
        Answer other = compare("--again", file, "--gate", "900%");
        assertThat(other.code()).isEqualTo(ExitCode.CANNOT_TELL.number());
        assertThat(other.out())
                .contains("The runs rendered different content.", "CANNOT TELL: these two studies");
    }

    @Test
    void a_gate_without_enough_to_hold_against_is_refused_before_anything_runs() {
        Path file = place.resolve("kept.lanestudy");
        compare("--models", "fixed-pool", "--repeats", 1, "--bundle", file);
        Answer few = compare("--again", file, "--gate", "10%");
        assertThat(few.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(few.err())
                .contains("too few repeats of each setting for a gate", "--repeats 10");
        assertThat(compare("--again", file, "--gate", "a bit").err())
                .contains("--gate takes a share such as 10% or 7.5%, up to 1000%, not a bit.");
        assertThat(compare("--gate", "10%").err()).contains("name that with --again FILE");
    }

    @Test
    void what_a_bundle_would_ignore_or_cannot_be_is_refused() throws Exception {
        Path file = Files.writeString(place.resolve("study.lanestudy"), "nothing");
        assertThat(Answer.to("compare", "--open", file).err()).contains("is no study's bundle");
        assertThat(compare("--again", file, "--repeats", 3).err())
                .contains("--again takes its settings from the file: leave --repeats out");
        assertThat(Answer.to("compare", "--open", file, place).err())
                .contains("leave the folder out");
        assertThat(Answer.to("compare").err()).contains("Missing required parameter: 'FOLDER'");
        assertThat(compare("--bundle", file).err()).contains("exists", "--force");
        assertThat(place.resolve("out")).doesNotExist();
    }

    @Test
    void a_bundle_is_not_written_over_the_report_of_the_same_study() throws Exception {
        Path file = place.resolve("both.html");
        Answer refused = compare("--report", file, "--bundle", file);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(refused.err()).contains("both.html is named twice");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_report_is_not_written_over_another_file_unless_forced() throws Exception {
        Path file = Files.writeString(place.resolve("mine.html"), "mine");
        Answer refused = compare("--report", file);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(refused.err()).contains("mine.html exists", "--force");
        assertThat(file).hasContent("mine");
        assertThat(place.resolve("out")).doesNotExist();
    }

    @Test
    void a_report_that_cannot_be_is_refused_before_anything_runs() {
        assertThat(compare("--report", place.resolve("report.pdf")).err())
                .contains("report.pdf does not tell what the report is to be");
        assertThat(compare("--report", place.resolve("out").resolve("report.html")).err())
                .contains("lies in the output folder");
        assertThat(compare("--report", place.resolve("nowhere").resolve("report.html")).err())
                .contains("does not exist; make it first");
        assertThat(place.resolve("out")).doesNotExist();
    }
}
