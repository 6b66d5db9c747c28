package dev.lanescope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

/// What is to be measured, as it is asked for in the window.
class StudyPlanTest {

    private static List<ConcurrencyModel> models(String... ids) {
        return Stream.of(ids).map(id -> Models.byId(id).orElseThrow()).toList();
    }

    @Test
    void numbers_of_workers_are_read_as_people_type_them() {
        assertThat(StudyPlan.workersOf("1,2,4")).containsExactly(1, 2, 4);
        assertThat(StudyPlan.workersOf(" 2  8 ")).containsExactly(2, 8);
        assertThat(StudyPlan.workersOf("2; 2, 3")).containsExactly(2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "0", "-1", "2,,x", "1001", "99999999999"})
    void anything_else_is_refused_with_a_sentence_that_quotes_it(String typed) {
        assertThatThrownBy(() -> StudyPlan.workersOf(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 1 to 1000")
                .hasMessageContaining("such as 1,2,4");
    }

    @Test
    void every_model_runs_with_every_number_but_sequential_only_with_one() {
        var plan =
                new StudyPlan(
                        models("sequential", "fixed-pool"),
                        List.of(1, 2, 4),
                        5,
                        Knobs.STANDARD,
                        1,
                        false);
        assertThat(plan.settings()).isEqualTo(4);
        assertThat(plan.words()).startsWith("4 settings × 5 rounds = 20 runs");
    }

    @Test
    void a_model_alone_with_its_one_number_is_one_setting() {
        assertThat(
                        new StudyPlan(
                                        models("sequential"),
                                        List.of(2, 4),
                                        1,
                                        Knobs.STANDARD,
                                        1,
                                        false)
                                .words())
                .startsWith("1 setting × 1 round = 1 run,");
    }
}
