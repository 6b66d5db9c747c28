package dev.lanescope.ui.timeline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The scale of the throughput chart.
class ThroughputChartTest {

    @Test
    void there_is_room_above_the_highest_line_for_half_a_figure() {
        assertThat(ThroughputChart.withRoomForFigure(806, 200)).isEqualTo(800 * 1.07);
        assertThat(ThroughputChart.withRoomForFigure(900, 200)).isEqualTo(900);
        assertThat(ThroughputChart.withRoomForFigure(1.12, 0.5)).isEqualTo(1.12);
    }
}
