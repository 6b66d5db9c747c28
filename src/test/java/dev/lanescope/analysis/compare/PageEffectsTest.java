package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.replay.PageSwap;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages are ranked by what they did to the makespan, which is not how long they took.
class PageEffectsTest {

    /// Page 0 takes 40 longer here than there but lies beside page 1, which is as long; page 2
    /// takes only 20 longer, at the end and alone.
    private static final Snapshot SLOWER =
            Traces.of("parse@0 60, parse@2 40", "parse@1 60, idle 40");

    private static final Snapshot FASTER =
            Traces.of("parse@0 20, parse@2 20, idle 20", "parse@1 60");

    @Test
    void a_page_that_a_longer_one_hides_did_less_than_its_lane_time() {
        PageEffects effects = PageEffects.of(FASTER, SLOWER);
        assertThat(effects.basis()).isEqualTo(PageEffects.Basis.REPLAY);
        assertThat(effects.pages())
                .extracting(page -> page.task().name())
                .as("page 0 by 40: page 2 would begin earlier; page 2 by 20; page 1 took the same")
                .containsExactly(
                        SLOWER.info().items().get(0),
                        SLOWER.info().items().get(2),
                        SLOWER.info().items().get(1));
        assertThat(effects.pages())
                .extracting(page -> page.effectNanos().orElseThrow())
                .containsExactly(40L, 20L, 0L);
        Snapshot hidden = Traces.of("parse@0 60, parse@2 10, idle 30", "parse@1 100");
        Snapshot quick = Traces.of("parse@0 20, parse@2 10, idle 60", "parse@1 90");
        PageEffects ofHidden = PageEffects.of(quick, hidden);
        assertThat(ofHidden.pages().getFirst().task().name())
                .as("forty less of page 0 shorten nothing, ten less of page 1 do")
                .isEqualTo(hidden.info().items().get(1));
        assertThat(ofHidden.pages().getFirst().effectNanos()).hasValue(10);
        assertThat(ofHidden.pages().get(1).effectNanos()).hasValue(0);
    }

    @Test
    void where_nothing_can_be_replayed_the_critical_path_tells() {
        Snapshot slower = as("staged", SLOWER);
        assertThat(PageSwap.of(slower, FASTER)).isEmpty();
        PageEffects effects = PageEffects.of(FASTER, slower);
        assertThat(effects.basis()).isEqualTo(PageEffects.Basis.CRITICAL_PATH);
        assertThat(effects.pages())
                .extracting(page -> page.effectNanos().orElseThrow())
                .containsExactly(40L, 20L, 0L);
    }

    @Test
    void a_loop_that_only_waits_until_it_is_told_of_the_end_hides_no_page() {
        Snapshot slower = as("staged", Traces.of("idle 100", "parse@0 50, parse@1 30, idle 20"));
        Snapshot faster = Traces.of("idle 60", "parse@0 30, parse@1 20, idle 10");
        assertThat(PageEffects.of(faster, slower).pages())
                .extracting(page -> page.effectNanos().orElseThrow())
                .containsExactly(20L, 10L);
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void a_run_did_nothing_to_itself(long seed) {
        Snapshot run = Traces.random(seed, 3, 100);
        assertThat(PageEffects.of(run, run).pages())
                .allSatisfy(page -> assertThat(page.effectNanos().orElse(0)).isZero());
    }

    private static Snapshot as(String model, Snapshot run) {
        RunInfo info = run.info();
        var trace =
                new Trace(
                        new RunInfo(
                                model,
                                model,
                                info.workers(),
                                info.content(),
                                info.contentBytes(),
                                info.started(),
                                info.renderedBefore(),
                                info.states(),
                                info.items()),
                        run.lanes().getFirst().state(0));
        run.lanes()
                .forEach(lane -> {
                    for (int span = 0; span < lane.size(); span++) {
                        trace.lane(lane.number())
                                .append(
                                        lane.startNanos(span),
                                        lane.state(span),
                                        lane.item(span),
                                        Lane.NOT_READ);
                    }
                });
        trace.finish(run.endNanos());
        return Traces.finished(trace);
    }
}
