package dev.lanescope.ui.timeline.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;
import dev.lanescope.ui.timeline.frame.CounterLook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What the track of the JVM and the counters say in words.
class JvmWordsOnTrackTest {

    private static JvmEvent pause(long start, long end) {
        return new JvmEvent(JvmEvent.Kind.COLLECTION, "G1New", start, end);
    }

    @Test
    void of_one_event_it_is_said_what_it_was_and_what_it_cost() {
        assertThat(JvmHover.words(List.of(pause(0, 1_000_000)), 500, 600, 4).orElseThrow())
                .contains("G1 young pause", "4 lanes stood still");
    }

    @Test
    void of_many_in_one_pixel_it_is_said_how_many_and_their_true_share() {
        var pauses = List.of(pause(0, 10), pause(50, 60), pause(100, 110), pause(150, 160));
        assertThat(JvmHover.words(pauses, 0, 200, 2).orElseThrow())
                .contains("4 stops here", "20", "of 200 ns", "80");
    }

    @Test
    void where_nothing_happened_nothing_is_said() {
        assertThat(JvmHover.words(List.of(pause(0, 10)), 500, 600, 4)).isEmpty();
    }

    @Test
    void a_story_that_is_behind_says_by_how_much() {
        assertThat(JvmHover.late(840_000_000)).isEqualTo("0.8 s behind");
    }

    @ParameterizedTest
    @CsvSource({
        "heap MB, 148, 148 MB",
        "CPU here, 187, 1.9 cores",
        "CPU others, 0, 0.0 cores",
        "bytes sent, 2000, 2.0 kB",
        "worker with the lock, 2, worker 2",
        "worker with the lock, 0, nobody",
        "waiting for parse, 12, 12",
        "load (thousandths), -1250, \u22121.25",
        "CPU usage of a stranger, 35, 35"
    })
    void a_counters_value_is_written_by_what_it_means(String name, long value, String words) {
        var trace = new Trace(Traces.info(1, 1), Traces.QUEUE);
        Counter counter = trace.counter(name);
        counter.append(0, value);
        var view = trace.snapshot(() -> 1).counters().getFirst();
        assertThat(CounterLook.of(view).words(value)).isEqualTo(words);
    }
}
