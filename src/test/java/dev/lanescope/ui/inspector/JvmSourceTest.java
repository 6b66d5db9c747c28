package dev.lanescope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.JvmAccount;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;
import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@ExtendWith(ApplicationExtension.class)
@OnScreen
class JvmSourceTest {

    private final Background background = new Background();

    @AfterEach
    void close() {
        background.close();
    }

    private static Snapshot stopped(int spans) {
        Trace trace = Traces.randomTrace(1, 2, spans);
        long end = Traces.finished(trace).endNanos();
        trace.happened(List.of(new JvmEvent(JvmEvent.Kind.COLLECTION, "G1New", 1, end / 2)));
        return Traces.finished(trace);
    }

    @Test
    void of_a_small_trace_it_is_known_at_once() throws Exception {
        Snapshot small = stopped(100);
        var answer = new CompletableFuture<Optional<JvmAccount>>();
        FxThread.later(() -> answer.complete(new JvmSource(background, () -> {}).of(small)));
        assertThat(answer.get(10, TimeUnit.SECONDS)).contains(JvmAccount.of(small));
    }

    @Test
    void of_a_long_one_it_is_added_up_in_the_background_and_told_when_it_is_there()
            throws Exception {
        Snapshot big = stopped(40_000);
        assertThat(big.spans()).isGreaterThan(JvmSource.AT_ONCE);
        var first = new CompletableFuture<Optional<JvmAccount>>();
        var later = new CompletableFuture<Optional<JvmAccount>>();
        FxThread.later(() -> {
            var source = new JvmSource[1];
            source[0] = new JvmSource(background, () -> later.complete(source[0].of(big)));
            first.complete(source[0].of(big));
        });
        assertThat(first.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(later.get(30, TimeUnit.SECONDS)).contains(JvmAccount.of(big));
    }
}
