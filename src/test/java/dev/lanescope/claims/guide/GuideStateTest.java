package dev.lanescope.claims.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.Claims;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.exchange.report.ReportFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the steps of a guide stand, by evidence and nothing else.
class GuideStateTest {

    private static final Instant WHEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Here HERE = here("book", 112, 2);

    private static Here here(String content, int pages, int processors) {
        return new Here("machine A", processors, content, pages, List.of(), false);
    }

    /// One that needs figures of a Python as well.
    private static Here withPython() {
        return new Here("machine A", 2, "book", 112, List.of(), true);
    }

    private static Evidence evidence(String machine, String content, List<Reading> readings) {
        return new Evidence(WHEN, machine, content, 112, readings, List.of("Others were at work."));
    }

    /// Every figure that a step needs, with a value that says nothing.
    private static List<Reading> all(Step step, Here here) {
        List<Reading> readings = new ArrayList<>();
        for (Sought each : step.sought(here)) {
            readings.add(new Reading(each.key(), each.title(), 1.0, 0.99, 1.01, 6));
        }
        return readings;
    }

    private static List<Reading> all(Guide guide, Here here) {
        return guide.measured().flatMap(step -> all(step, here).stream()).distinct().toList();
    }

    private static List<Reading> but(List<Reading> readings, String key, Reading other) {
        List<Reading> changed =
                new ArrayList<>(readings.stream().filter(each -> !each.key().equals(key)).toList());
        changed.add(other);
        return changed;
    }

    private static GuideState state(Guide guide, Here here, Evidence... evidence) {
        return GuideState.of(guide, here, List.of(evidence), GuideRecord.NEW);
    }

    private static Step step(Guide guide, String id) {
        return guide.steps().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void each_has_four_steps_that_its_author_wanted_and_nothing_is_ticked_without_evidence(
            Guide guide) {
        GuideState state = state(guide, HERE);
        assertThat(state.checklist()).hasSize(4).noneMatch(GuideState.Tick::done);
        assertThat(guide.steps())
                .allSatisfy(step ->
                        assertThat(state.state(step)).isInstanceOf(StepState.NotBegun.class));
        assertThat(state.verdict()).isEmpty();
        assertThat(guide.steps()).extracting(Step::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void with_all_figures_all_is_ticked_and_it_ends_in_one_of_three_outcomes(Guide guide) {
        GuideState state = state(guide, HERE, evidence("machine A", "book", all(guide, HERE)));
        assertThat(state.checklist()).allMatch(GuideState.Tick::done);
        assertThat(guide.steps())
                .allSatisfy(step -> {
                    assertThat(state.state(step)).isInstanceOf(StepState.Done.class);
                    assertThat(state.state(step).why()).isNotBlank().doesNotContain("?");
                });
        assertThat(state.verdict().orElseThrow().outcome()).isIn("best", "realistic", "worst");
        assertThat(state.cautions()).containsExactly("Others were at work.");
    }

    @ParameterizedTest
    @EnumSource
    void every_step_seeks_each_figure_once_and_says_what_it_does_for_it(Guide guide) {
        for (Step step : guide.steps()) {
            assertThat(step.sought(HERE)).extracting(Sought::key).doesNotHaveDuplicates();
            assertThat(step.experiments(HERE).isEmpty()).isEqualTo(step.isConclusion());
            if (!step.isConclusion()) {
                assertThat(step.estimate(HERE))
                        .isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
                assertThat(step.experiments(HERE))
                        .allSatisfy(each -> assertThat(each.words(HERE)).isNotBlank());
            }
        }
    }

    @Test
    void one_figure_that_is_missing_keeps_a_step_open_and_is_named() {
        Step step = step(Guide.FEASIBILITY, "channel");
        List<Reading> most = new ArrayList<>(all(step, HERE));
        most.removeIf(each -> each.key().equals(CurveReadings.PAGE_CPU));
        StepState now =
                state(Guide.FEASIBILITY, HERE, evidence("machine A", "book", most)).state(step);
        assertThat(now).isInstanceOf(StepState.NotBegun.class);
        assertThat(now.why()).contains("7 of 8 figures are known", "CPU time of a page here");
    }

    @ParameterizedTest
    @EnumSource
    void every_figure_that_is_missing_is_told_by_its_name_and_never_by_its_key(Guide guide) {
        for (Step step : guide.measured().toList()) {
            for (Sought missing : step.sought(HERE).stream().filter(Sought::needed).toList()) {
                List<Reading> most = new ArrayList<>(all(step, HERE));
                most.removeIf(each -> each.key().equals(missing.key()));
                String why =
                        state(guide, HERE, evidence("machine A", "book", most)).state(step).why();
                assertThat(missing.title()).isNotBlank();
                if (most.stream().anyMatch(each -> isNeeded(step, each.key()))) {
                    assertThat(why).contains("missing: " + missing.title() + ".");
                }
                assertThat(why).doesNotContain(missing.key());
            }
        }
    }

    private static boolean isNeeded(Step step, String key) {
        return step.sought(HERE).stream().anyMatch(each -> each.needed() && each.key().equals(key));
    }

    @Test
    void figures_of_another_machine_or_folder_tick_nothing_but_faults_are_of_the_sample_content() {
        Step prototype = step(Guide.FEASIBILITY, "prototype");
        List<Reading> all = all(prototype, HERE);
        List<Reading> faults = all.stream().filter(each -> each.key().contains("!")).toList();
        List<Reading> others = all.stream().filter(each -> !each.key().contains("!")).toList();
        assertThat(
                        state(Guide.FEASIBILITY, HERE, evidence("machine B", "book", all))
                                .state(prototype))
                .isInstanceOf(StepState.NotBegun.class);
        assertThat(
                        state(Guide.FEASIBILITY, HERE, evidence("machine A", "other", all))
                                .state(prototype))
                .isInstanceOf(StepState.NotBegun.class);
        assertThat(faults).isNotEmpty();
        assertThat(
                        state(
                                        Guide.FEASIBILITY,
                                        HERE,
                                        evidence("machine A", "book", others),
                                        evidence("machine A", "sample-content", faults))
                                .state(prototype))
                .isInstanceOf(StepState.Done.class);
    }

    @Test
    void what_cannot_be_done_here_says_why_unless_it_was_done_before() {
        Here lonely = here("book", 112, 1);
        Step prototype = step(Guide.FEASIBILITY, "prototype");
        StepState now = state(Guide.FEASIBILITY, lonely).state(prototype);
        assertThat(now).isInstanceOf(StepState.NotHere.class);
        assertThat(now.why()).contains("one processor");
        Evidence before = evidence("machine A", "book", all(prototype, lonely));
        assertThat(state(Guide.FEASIBILITY, lonely, before).state(prototype))
                .isInstanceOf(StepState.Done.class);
    }

    @Test
    void where_there_is_a_python_its_interpreters_are_needed_as_well_and_decide() {
        List<Reading> ofJvm = new ArrayList<>(all(Guide.FEASIBILITY, withPython()));
        ofJvm.removeIf(each -> each.key().equals(Prototype.PYTHON_GAIN));
        Evidence known = evidence("machine A", "book", ofJvm);
        assertThat(state(Guide.FEASIBILITY, withPython(), known).verdict()).isEmpty();
        var python = new Reading(Prototype.PYTHON_GAIN, "interpreters", 1.8, 1.7, 1.9, 5);
        Evidence both = known.plus(List.of(python));
        Verdict verdict = state(Guide.FEASIBILITY, withPython(), both).verdict().orElseThrow();
        assertThat(verdict.outcome()).isEqualTo("best");
        assertThat(verdict.because()).startsWith("interpreters: 1.80 (1.70 to 1.90)");
    }

    @ParameterizedTest
    @CsvSource({
        "1.30, 1.20, 1.40, best, true",
        "1.30, 1.00, 1.40, best, false",
        "1.00, 0.90, 1.05, realistic, true",
        "1.09, 0.90, 1.20, realistic, false",
        "0.50, 0.40, 0.60, worst, true",
        "0.84, 0.70, 0.95, worst, false",
    })
    void it_ends_in_exactly_one_outcome_and_says_whether_that_is_sure(
            double value, double low, double high, String outcome, boolean sure) {
        List<Reading> readings =
                but(
                        all(Guide.FEASIBILITY, HERE),
                        Prototype.GAIN,
                        new Reading(Prototype.GAIN, "isolated", value, low, high, 5));
        Verdict verdict =
                state(Guide.FEASIBILITY, HERE, evidence("machine A", "book", readings))
                        .verdict()
                        .orElseThrow();
        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.sure()).isEqualTo(sure);
        assertThat(verdict.because().contains("reaches beyond")).isNotEqualTo(sure);
    }

    @Test
    void the_decision_tells_gain_memory_start_complexity_and_the_isolation_score() {
        Verdict verdict =
                state(
                                Guide.FEASIBILITY,
                                HERE,
                                evidence("machine A", "book", all(Guide.FEASIBILITY, HERE)))
                        .verdict()
                        .orElseThrow();
        assertThat(verdict.figures())
                .extracting(Verdict.Figure::name)
                .contains("Gain, JVM", "Memory: classes a worker", "Start over a thread's");
        assertThat(verdict.figures())
                .filteredOn(each -> each.name().startsWith("Isolation score"))
                .hasSize(2)
                .allMatch(each -> each.words().equals("8 of 8 faults cost nothing but their page"));
        assertThat(Claims.byId("isolation-worth-it")).isPresent();
        assertThat(verdict.decision()).contains("isolation-worth-it");
    }

    @Test
    void without_a_python_that_has_a_jit_the_study_says_so_and_ends_as_its_author_foresaw() {
        GuideState state =
                state(Guide.JIT, HERE, evidence("machine A", "book", all(Guide.JIT, HERE)));
        Verdict verdict = state.verdict().orElseThrow();
        assertThat(verdict.outcome()).isEqualTo("realistic");
        assertThat(verdict.sure()).isTrue();
        assertThat(verdict.because()).isEqualTo("No Python here has a JIT.");
        assertThat(state.state(step(Guide.JIT, "rendering")).why())
                .contains("could not be tested", "which are another JIT");
        assertThat(step(Guide.JIT, "rendering").note(HERE))
                .contains("No Python with a JIT was found.");
    }

    @ParameterizedTest
    @CsvSource({"1.08, 1.06, 1.10, best", "1.00, 0.99, 1.01, realistic", "0.90, 0.88, 0.92, worst"})
    void a_python_with_a_jit_decides_by_what_it_gains(
            double value, double low, double high, String outcome) {
        Evidence known =
                evidence("machine A", "book", all(Guide.JIT, HERE))
                        .plus(
                                List.of(
                                        new Reading(
                                                JitStep.PYTHON_GAIN,
                                                "JIT on",
                                                value,
                                                low,
                                                high,
                                                5)));
        Verdict verdict = state(Guide.JIT, HERE, known).verdict().orElseThrow();
        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.sure()).isTrue();
    }

    @Test
    void a_try_that_was_cut_off_is_told() {
        Step step = step(Guide.JIT, "support");
        GuideRecord record = GuideRecord.NEW.begun(step, WHEN);
        assertThat(GuideState.of(Guide.JIT, HERE, List.of(), record).state(step).why())
                .startsWith("A try did not end");
        GuideRecord over = record.ended(step, Duration.ofSeconds(3), true);
        assertThat(GuideState.of(Guide.JIT, HERE, List.of(), over).state(step).why()).isEmpty();
        assertThat(over.of(step)).isEqualTo(spent(3, 0, 1));
        GuideRecord again = over.ended(step, Duration.ofSeconds(7), false);
        assertThat(again.of(step))
                .as("what was found is still the first")
                .isEqualTo(spent(3, 7, 1));
        assertThat(again.of(step).words()).isEqualTo("took 3 s here, and 7 s in other tries");
        assertThat(again.ended(step, Duration.ofSeconds(5), true).of(step))
                .isEqualTo(spent(5, 10, 2));
        assertThat(GuideRecord.NEW.ended(step, Duration.ofSeconds(7), false).of(step).words())
                .isEqualTo("took 7 s here in tries that were stopped");
        assertThat(GuideRecord.NEW.of(step).words()).isEmpty();
    }

    private static GuideRecord.Spent spent(int took, int besides, int tries) {
        return new GuideRecord.Spent(
                Duration.ofSeconds(took), Duration.ofSeconds(besides), tries, Optional.empty());
    }

    @Test
    void the_time_of_a_phase_is_that_of_its_steps() {
        Guide.Phase basic = Guide.FEASIBILITY.phases().getFirst();
        GuideRecord record = GuideRecord.NEW;
        for (Step step : basic.steps()) {
            record = record.ended(step, Duration.ofMinutes(2), false);
            record = record.ended(step, Duration.ofMinutes(1), true);
        }
        assertThat(GuideState.of(Guide.FEASIBILITY, HERE, List.of(), record).spent(basic))
                .isEqualTo(spent(180, 360, 3));
        assertThat(GuidePaper.time(Duration.ofMinutes(3))).isEqualTo("3 min 0 s");
        assertThat(GuidePaper.time(Duration.ofMillis(1_400))).isEqualTo("1 s");
        assertThat(GuidePaper.time(Duration.ofMinutes(61))).isEqualTo("1 h 1 min");
    }

    @ParameterizedTest
    @EnumSource
    void its_report_has_a_filled_section_for_each_step(Guide guide) {
        GuideState state = state(guide, HERE, evidence("machine A", "book", all(guide, HERE)));
        String words = GuidePaper.of(state).text(ReportFormat.MARKDOWN);
        String page = GuidePaper.of(state).text(ReportFormat.HTML);
        int number = 0;
        for (Step step : guide.steps()) {
            number++;
            assertThat(words).contains("## " + number + ". " + step.title());
            assertThat(page).contains("<h2>" + number + ". " + step.title() + "</h2>");
        }
        assertThat(words).contains("Done by: ", "Outcome: ", "Others were at work");
        assertThat(page).contains("Content-Security-Policy").doesNotContain("<script");
    }

    @Test
    void a_report_of_what_is_not_over_says_so() {
        assertThat(GuidePaper.of(state(Guide.FEASIBILITY, HERE)).text(ReportFormat.MARKDOWN))
                .contains("Not over: 0 of 5 steps done", "Not begun");
        assertThat(new Found(HERE, Map.of()).readings()).isEmpty();
    }
}
