package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Phase;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// A gate opens only where everything is shown not to be slower, and shuts only where something is
/// shown to be.
class GateTest {

    private static final double LIMIT = 1.1;

    /// Runs of one worker whose pages take these times, and after them its files made of pages.
    private static Comparison study(String processor, long generated, long... pages) {
        List<Snapshot> runs =
                LongStream.of(pages)
                        .mapToObj(nanos ->
                                Traces.inPhases(
                                                List.of(
                                                        new Phase(RunInfo.PAGES, 0),
                                                        new Phase(RunInfo.GENERATED, 1)),
                                                "parse@0 "
                                                        + (nanos - 10)
                                                        + ", write@0 10, write@1 "
                                                        + generated)
                                        .withFacts(
                                                List.of(
                                                        new Fact("Processor", processor),
                                                        new Fact("Output hash", "a"))))
                        .toList();
        return Comparison.of(runs);
    }

    private static Comparison study(long generated, long... pages) {
        return study("fast", generated, pages);
    }

    private static final Comparison KEPT = study(400, 1000, 1010, 1020, 990, 1005, 995);

    private static Gate gate(Comparison now) {
        return Gate.of(KEPT, now, LIMIT, false, false);
    }

    @Test
    void what_takes_as_long_as_before_is_let_through() {
        Gate gate = gate(study(400, 1003, 1012, 1018, 991, 1001, 999));
        assertThat(gate.answer()).isEqualTo(GateAnswer.NOT_SLOWER);
        assertThat(gate.figures())
                .extracting(GateFigure::part)
                .containsExactly(GateFigure.WHOLE, RunInfo.PAGES, RunInfo.GENERATED);
    }

    @Test
    void one_phase_that_is_slower_shuts_it_and_is_named() {
        Gate gate = gate(study(480, 1003, 1012, 1018, 991, 1001, 999));
        assertThat(gate.answer()).isEqualTo(GateAnswer.SLOWER);
        assertThat(gate.figures(GateAnswer.SLOWER))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.part()).isEqualTo(RunInfo.GENERATED);
                    assertThat(figure.timesAsLong().value()).isEqualTo(1.2);
                });
        assertThat(gate.figures(GateAnswer.NOT_SLOWER)).hasSize(2);
    }

    @Test
    void an_interval_that_holds_the_limit_is_no_permission() {
        Gate gate = gate(study(400, 900, 1000, 1100, 1200, 1300, 1250));
        assertThat(gate.answer()).isEqualTo(GateAnswer.CANNOT_TELL);
        assertThat(gate.figures(GateAnswer.CANNOT_TELL).getFirst().words())
                .isEqualTo("cannot tell: the interval holds 1.10");
    }

    @Test
    void five_runs_are_needed_on_either_side() {
        Gate gate = gate(study(400, 1000, 1010, 1020, 990));
        assertThat(gate.answer()).isEqualTo(GateAnswer.CANNOT_TELL);
        assertThat(gate.figures().getFirst().words()).isEqualTo("cannot tell: too few repeats");
    }

    @Test
    void what_is_slow_on_a_busy_machine_says_nothing_and_what_is_fast_there_does() {
        Comparison slow = study(800, 2000, 2010, 2020, 1990, 2005, 1995);
        assertThat(Gate.of(KEPT, slow, LIMIT, false, true).answer())
                .isEqualTo(GateAnswer.CANNOT_TELL);
        assertThat(Gate.of(KEPT, slow, LIMIT, true, false).answer())
                .as("slower even than on a busy machine")
                .isEqualTo(GateAnswer.SLOWER);
        assertThat(Gate.of(KEPT, KEPT, LIMIT, false, true).answer())
                .as("not slower, though others disturb")
                .isEqualTo(GateAnswer.NOT_SLOWER);
        assertThat(Gate.of(KEPT, KEPT, LIMIT, true, false).answer())
                .as("others may have made the baseline slow")
                .isEqualTo(GateAnswer.CANNOT_TELL);
    }

    @Test
    void another_machine_or_other_work_is_not_judged() {
        Gate machine = gate(study("slow", 400, 1000, 1010, 1020, 990, 1005, 995));
        assertThat(machine.answer()).isEqualTo(GateAnswer.CANNOT_TELL);
        assertThat(machine.figures()).isEmpty();
        assertThat(machine.obstacles())
                .containsExactly(
                        "It was kept on another machine, whose times say nothing of this one: fast;"
                                + " slow.");
        Snapshot run = KEPT.contenders().getFirst().median();
        Comparison other =
                Comparison.of(List.of(run.withFacts(List.of(new Fact("Output hash", "b")))));
        assertThat(gate(other).obstacles()).contains("The runs did not write the same bytes.");
    }

    @Test
    void a_setting_that_is_missing_on_either_side_is_told() {
        Comparison two = Comparison.of(List.of(Traces.of("write@0 9", "write@1 9")));
        assertThat(gate(two).obstacles())
                .anyMatch(why -> why.endsWith("is not among what was kept."))
                .anyMatch(why -> why.endsWith("was kept and was not done now."));
    }

    @Test
    void a_short_phase_is_judged_with_the_run() {
        Comparison kept = study(50, 1000, 1010, 1020, 990, 1005, 995);
        assertThat(Gate.of(kept, kept, LIMIT, false, false).figures())
                .extracting(GateFigure::part)
                .containsExactly(GateFigure.WHOLE);
    }

    @Test
    void as_many_repeats_are_asked_for_as_its_figures_need_beside_those_that_were_kept() {
        assertThat(Gate.repeats(KEPT)).contains(5);
        assertThat(Gate.repeats(study(400, 1000, 1010))).isEmpty();
        assertThat(Certainty.neededBeside(5, 12)).contains(7);
        assertThat(Certainty.carried(5, 7)).isGreaterThanOrEqualTo(12);
        assertThat(Certainty.carried(5, 6)).isLessThan(12);
        assertThat(Bootstrap.ratio(List.of(1., 1., 1., 1., 1.), List.of(2., 2., 2., 2., 2.), 12))
                .matches(ratio -> !ratio.isSure(), "five beside five do not carry twelve");
        assertThat(
                        Bootstrap.ratio(
                                List.of(1., 1., 1., 1., 1.),
                                List.of(2., 2., 2., 2., 2., 2., 2.),
                                12))
                .matches(Ratio::isSure, "five beside seven do");
    }

    @Test
    void the_stage_that_grew_most_is_known() {
        Comparison now = study(480, 1000, 1010, 1020, 990, 1005, 995);
        assertThat(GrownStage.most(KEPT.baseline(), now.baseline()))
                .isEqualTo(Optional.of(new GrownStage("write", 410, 490)));
        assertThat(GrownStage.most(KEPT.baseline(), KEPT.baseline())).isEmpty();
    }
}
