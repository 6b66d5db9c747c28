package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class UtilisationMapTest {

    private static final Snapshot SMALL =
            Traces.of("read@0 10, queue 10, parse@0 15, idle 5", "queue 30, read@1 10");

    @Test
    void a_cell_knows_how_much_of_its_lane_time_was_work() {
        var map = UtilisationMap.of(SMALL, Stretch.of(SMALL), 10, 4);
        assertThat(map.rows()).isEqualTo(2);
        assertThat(map.buckets()).isEqualTo(4);
        assertThat(List.of(map.share(0, 0), map.share(0, 1), map.share(0, 2), map.share(0, 3)))
                .containsExactly(1.0, 0.0, 1.0, 0.5);
        assertThat(map.share(1, 3)).isEqualTo(1.0);
        assertThat(map.share(1, 2)).isZero();
    }

    @Test
    void more_lanes_than_rows_share_rows() {
        Snapshot trace = Traces.random(3, 7, 40);
        var map = UtilisationMap.of(trace, Stretch.of(trace), 3, 20);
        List<Integer> lanes = new ArrayList<>();
        for (int row = 0; row < map.rows(); row++) {
            assertThat(map.lanes(row)).isNotEmpty();
            lanes.addAll(map.lanes(row));
        }
        assertThat(lanes).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void a_stretch_of_nothing_is_a_grid_of_nothing() {
        var map = UtilisationMap.of(SMALL, new Stretch(90, 95, List.of(0)), 4, 4);
        assertThat(map.buckets()).isEqualTo(1);
        assertThat(map.share(0, 0)).isZero();
        assertThat(UtilisationMap.of(SMALL, new Stretch(0, 9, List.of()), 4, 4).rows()).isOne();
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_cells_add_up_to_the_work_of_the_stretch_to_the_nanosecond(long seed) {
        Snapshot trace = Traces.random(seed);
        var random = new Random(seed);
        Stretch stretch = StretchStatisticsTest.someOf(trace, seed);
        var map = UtilisationMap.of(trace, stretch, 1 + random.nextInt(6), 1 + random.nextInt(90));
        long work = 0;
        long laneTime = 0;
        for (int row = 0; row < map.rows(); row++) {
            for (int bucket = 0; bucket < map.buckets(); bucket++) {
                work += map.workNanos(row, bucket);
                laneTime += map.laneNanos(row, bucket);
                assertThat(map.workNanos(row, bucket)).isBetween(0L, map.laneNanos(row, bucket));
            }
        }
        var figures = StretchStatistics.of(trace, stretch);
        assertThat(laneTime).isEqualTo(figures.insideNanos());
        assertThat(work)
                .isEqualTo(
                        figures.rows().stream()
                                .filter(row -> trace.state(row.state()).kind() == State.Kind.WORK)
                                .mapToLong(StretchStatistics.Row::insideNanos)
                                .sum());
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void every_moment_is_in_the_bucket_that_is_found_for_it(long seed) {
        Snapshot trace = Traces.random(seed);
        var random = new Random(seed);
        var map = UtilisationMap.of(trace, Stretch.of(trace), 5, 1 + random.nextInt(200));
        for (int i = 0; i < 50; i++) {
            double moment = random.nextDouble((double) trace.endNanos());
            int bucket = map.bucketAt(moment);
            assertThat((double) map.startNanos(bucket)).isLessThanOrEqualTo(moment);
            assertThat((double) map.startNanos(bucket + 1)).isGreaterThan(moment);
        }
        assertThat(map.bucketAt(-1)).isEqualTo(-1);
        assertThat(map.bucketAt((double) trace.endNanos())).isEqualTo(-1);
        assertThat(map.bucketAt(Double.NaN)).isEqualTo(-1);
    }
}
