package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

/// Runs under each other, to be compared.
class RunBlocksTest {

    private static final int FIGURES = 58;

    @Test
    void blocks_lie_under_each_other_without_a_gap_each_with_its_heading() {
        var blocks = RunBlocks.of(List.of(1, 2, 8), FIGURES, 500).blocks();
        assertThat(blocks).hasSize(3);
        assertThat(blocks.getFirst().top()).isZero();
        for (int i = 0; i < blocks.size(); i++) {
            assertThat(blocks.get(i).lanesTop() - blocks.get(i).top()).isEqualTo(RunBlocks.HEADING);
            if (i > 0) {
                assertThat(blocks.get(i).top()).isEqualTo(blocks.get(i - 1).bottom());
            }
        }
    }

    @Test
    void lanes_are_as_high_as_the_view_has_room_for_and_all_of_one_height() {
        RunBlocks low = RunBlocks.of(List.of(8, 8), FIGURES, 250);
        RunBlocks high = RunBlocks.of(List.of(8, 8), FIGURES, 600);
        assertThat(low.height()).isLessThanOrEqualTo(250);
        assertThat(high.height()).isBetween(560, 600);
        assertThat(high.laneHeight()).isGreaterThan(low.laneHeight());
        assertThat(high.hasRoomFor(0, 8)).isTrue();
    }

    @Test
    void a_run_on_one_lane_still_has_room_for_its_figures() {
        RunBlocks blocks = RunBlocks.of(List.of(1), FIGURES, 100);
        assertThat(blocks.blocks().getFirst().lanesHeight()).isGreaterThanOrEqualTo(FIGURES);
    }

    @Test
    void more_runs_than_fit_are_higher_than_the_view() {
        RunBlocks blocks = RunBlocks.of(Collections.nCopies(12, 4), FIGURES, 300);
        assertThat(blocks.height()).isEqualTo(12 * (RunBlocks.HEADING + FIGURES));
        assertThat(blocks.laneHeight())
                .as("the room that the figures take anyway is not left empty")
                .isEqualTo(FIGURES / 4);
    }

    @Test
    void a_run_with_hundreds_of_lanes_does_not_push_the_others_away() {
        RunBlocks blocks = RunBlocks.of(List.of(2, 2000), FIGURES, 400);
        assertThat(blocks.height()).isLessThanOrEqualTo(400);
        assertThat(blocks.hasRoomFor(1, 2000)).isFalse();
    }

    @Test
    void a_run_with_many_lanes_has_lower_ones_and_fills_its_room() {
        RunBlocks blocks = RunBlocks.of(List.of(2, 16), FIGURES, 900);
        RunBlocks.Block many = blocks.blocks().get(1);
        assertThat(many.laneHeight()).isLessThan(blocks.laneHeight());
        assertThat(blocks.hasRoomFor(1, 16)).isTrue();
        assertThat(many.lanesHeight() - 16 * many.laneHeight()).isLessThan(16);
    }

    @Test
    void a_height_belongs_to_one_block_or_none() {
        RunBlocks blocks = RunBlocks.of(List.of(2, 2), FIGURES, 200);
        int second = blocks.blocks().get(1).top();
        assertThat(blocks.at(0)).isZero();
        assertThat(blocks.at(second - 1)).isZero();
        assertThat(blocks.at(second)).isEqualTo(1);
        assertThat(blocks.at(blocks.height())).isEqualTo(-1);
        assertThat(blocks.at(-1)).isEqualTo(-1);
    }

    @Test
    void nothing_to_compare_takes_no_room() {
        assertThat(RunBlocks.of(List.of(), FIGURES, 100).height()).isZero();
    }
}
