package dev.lanescope.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.MiddleHalf;
import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.scaling.Law;
import dev.lanescope.analysis.scaling.Measurement;
import dev.lanescope.analysis.scaling.Scaling;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What a report says, as text.
class ReportTest {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "<rect x=\"\\S+\" y=\"\\S+\" width=\"(\\S+)\"[^>]* data-nanos=\"(-?\\d+)\"");

    private static String html(Report report) {
        return report.text(ReportFormat.HTML);
    }

    @Test
    void a_gain_is_an_answer_with_its_interval() {
        String page = html(Studies.report("book", 2, 500_000));
        assertThat(page)
                .contains("Does it pay to render “book” by ")
                .containsPattern(
                        "answer\">Yes: .+ × 2 is clearly faster than Sequential × 1, 2.00 \\(");
    }

    @Test
    void that_it_does_not_pay_is_an_answer_too_and_says_where_the_time_went() {
        String page = html(Studies.report("book", 4, 1_200_000));
        assertThat(page)
                .contains("answer\">No: nothing that was tried is worth it over Sequential × 1.<")
                .containsPattern("slower: does not pay, 0.83 \\(.+; of 4 lanes it lost .+ to ");
    }

    @Test
    void runs_that_wrote_other_bytes_get_no_answer_but_the_reason() {
        Report report = Studies.report("book", 2, 500_000, "other");
        assertThat(html(report))
                .contains("The runs cannot be compared", "The runs did not write the same bytes.")
                .doesNotContain("clearly faster", "id=\"stacks\"");
        assertThat(report.text(ReportFormat.MARKDOWN))
                .contains("## No verdict", "did not write the same bytes");
    }

    @Test
    void what_a_sequential_run_waited_at_its_start_is_told_beside_the_stack_it_is_left_out_of() {
        Report report = Studies.afterSlowStarts("book", 2, 500_000, 400_000);
        SpeedUpStack stack = report.comparison().rows().get(1).stack().orElseThrow();
        assertThat(stack.leftOutNanos()).isBetween(390_000L, 500_000L);
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(report.text(format))
                    .contains(
                            "left out: longer start",
                            "speed-up with it",
                            stack.leftOut().orElseThrow(),
                            "Useful work is the speed-up without what is left out of it")
                    .doesNotContain("useful work = speed-up");
        }
        assertThat(html(report))
                .contains(
                        String.format(
                                Locale.ROOT, ", and %.2f left out</text>", stack.leftOutHeight()));
    }

    @Test
    void the_middle_half_of_the_repeats_stands_beside_their_median() {
        Report report = Studies.report("book", 2, 500_000);
        String half =
                MiddleHalf.of(report.comparison().baseline())
                        .orElseThrow()
                        .words()
                        .replace(' ', '\u00a0')
                        .replace("\u00a0to\u00a0", " to "); // where a narrow column breaks
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(report.text(format)).contains("Middle half", half, "Fastest to slowest");
        }
    }

    @Test
    void where_nothing_is_left_out_the_useful_work_is_the_speed_up() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(Studies.report("book", 2, 500_000).text(format))
                    .contains("useful work = speed-up", "Useful work is the speed-up.")
                    .doesNotContain("left out: longer start", "speed-up with it");
        }
    }

    @Test
    void noise_and_what_the_figures_do_not_say_are_told() {
        assertThat(html(Studies.report("book", 2, 500_000)))
                .contains("1.20 of 2 processors: others used it as well")
                .contains("Others used this machine as well")
                .contains("more cores or")
                .contains("The runs were warm");
    }

    @Test
    void the_blocks_of_a_stack_come_to_lanes_times_makespan_and_are_as_wide_as_that_says() {
        Report report = Studies.report("book", 3, 700_000);
        Comparison.Row row = report.comparison().rows().get(1);
        SpeedUpStack stack = row.stack().orElseThrow();
        List<MatchResult> blocks = BLOCK.matcher(html(report)).results().toList();
        assertThat(blocks.stream().mapToLong(block -> Long.parseLong(block.group(2))).sum())
                .isEqualTo(3 * stack.wallNanos());
        double lane = width(blocks.getFirst()) / stack.speedUp();
        double lanes =
                blocks.stream()
                        .mapToDouble(block -> Math.signum(nanos(block)) * width(block) / lane)
                        .sum();
        assertThat(lanes).isBetween(2.99, 3.01);
        assertThat(blocks)
                .allSatisfy(block ->
                        assertThat(width(block) / lane)
                                .isBetween(
                                        Math.abs(nanos(block)) / stack.wallNanos() - 0.01,
                                        Math.abs(nanos(block)) / stack.wallNanos() + 0.01));
    }

    private static double width(MatchResult block) {
        return Double.parseDouble(block.group(1));
    }

    private static double nanos(MatchResult block) {
        return Double.parseDouble(block.group(2));
    }

    @Test
    void what_a_setting_would_be_without_its_losses_is_called_a_prediction() {
        Report report = Studies.report("book", 2, 800_000);
        assertThat(html(report)).contains("Predicted, not measured", "<td>all of these</td>");
        assertThat(report.text(ReportFormat.MARKDOWN))
                .contains("| Setting | Without | Times as fast \\(bounds\\) |")
                .contains("Predicted, not measured");
    }

    @Test
    void foreign_words_are_never_markup() {
        Report report = Studies.report(Studies.SCRIPT, 2, 500_000);
        assertThat(html(report))
                .doesNotContain("<script", "<img", "<b>")
                .contains("&lt;script&gt;");
        String markdown = report.text(ReportFormat.MARKDOWN);
        assertThat(markdown.substring(0, markdown.indexOf("```sh")))
                .doesNotContain("<img", "<b>", "<script")
                .contains("\\|\\`$\\(id\\)\\`");
    }

    @Test
    void the_command_is_quoted_for_a_shell() {
        String text = Studies.report("it's; rm -r x", 2, 500_000).text(ReportFormat.MARKDOWN);
        assertThat(text).contains("lanescope compare 'it'\\''s; rm -r x' --models fixed-pool\n");
    }

    @Test
    void many_lanes_make_no_endless_file_and_what_is_missing_is_said() {
        String page = html(Studies.report("book", 500, 900_000));
        assertThat(page).contains("without 484 further lanes");
        assertThat(page.length()).isLessThan(400_000);
    }

    @Test
    void both_formats_hold_the_same_figures(@TempDir Path folder) throws Exception {
        Report report = Studies.report("book", 2, 500_000);
        Path file = folder.resolve("report.md");
        report.write(file, ReportFormat.byFile(file).orElseThrow());
        String markdown = Files.readString(file);
        ReportTable table = ReportTable.ofSettings(report.comparison());
        for (List<String> row : table.rows()) {
            for (String cell : row) {
                assertThat(html(report)).contains(">" + Escaped.html(cell) + "</t");
                assertThat(markdown).contains(" " + Escaped.markdown(cell) + " |");
            }
        }
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(ReportFormat.byFile(Path.of("x.HTML"))).contains(ReportFormat.HTML);
        assertThat(ReportFormat.byFile(Path.of("x.pdf"))).isEmpty();
    }

    @Test
    void how_it_scales_is_told_with_a_law_or_with_the_reason_why_there_is_none() {
        Report report = Studies.report("book", 2, 500_000);
        var law = new Law(1e9, 0.1, 0);
        List<Measurement> runs =
                IntStream.rangeClosed(1, 8)
                        .mapToObj(workers -> new Measurement(workers, law.nanos(workers)))
                        .toList();
        String told = html(with(report, Scaling.of(runs, List.of(1e9), 8)));
        assertThat(told)
                .contains("Described by Amdahl", "id=\"scaling\"", "a serial part of 0.10")
                .contains(
                        "no number of workers is more than 10.0 times", "beyond what was measured");
        Report refused = with(report, Scaling.of(runs.subList(0, 3), List.of(1e9), 8));
        assertThat(html(refused)).contains("No law is told: there are 3 runs");
        assertThat(refused.text(ReportFormat.MARKDOWN))
                .contains("No law is told: there are 3 runs");
    }

    private static Report with(Report report, Scaling scaling) {
        return new Report(report.comparison(), report.circumstances(), Optional.of(scaling));
    }
}
