package dev.lanescope.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A rule of thumb costs what its number of workers took over the best.
class RuleCheckTest {

    /// Five runs each: 100, 60 and 66 ns, give or take 1.
    private static final Scaling SWEEP = scaling(5, 100, 60, 66);

    private static Scaling scaling(int runs, double... medians) {
        var made = new ArrayList<Measurement>();
        for (int workers = 1; workers <= medians.length; workers++) {
            for (int run = 0; run < runs; run++) {
                made.add(new Measurement(workers, medians[workers - 1] + (run - runs / 2)));
            }
        }
        List<Double> one =
                made.stream().filter(each -> each.workers() == 1).map(Measurement::nanos).toList();
        return Scaling.of(made, one, 3);
    }

    private static RuleCheck check(int workers) {
        return RuleCheck.of(List.of(RuleOfThumb.of("n", "we", workers)), SWEEP).getFirst();
    }

    @Test
    void who_chooses_the_best_loses_nothing() {
        assertThat(check(2).isBest()).isTrue();
        assertThat(check(2).words()).isEqualTo("the best");
        assertThat(check(2).over().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void another_number_costs_what_it_took_longer_with_an_interval() {
        RuleCheck check = check(3);
        assertThat(check.isBest()).isFalse();
        assertThat(check.over().orElseThrow().value()).isCloseTo(1.1, within(1e-9));
        assertThat(check.over().orElseThrow().low()).isBetween(1.0, 1.1);
        assertThat(check.over().orElseThrow().high()).isBetween(1.1, 1.2);
        assertThat(check.words()).startsWith("+10.0 % (+").endsWith(" %)");
    }

    @Test
    void what_nobody_measured_is_not_guessed_and_asked_for_once() {
        List<RuleCheck> checks =
                RuleCheck.of(
                        List.of(
                                RuleOfThumb.of("a", "we", 8),
                                RuleOfThumb.of("b", "we", 4),
                                RuleOfThumb.of("c", "we", 8),
                                RuleOfThumb.of("d", "we", 1)),
                        SWEEP);
        assertThat(checks.getFirst().words()).isEqualTo("not measured");
        assertThat(RuleCheck.missing(checks)).containsExactly(4, 8);
    }

    @Test
    void who_cannot_tell_says_why_and_is_not_missing() {
        var rule = new RuleOfThumb("n", "we", OptionalInt.empty(), "nobody knows");
        RuleCheck check = RuleCheck.of(List.of(rule), SWEEP).getFirst();
        assertThat(check.words()).isEqualTo("cannot tell");
        assertThat(check.isMissing()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleOfThumb("n", "we", OptionalInt.empty(), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> RuleOfThumb.of("n", "we", 0));
    }

    @Test
    void the_knee_is_the_first_number_that_is_not_shown_to_be_slower() {
        assertThat(RuleCheck.fewestAsGood(SWEEP)).hasValue(2);
        assertThat(RuleCheck.fewestAsGood(scaling(5, 100, 60.5, 66, 60))).hasValue(2);
        assertThat(RuleCheck.fewestAsGood(scaling(2, 100, 60, 66))).isEmpty();
    }

    @Test
    void a_number_with_few_runs_is_not_passed_over_on_the_way_to_the_knee() {
        var made = new ArrayList<Measurement>();
        for (int run = 0; run < 5; run++) {
            made.add(new Measurement(1, 100 + run));
            made.add(new Measurement(4, 60 + run));
        }
        made.add(new Measurement(2, 60));
        Scaling scaling = Scaling.of(made, List.of(100.0, 101.0, 102.0, 103.0, 104.0), 3);
        assertThat(RuleCheck.fewestAsGood(scaling)).as("two may do as well").isEmpty();
        assertThat(RuleCheck.runsNeeded(scaling)).isEqualTo(5);
    }
}
