package dev.lanescope.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicBoolean;

/// How everybody is woken.
class StopSignalTest {

    @Test
    void a_waker_that_throws_keeps_no_other_from_waking() {
        var woken = new AtomicBoolean();
        var stop = new StopSignal();
        stop.onRequest(() -> {
            throw new IllegalStateException("a bad waker");
        });
        stop.onRequest(() -> woken.set(true));
        assertThatThrownBy(stop::request).hasMessage("a bad waker");
        assertThat(woken).isTrue();
    }
}
