package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/// Where the middle half of a setting's runs lies.
class MiddleHalfTest {

    private static Contender of(int... millis) {
        List<Snapshot> runs =
                Arrays.stream(millis)
                        .mapToObj(each -> Traces.of("parse@0 " + each + "000000"))
                        .toList();
        return new Contender(runs);
    }

    @Test
    void quartiles_lie_between_neighbours_in_proportion() {
        assertThat(MiddleHalf.of(of(9, 1, 3, 5, 7)))
                .hasValueSatisfying(half -> {
                    assertThat(half.low()).isEqualTo(3e6);
                    assertThat(half.high()).isEqualTo(7e6);
                    assertThat(half.words()).isEqualTo("3.00 ms to 7.00 ms");
                });
        assertThat(MiddleHalf.of(of(10, 20, 30, 40))).contains(new MiddleHalf(17.5e6, 32.5e6));
    }

    @Test
    void one_slow_run_does_not_move_it() {
        assertThat(MiddleHalf.of(of(10, 11, 12, 13, 900)))
                .isEqualTo(MiddleHalf.of(of(10, 11, 12, 13, 14)));
    }

    @Test
    void three_runs_have_none() {
        assertThat(MiddleHalf.of(of(1, 2, 3))).isEmpty();
    }
}
