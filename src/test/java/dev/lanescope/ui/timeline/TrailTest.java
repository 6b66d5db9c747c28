package dev.lanescope.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.chart.TimeWindow;

import org.junit.jupiter.api.Test;

/// Undoing and redoing moves.
class TrailTest {

    private static final long SECOND = 1_000_000_000;

    private final Trail trail = new Trail();

    private static TimeWindow window(int number) {
        return new TimeWindow(number * 1000, number * 1000 + 500);
    }

    @Test
    void every_move_can_be_undone_and_done_again() {
        trail.leave(window(1), SECOND);
        trail.leave(window(2), 2 * SECOND);
        assertThat(trail.back(window(3))).hasValue(window(2));
        assertThat(trail.back(window(2))).hasValue(window(1));
        assertThat(trail.back(window(1))).isEmpty();
        assertThat(trail.forward(window(1))).hasValue(window(2));
        assertThat(trail.forward(window(2))).hasValue(window(3));
        assertThat(trail.forward(window(3))).isEmpty();
    }

    @Test
    void a_drag_is_one_move() {
        for (int event = 0; event < 50; event++) {
            trail.leave(window(event), SECOND + event * 20_000_000L);
        }
        assertThat(trail.back(window(50))).hasValue(window(0));
        assertThat(trail.back(window(0))).isEmpty();
    }

    @Test
    void who_moves_on_after_going_back_cannot_go_forward() {
        trail.leave(window(1), SECOND);
        assertThat(trail.back(window(2))).hasValue(window(1));
        trail.leave(window(1), 3 * SECOND);
        assertThat(trail.forward(window(3))).isEmpty();
        assertThat(trail.back(window(3))).hasValue(window(1));
    }

    @Test
    void another_run_has_no_past() {
        trail.leave(window(1), SECOND);
        trail.forget();
        assertThat(trail.back(window(2))).isEmpty();
    }

    @Test
    void only_so_many_moves_are_kept() {
        for (int move = 0; move < 1000; move++) {
            trail.leave(window(move), move * SECOND);
        }
        int undone = 0;
        TimeWindow now = window(1000);
        for (var there = trail.back(now); there.isPresent(); there = trail.back(now)) {
            now = there.get();
            undone++;
        }
        assertThat(undone).isEqualTo(200);
    }
}
