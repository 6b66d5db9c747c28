package dev.lanescope.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoiseProbeTest {

    @Test
    void what_a_single_run_keeps_says_of_how_many_processors_it_got_how_much() {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(NoiseProbe.afterRun())
                .singleElement()
                .matches(fact -> fact.name().equals("Noise probe"))
                .extracting(fact -> fact.value())
                .asString()
                .matches("\\d+\\.\\d\\d of " + processors + " processors for 10 ms after the run");
    }

    @Test
    void an_interrupted_thread_stays_interrupted_and_nothing_is_made_up() {
        Thread.currentThread().interrupt();
        assertThat(NoiseProbe.afterRun()).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }
}
