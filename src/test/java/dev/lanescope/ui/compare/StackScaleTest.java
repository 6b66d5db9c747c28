package dev.lanescope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.explain.SpeedUpStack;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/// Stacks of runs that have many lanes beside stacks of runs that have few.
class StackScaleTest {

    private static final SpeedUpStack TWO = stack(2);
    private static final SpeedUpStack SIXTEEN = stack(16);

    @Test
    void stacks_of_equally_many_lanes_are_in_units_of_lanes_and_there_is_nothing_to_choose() {
        List<SpeedUpStack> alike = List.of(TWO, stack(2));
        assertThat(StackScale.differ(alike)).isFalse();
        assertThat(StackScale.fitting(alike)).isEqualTo(StackScale.LANES);
        assertThat(StackScale.LANES.most(alike)).isEqualTo(2);
        assertThat(StackScale.LANES.of(1.5, TWO)).isEqualTo(1.5);
    }

    @Test
    void stacks_of_two_and_of_sixteen_lanes_are_shares_each_of_which_comes_to_all_of_its_time() {
        List<SpeedUpStack> mixed = List.of(TWO, SIXTEEN);
        assertThat(StackScale.differ(mixed)).isTrue();
        assertThat(StackScale.fitting(mixed)).isEqualTo(StackScale.SHARES);
        assertThat(StackScale.SHARES.most(mixed)).isEqualTo(1);
        assertThat(mixed)
                .allSatisfy(stack ->
                        assertThat(
                                        Arrays.stream(StackPart.values())
                                                .mapToDouble(part ->
                                                        StackScale.SHARES.of(
                                                                stack.height(part), stack))
                                                .sum())
                                .isCloseTo(1, within(1e-9)));
    }

    @Test
    void on_one_scale_the_one_with_most_lanes_gives_the_height() {
        assertThat(StackScale.LANES.most(List.of(TWO, SIXTEEN))).isEqualTo(16);
        assertThat(StackScale.LANES.most(List.of())).isEqualTo(1);
    }

    private static SpeedUpStack stack(int lanes) {
        return SpeedUpStack.of(Traces.random(7, lanes, 100), Traces.random(7, 1, 100));
    }
}
