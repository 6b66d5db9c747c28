package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the kernel says of a process.
class NeighboursTest {

    @Test
    void a_process_without_a_terminal_and_with_brackets_in_its_name_is_understood() {
        String line = "42 (a) b (c) S 1 42 42 0 -1 4194304 5 5 0 0 7 8 9 10 20 0 1 0 99";
        assertThat(Neighbours.ours(line)).isEqualTo(7 + 8 + 9 + 10);
    }
}
