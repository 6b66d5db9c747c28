package dev.lanescope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.JvmEvent;

import org.junit.jupiter.api.Test;

/// What the JVM calls by short names is said so that people understand it.
class JvmWordsTest {

    @Test
    void a_collection_says_what_it_cost_the_lanes() {
        var pause = new JvmEvent(JvmEvent.Kind.COLLECTION, "G1New", 0, 23_000_000);
        assertThat(JvmWords.cost(pause, 8))
                .startsWith("G1 young pause 23")
                .contains("8 lanes stood still")
                .contains("184")
                .endsWith("of lane time");
    }

    @Test
    void a_name_that_says_pause_already_is_left_alone() {
        assertThat(JvmWords.title(new JvmEvent(JvmEvent.Kind.COLLECTION, "Pause Remark", 0, 1)))
                .isEqualTo("Pause Remark");
    }

    @Test
    void a_compilation_costs_no_lane_anything_directly() {
        var compiled = new JvmEvent(JvmEvent.Kind.COMPILATION, "C2 Parser.parse", 0, 1_000_000);
        assertThat(JvmWords.cost(compiled, 8)).contains("C2 Parser.parse", "beside the lanes");
    }

    @Test
    void another_stop_says_for_what() {
        assertThat(JvmWords.title(new JvmEvent(JvmEvent.Kind.SAFEPOINT, "ThreadDump", 0, 1)))
                .isEqualTo("stop for ThreadDump");
    }
}
