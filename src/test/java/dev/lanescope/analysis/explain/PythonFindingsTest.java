package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What is said of runs of a real CPython, and what is proposed: one of its executors.
class PythonFindingsTest {

    private static final int PAGES = 300;

    private static RunInfo of(String model) {
        RunInfo info = Traces.info(1, PAGES);
        return new RunInfo(
                model,
                "Python",
                1,
                "CPython 3.14.7, after one unrecorded pass",
                info.content(),
                info.contentBytes(),
                info.started(),
                info.renderedBefore(),
                info.states(),
                info.items(),
                info.phases(),
                info.facts());
    }

    /// Pages of 100 us, and before each a wait as long.
    private static List<Finding> waitingBetweenPages(String model, int state) {
        var trace = new Trace(of(model), state);
        Lane lane = trace.lane(0);
        long now = 0;
        for (int page = 0; page < PAGES; page++) {
            lane.append(now, state, Lane.NO_ITEM, Lane.NOT_READ);
            lane.append(now + 100_000, Traces.PARSE, page, Lane.NOT_READ);
            lane.append(now + 150_000, Traces.WRITE, page, Lane.NOT_READ);
            now += 200_000;
        }
        trace.finish(now);
        return Findings.of(Traces.finished(trace));
    }

    @ParameterizedTest
    @ValueSource(strings = {"python-threads", "python-asyncio-threads"})
    void threads_that_wait_for_the_gil_are_told_of_processes(String model) {
        assertThat(waitingBetweenPages(model, Traces.LOCK))
                .filteredOn(finding -> finding.illness() == Illness.LOCK)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.remedy().sentence()).contains("GIL");
                    assertThat(TryOut.command(of(model), finding.remedy(), "docs"))
                            .hasValueSatisfying(command ->
                                    assertThat(command).contains("--model python-processes"));
                });
    }

    @Test
    void one_thread_hands_nothing_over() {
        assertThat(waitingBetweenPages("python-sequential", Traces.QUEUE))
                .noneMatch(finding -> finding.illness() == Illness.SMALL_TASKS);
        assertThat(waitingBetweenPages("python-processes", Traces.QUEUE))
                .filteredOn(finding -> finding.illness() == Illness.SMALL_TASKS)
                .singleElement()
                .satisfies(finding ->
                        assertThat(TryOut.command(of("python-processes"), finding.remedy(), "d"))
                                .hasValueSatisfying(
                                        command -> assertThat(command).contains("--batch")));
    }
}
