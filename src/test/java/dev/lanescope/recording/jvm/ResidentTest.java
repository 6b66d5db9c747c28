package dev.lanescope.recording.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Fact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The memory of this process and its children, by what the system says.
class ResidentTest {

    @Test
    void the_kernels_words_are_understood() {
        assertThat(Resident.resident("Name:\tjava\nVmHWM:\t 9 kB\nVmRSS:\t   81234 kB\nX: 1 kB"))
                .hasValue(81_234L * 1_024);
        assertThat(Resident.resident("Name:\tkworker\nState: Z (zombie)\n")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void children_count_and_the_most_stays() throws Exception {
        var alone = new Resident(false);
        alone.read(0);
        Process child = new ProcessBuilder("sleep", "600").start();
        try {
            var all = new Resident(true);
            all.read(0);
            assertThat(all.peak().map(Fact::value).orElse(""))
                    .matches("[1-9][0-9]* MB, of it [1-9][0-9]* MB in .*child process.*");
            assertThat(alone.peak().map(Fact::value).orElse("")).matches("[1-9][0-9]* MB");
            assertThat(all.peak())
                    .hasValueSatisfying(fact -> assertThat(fact.name()).isEqualTo("Peak memory"));
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void nothing_is_claimed_before_anything_was_read() {
        assertThat(new Resident(true).peak()).isEmpty();
    }
}
