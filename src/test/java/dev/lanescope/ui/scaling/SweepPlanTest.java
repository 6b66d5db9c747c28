package dev.lanescope.ui.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;

import org.junit.jupiter.api.Test;

import java.util.List;

class SweepPlanTest {

    private static final ConcurrencyModel HYBRID = Models.byId("hybrid").orElseThrow();

    @Test
    void a_grid_of_numbers_that_the_model_cannot_have_is_refused_in_a_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SweepPlan(HYBRID, List.of(1_000), List.of(1, 2), 5))
                .withMessage(
                        "A sweep takes at least two numbers of workers that "
                                + HYBRID.title()
                                + " can have.");
    }

    @Test
    void a_grid_takes_every_number_of_groups_with_every_number_of_threads() {
        var plan = new SweepPlan(HYBRID, List.of(1, 2), List.of(1, 2, 3), 5);
        assertThat(plan.settings()).isEqualTo(7);
        assertThat(plan.words())
                .startsWith("2 × 3 ways to part the workers and Sequential × 5 rounds = 35 runs");
    }
}
