package dev.lanescope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;
import dev.lanescope.ui.session.RunRecord;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What lights up when a part of a stack is chosen.
class LitPartTest {

    private static final Compared COMPARED =
            Compared.of(
                    List.of(
                            opened("sequential", "parse@0 40, write@0 10, parse@1 40, write@1 10"),
                            opened(
                                    "fixed-pool",
                                    "parse@0 41, lock 9, write@0 30",
                                    "parse@1 60, write@1 10, lock 10")),
                    OptionalInt.empty());

    private static RunRecord opened(String model, String... lanes) {
        Snapshot run = Traces.of(lanes);
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
                        Traces.PARSE);
        for (int lane = 0; lane < run.lanes().size(); lane++) {
            for (int span = 0; span < run.lanes().get(lane).size(); span++) {
                var told = run.lanes().get(lane).span(span);
                trace.lane(lane)
                        .append(told.startNanos(), told.state(), told.item(), Lane.NOT_READ);
            }
        }
        trace.finish(run.endNanos());
        return RunRecord.opened(Path.of("made"), Traces.finished(trace));
    }

    private static Entrant pool() {
        return COMPARED.entrants().stream().filter(each -> !each.isBaseline()).toList().getFirst();
    }

    @Test
    void of_work_inflation_only_the_spans_light_up_that_were_slower_and_they_say_by_how_much() {
        LitPart lit = LitPart.of(StackPart.INFLATION, pool(), COMPARED);
        assertThat(lit.spans())
                .as("1 of 40 is nothing, and writing is no work that inflates")
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.picked().span().item()).isEqualTo(1);
                    assertThat(row.beyondNanos()).isEqualTo(OptionalLong.of(20));
                });
        assertThat(lit.bright()).isNotEmpty();
    }

    @Test
    void of_any_other_part_all_spans_in_its_states_do() {
        LitPart lit = LitPart.of(StackPart.LOCK, pool(), COMPARED);
        assertThat(lit.spans())
                .extracting(row -> row.picked().span().nanos())
                .containsExactly(10L, 9L);
        assertThat(lit.spans()).allMatch(row -> row.beyondNanos().isEmpty());
        assertThat(lit.bright()).isEmpty();
    }
}
