package dev.lanescope.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.ClaimState.Confirmed;
import dev.lanescope.claims.ClaimState.Refuted;
import dev.lanescope.claims.ClaimState.Undecided;
import dev.lanescope.concurrency.knobs.Fault;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalInt;

/// When a claim counts as confirmed, and when as refuted, over constructed intervals.
class ClaimRuleTest {

    private static final Measure SPEED =
            new Measure.SpeedUp(Side.jvm("isolated"), Side.jvm("fixed-pool"));
    private static final Measure LOST =
            new Measure.PagesLost("isolated", Fault.Kind.POISONED_STATIC);
    private static final ClaimRule RULE =
            new ClaimRule(
                    List.of(
                            new Condition(SPEED, Band.atMost(1.1)),
                            new Condition(LOST, Band.atMost(1))));

    private static Reading speed(double value, double low, double high, int repeats) {
        return new Reading(SPEED.key(), "isolated against threads", value, low, high, repeats);
    }

    private static Reading lost(int pages) {
        return Reading.counted(LOST.key(), "pages lost", pages);
    }

    private static ClaimState judge(Reading... readings) {
        return RULE.judge(List.of(readings));
    }

    @Test
    void all_conditions_confirm_together() {
        ClaimState state = judge(speed(0.9, 0.85, 0.95, 5), lost(1));
        assertThat(state).isInstanceOf(Confirmed.class);
        assertThat(state.why())
                .contains("isolated against threads: 0.90 (0.85 to 0.95) times as fast")
                .contains("claimed is at most 1.10 times as fast: all of it as claimed.")
                .contains("pages lost: 1, claimed is at most 1: as claimed.");
    }

    @Test
    void one_condition_refutes_even_if_another_was_never_measured() {
        ClaimState state = judge(lost(51));
        assertThat(state).isInstanceOf(Refuted.class);
        assertThat(state.why())
                .isEqualTo("pages lost: 51, claimed is at most 1: all of it more than claimed.");
    }

    @Test
    void what_was_never_measured_is_named() {
        ClaimState state = judge(speed(0.9, 0.85, 0.95, 5));
        assertThat(state).isInstanceOf(Undecided.class);
        assertThat(state.why())
                .contains("Not measured here yet")
                .contains("pages lost under isolated by poisoned-static");
        assertThat(((Undecided) state).repeats()).isEmpty();
    }

    @Test
    void an_interval_over_the_edge_says_how_many_repeats_are_missing() {
        ClaimState state = judge(speed(1.0, 0.9, 1.2, 5), lost(0));
        assertThat(state).isInstanceOf(Undecided.class);
        assertThat(((Undecided) state).repeats().orElseThrow()).isBetween(15, 16);
        assertThat(state.why()).contains("partly in and partly out", "more repeats of each");
    }

    @Test
    void a_point_that_lies_as_claimed_decides_nothing_with_few_repeats() {
        ClaimState state = judge(speed(0.5, 0.5, 0.5, 2), lost(0));
        assertThat(state).isEqualTo(new Undecided(state.why(), OptionalInt.of(3)));
        assertThat(state.why()).contains("2 repeats, too few for an interval");
    }

    @Test
    void readings_of_other_measures_are_left_aside() {
        var other = new Reading("gil/sequential", "gil", 9, 9, 9, 5);
        assertThat(judge(other)).isInstanceOf(Undecided.class);
    }

    @Test
    void one_of_several_readings_of_a_measure_is_enough_to_refute() {
        Measure best = new Measure.BestWorkers(Side.jvm("fixed-pool"), 2);
        ClaimRule rule = ClaimRule.of(best, Band.atLeast(1));
        Reading better = new Reading(best.key(), "4 against 1", 1.8, 1.7, 1.9, 5);
        Reading worse = new Reading(best.key(), "4 against 2", 0.8, 0.7, 0.9, 5);
        assertThat(rule.judge(List.of(better))).isInstanceOf(Confirmed.class);
        assertThat(rule.judge(List.of(better, worse))).isInstanceOf(Refuted.class);
    }

    @Test
    void a_rule_says_itself_in_words() {
        assertThat(RULE.words())
                .contains("isolated against fixed-pool: at most 1.10 times as fast")
                .contains("whole 95 % interval", "5 repeats");
        assertThat(ClaimRule.of(LOST, Band.atMost(1)).words()).contains("one trial of each");
    }
}
