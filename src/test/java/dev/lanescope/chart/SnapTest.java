package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/// Pointing beside the edge of a span.
class SnapTest {

    /// A thousand pixels for a thousand nanoseconds.
    private static final Viewport VIEW =
            new Viewport(new TimeWindow(0, 1000), LaneLayout.full(1), 1000, 38, 0);

    private static LaneView lane() {
        var states = List.of(new State("idle", State.Kind.IDLE));
        var info = new RunInfo("m", "M", 1, "c", 1, Instant.EPOCH, 0, states, List.of());
        var trace = new Trace(info, 0);
        trace.lane(0).append(300, 0, -1, -1);
        trace.lane(0).append(308, 0, -1, -1);
        trace.finish(900);
        return trace.snapshot(() -> 0).lanes().getFirst();
    }

    @Test
    void an_edge_within_reach_is_meant() {
        assertThat(Snap.moment(VIEW, lane(), 295)).isEqualTo(300);
        assertThat(Snap.moment(VIEW, lane(), 303)).isEqualTo(300);
        assertThat(Snap.moment(VIEW, lane(), 305)).isEqualTo(308);
        assertThat(Snap.moment(VIEW, lane(), 4)).isZero();
    }

    @Test
    void elsewhere_the_moment_itself_is_meant() {
        assertThat(Snap.moment(VIEW, lane(), 200.25)).isCloseTo(200.25, within(1e-9));
    }

    @Test
    void nothing_is_meant_outside_the_run() {
        assertThat(Snap.moment(VIEW, lane(), 990)).isEqualTo(900);
    }
}
