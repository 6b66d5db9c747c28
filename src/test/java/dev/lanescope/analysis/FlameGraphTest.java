package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Phase;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class FlameGraphTest {

    private static final List<Phase> TWO =
            List.of(new Phase("pages", 0), new Phase("generated", 2));

    @Test
    void a_run_in_phases_is_divided_by_phase_then_purpose_then_state_then_page() {
        Snapshot run =
                Traces.inPhases(
                        TWO,
                        "queue 5, read@0 10, write@0 10, idle 15, write@2 10, idle 50",
                        "queue 5, read@1 10, write@1 20, idle 5, write@3 60");
        FlameFrame all = FlameGraph.of(run, Stretch.of(run));
        assertThat(all.nanos()).isEqualTo(200);
        assertThat(names(all)).containsExactly("pages", "generated");
        FlameFrame pages = all.children().getFirst();
        assertThat(pages.nanos()).isEqualTo(2 * 35);
        assertThat(names(pages)).containsExactly("work", "waiting");
        FlameFrame write = pages.children().getFirst().children().getLast();
        assertThat(write.name()).isEqualTo("write");
        assertThat(write.state()).isEqualTo(Traces.WRITE);
        assertThat(names(write)).containsExactly("ch1/page-1.md", "ch0/page-0.md");
        assertThat(write.children().getFirst().item()).isEqualTo(1);
        assertThat(write.children().getFirst().nanos()).isEqualTo(20);
        assertThat(all.depth()).isEqualTo(5);
    }

    @Test
    void a_run_in_one_phase_begins_with_work_and_waiting() {
        Snapshot run = Traces.of("queue 5, read@0 10, idle 15");
        FlameFrame all = FlameGraph.of(run, Stretch.of(run));
        assertThat(names(all)).containsExactly("work", "waiting");
    }

    @Test
    void a_wait_without_a_page_tells_which_stage_it_held_up() {
        Snapshot run = Traces.of("lock 5, parse@0 10, lock 7, write@0 1, idle 2");
        FlameFrame all = FlameGraph.of(run, Stretch.of(run));
        FlameFrame lock = all.children().getLast().children().getFirst();
        assertThat(lock.nanos()).isEqualTo(12);
        assertThat(names(lock)).containsExactly("before write", "before parse");
    }

    @Test
    void beyond_so_many_pages_the_rest_is_one_frame_and_nothing_is_lost() {
        int pages = FlameGraph.MOST_DETAILS + 50;
        Snapshot run =
                Traces.of(
                        IntStream.range(0, pages)
                                .mapToObj(page -> "parse@" + page + " " + (page + 1))
                                .collect(Collectors.joining(", ")));
        FlameFrame parse = FlameGraph.of(run, Stretch.of(run)).children().getFirst();
        FlameFrame state = parse.children().getFirst();
        assertThat(state.children()).hasSize(FlameGraph.MOST_DETAILS + 1);
        assertThat(state.children().getLast().name()).isEqualTo("50 more");
        assertThat(state.children().getLast().nanos()).isEqualTo(50 * 51 / 2);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void all_frames_add_up_and_states_agree_with_the_statistics(long seed) {
        Snapshot trace = Traces.random(seed);
        Stretch stretch = StretchStatisticsTest.someOf(trace, seed);
        FlameFrame all = FlameGraph.of(trace, stretch);
        var figures = StretchStatistics.of(trace, stretch);
        assertThat(all.nanos()).isEqualTo(figures.insideNanos());
        Map<Integer, Long> states = new HashMap<>();
        collect(all, states);
        for (var row : figures.rows()) {
            assertThat(states.getOrDefault(row.state(), 0L)).isEqualTo(row.insideNanos());
        }
    }

    private static void collect(FlameFrame frame, Map<Integer, Long> states) {
        long children = frame.children().stream().mapToLong(FlameFrame::nanos).sum();
        if (frame.level().compareTo(FlameFrame.Level.STATE) < 0) {
            assertThat(children).isEqualTo(frame.nanos());
        } else {
            assertThat(children).isLessThanOrEqualTo(frame.nanos());
        }
        if (frame.level() == FlameFrame.Level.STATE) {
            states.merge(frame.state(), frame.nanos(), Long::sum);
        }
        frame.children().forEach(child -> collect(child, states));
    }

    private static List<String> names(FlameFrame frame) {
        return frame.children().stream().map(FlameFrame::name).toList();
    }
}
