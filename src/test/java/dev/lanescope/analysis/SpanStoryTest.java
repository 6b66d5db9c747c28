package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Phase;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.List;

class SpanStoryTest {

    @Test
    void a_page_that_crosses_lanes_takes_from_its_first_span_on_any_to_its_last() {
        Snapshot staged =
                Traces.of(
                        "idle 5, read@0 10, idle 45",
                        "idle 20, parse@0 10, idle 30",
                        "idle 40, write@0 15, idle 5");
        SpanStory story = SpanStory.of(staged, staged.lanes().get(1).span(1));
        ItemFlow way = story.flow().orElseThrow();
        assertThat(way.nanos()).isEqualTo(50);
        assertThat(way.lanes()).isEqualTo(3);
        assertThat(story.before().orElseThrow().from().lane()).isZero();
        assertThat(story.after().orElseThrow().to().lane()).isEqualTo(2);
    }

    @Test
    void a_phase_is_known_from_the_ends_of_the_lanes_however_long_they_are() {
        Snapshot run =
                Traces.inPhases(
                        List.of(new Phase("pages", 0), new Phase("generated", 1)),
                        "read@0 30, idle 10, write@1 20",
                        "idle 50, write@1 5, idle 5");
        assertThat(PhaseTime.of(run).getFirst().endNanos()).isEqualTo(30);
        assertThat(PhaseTime.of(run).getLast().endNanos()).isEqualTo(60);
    }
}
