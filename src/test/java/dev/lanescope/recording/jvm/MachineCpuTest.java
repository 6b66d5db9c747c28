package dev.lanescope.recording.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/// From the kernel's ticks to processors in use.
class MachineCpuTest {

    private static MachineCpu.Reading at(long nanos, long ownNanos, String all) {
        return MachineCpu.parse(
                List.of("cpu  " + all, "cpu0 1", "cpu1 1", "intr 5"), nanos, ownNanos);
    }

    @Test
    void of_two_processors_half_busy_what_is_not_ours_is_others() {
        var before = at(0, 0, "100 0 0 100 0 0 0 0 0 0");
        var after = at(100_000_000, 30_000_000, "105 0 5 110 0 0 0 0 0 0");
        assertThat(MachineCpu.Load.between(before, after)).isEqualTo(new MachineCpu.Load(30, 70));
    }

    @Test
    void waiting_for_a_disk_is_idle_and_guests_are_not_counted_twice() {
        var before = at(0, 0, "0 0 0 0 0 0 0 0 0 0");
        var after = at(100_000_000, 0, "10 0 0 5 5 0 0 0 10 0");
        assertThat(MachineCpu.Load.between(before, after).others()).isEqualTo(100);
    }

    @Test
    void ticks_too_coarse_for_a_short_stretch_never_make_others_negative() {
        var before = at(0, 0, "10 0 0 10");
        var after = at(1_000_000, 1_900_000, "10 0 0 10");
        assertThat(MachineCpu.Load.between(before, after)).isEqualTo(new MachineCpu.Load(190, 0));
    }

    @Test
    void more_than_all_processors_is_a_tick_of_before_and_told_as_all() {
        var before = at(0, 0, "0 0 0 0");
        var after = at(100_000_000, 220_000_000, "20 0 0 0");
        assertThat(MachineCpu.Load.between(before, after)).isEqualTo(new MachineCpu.Load(200, 0));
    }
}
