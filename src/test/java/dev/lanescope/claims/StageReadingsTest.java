package dev.lanescope.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a JIT makes of each part of a page: one may gain where another loses.
class StageReadingsTest {

    private static final List<State> STATES =
            List.of(
                    new State("parse", State.Kind.WORK),
                    new State("render", State.Kind.WORK),
                    new State("template", State.Kind.WORK));

    private static Snapshot run(String setting, long parse, long render, long template) {
        RunInfo like = Traces.info(1, 1);
        var info =
                new RunInfo(
                        "python-sequential",
                        "Python sequential",
                        1,
                        setting,
                        like.content(),
                        like.contentBytes(),
                        like.started(),
                        like.renderedBefore(),
                        STATES,
                        like.items(),
                        like.phases());
        var trace = new Trace(info, 0);
        trace.lane(0).append(parse, 1, 0, Lane.NOT_READ);
        trace.lane(0).append(parse + render, 2, 0, Lane.NOT_READ);
        trace.finish(parse + render + template);
        return Traces.finished(trace);
    }

    private static List<Reading> read(Stream<Snapshot> on, Stream<Snapshot> off) {
        List<Contender> ran = Contender.group(Stream.concat(on, off).toList());
        return Readings.of(List.of(), ran, ClaimsTest.everything(2, 112)).stream()
                .filter(each -> each.key().startsWith("jit-stage:"))
                .toList();
    }

    @Test
    void each_part_has_a_figure_of_its_own() {
        List<Reading> found =
                read(
                        IntStream.range(0, 9)
                                .mapToObj(i -> run("CPython 3.13.0+jit", 100 + i, 100, 200)),
                        IntStream.range(0, 9)
                                .mapToObj(i -> run("CPython 3.13.0", 200 + i, 100, 100)));
        assertThat(found)
                .extracting(Reading::key)
                .containsExactly("jit-stage:parse", "jit-stage:render", "jit-stage:template");
        assertThat(found.get(0).value()).isCloseTo(2, within(0.1));
        assertThat(found.get(1).value()).isEqualTo(1);
        assertThat(found.get(2).value()).isEqualTo(0.5);
        assertThat(found).allMatch(Reading::isSure);
    }

    @Test
    void runs_of_one_kind_or_of_other_work_tell_nothing() {
        String turned = ", " + Knobs.STANDARD.withCpuWeight(5).words();
        assertThat(read(Stream.of(run("CPython 3.13.0+jit", 1, 1, 1)), Stream.of())).isEmpty();
        assertThat(
                        read(
                                Stream.of(run("CPython 3.13.0+jit" + turned, 1, 1, 1)),
                                Stream.of(run("CPython 3.13.0", 1, 1, 1))))
                .isEmpty();
    }
}
