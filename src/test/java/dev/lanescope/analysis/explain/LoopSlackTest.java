package dev.lanescope.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/// On an event loop a page goes on when the disk has answered and somebody is free for it, and that
/// is how long what came before could have taken.
class LoopSlackTest {

    private static final long MS = 1_000_000;

    private static Patient loop(String model, int lanes, int writeMillis) {
        var run = new Patient(new Random(1), lanes, 2, 0);
        run.model = model;
        run.knobs = "batch 8, read-latency 0 ms, write-latency " + writeMillis + " ms, threads 2";
        return run;
    }

    private static void does(Patient run, int lane, int state, int item, long untilMillis) {
        run.spend(lane, state, item, (double) (untilMillis * MS - run.at[lane]));
    }

    private static void waits(Patient run, int lane, int state, long untilMillis) {
        run.until(lane, state, untilMillis * MS);
    }

    /// In milliseconds, of all spans of some length in which the lane ran.
    private static List<String> slacks(Snapshot run, int lane) {
        Slack slack = Slack.of(run);
        LaneView view = run.lanes().get(lane);
        var told = new ArrayList<String>();
        for (int span = 0; span < view.size(); span++) {
            OptionalLong nanos = slack.nanos(lane, span);
            if (nanos.isPresent() && view.endNanos(span) > view.startNanos(span)) {
                String item = view.item(span) < 0 ? "" : "@" + view.item(span);
                String state = run.state(view.state(span)).name();
                told.add(state + item + " " + nanos.getAsLong() / (double) MS);
            }
        }
        return told;
    }

    @Test
    void who_computes_for_a_page_holds_up_its_writing_by_what_the_disk_takes() {
        Patient run = loop("event-loop", 2, 20);
        waits(run, 0, Patient.IO, 5);
        does(run, 0, Patient.PARSE, 0, 15);
        does(run, 0, Patient.PARSE, 1, 30);
        does(run, 1, Patient.READ, 0, 5);
        does(run, 1, Patient.READ, 1, 10);
        waits(run, 1, Patient.WORKLESS, 35);
        does(run, 1, Patient.WRITE, 0, 40);
        waits(run, 1, Patient.WORKLESS, 50);
        does(run, 1, Patient.WRITE, 1, 60);
        Snapshot trace = run.run();
        assertThat(slacks(trace, 0)).containsExactly("parse@0 0.0", "parse@1 0.0");
        assertThat(slacks(trace, 1))
                .containsExactly("read@0 0.0", "read@1 5.0", "write@0 10.0", "write@1 0.0");
    }

    @Test
    void a_loop_alone_has_the_time_until_the_disk_answers() {
        Patient run = loop("python-asyncio", 1, 20);
        does(run, 0, Patient.PARSE, 0, 10);
        does(run, 0, Patient.PARSE, 1, 30);
        does(run, 0, Patient.WRITE, 0, 35);
        waits(run, 0, Patient.IO, 50);
        does(run, 0, Patient.WRITE, 1, 55);
        assertThat(slacks(run.run(), 0))
                .containsExactly("parse@0 0.0", "parse@1 0.0", "write@0 15.0", "write@1 0.0");
    }

    @Test
    void what_a_loop_dispatches_waits_for_the_loop_and_the_loop_for_who_was_done() {
        Patient run = loop("event-loop-offload", 3, 0);
        waits(run, 0, Patient.IO, 12);
        does(run, 0, Patient.DISPATCHING, -1, 14);
        waits(run, 0, Patient.IO, 17);
        does(run, 0, Patient.DISPATCHING, -1, 18);
        waits(run, 0, Patient.IO, 40);
        does(run, 0, Patient.DISPATCHING, -1, 42);
        waits(run, 1, Patient.WORKLESS, 15);
        does(run, 1, Patient.PARSE, 0, 38);
        does(run, 1, Patient.PARSE, 1, 41);
        does(run, 2, Patient.READ, 0, 10);
        does(run, 2, Patient.READ, 1, 16);
        waits(run, 2, Patient.WORKLESS, 43);
        does(run, 2, Patient.WRITE, 0, 50);
        does(run, 2, Patient.WRITE, 1, 56);
        Snapshot trace = run.run();
        assertThat(slacks(trace, 0))
                .containsExactly("dispatching 0.0", "dispatching 20.0", "dispatching 0.0");
        assertThat(slacks(trace, 1)).containsExactly("parse@0 0.0", "parse@1 9.0");
        assertThat(slacks(trace, 2))
                .containsExactly("read@0 0.0", "read@1 20.0", "write@0 0.0", "write@1 0.0");
        assertThat(
                        CriticalPath.of(trace).steps().stream()
                                .map(step ->
                                        step.lane()
                                                + " "
                                                + trace.state(step.state()).name()
                                                + " "
                                                + step.nanos() / MS))
                .containsExactly(
                        "2 read 10",
                        "0 waiting for I/O 2",
                        "0 dispatching 2",
                        "1 waiting for work 1",
                        "1 parse 23",
                        "0 waiting for I/O 2",
                        "0 dispatching 2",
                        "2 waiting for work 1",
                        "2 write 7",
                        "2 write 6");
    }

    @Test
    void a_job_that_threads_are_given_waits_for_its_own_dispatch_and_that_for_the_disk() {
        Patient run = loop("python-asyncio-threads", 2, 20);
        does(run, 0, Patient.DISPATCHING, -1, 1);
        waits(run, 0, Patient.WORKLESS, 2);
        does(run, 0, Patient.DISPATCHING, -1, 3);
        waits(run, 0, Patient.WORKLESS, 30); // 20 after page 0 was computed
        does(run, 0, Patient.DISPATCHING, -1, 31);
        waits(run, 0, Patient.WORKLESS, 45);
        does(run, 0, Patient.DISPATCHING, -1, 46);
        waits(run, 1, Patient.WORKLESS, 1);
        does(run, 1, Patient.PARSE, 0, 10);
        waits(run, 1, Patient.WORKLESS, 10);
        does(run, 1, Patient.PARSE, 1, 25);
        waits(run, 1, Patient.WORKLESS, 31);
        does(run, 1, Patient.WRITE, 0, 33);
        waits(run, 1, Patient.WORKLESS, 46);
        does(run, 1, Patient.WRITE, 1, 50);
        Snapshot trace = run.run();
        assertThat(slacks(trace, 0))
                .containsExactly(
                        "dispatching 0.0",
                        "dispatching 7.0",
                        "dispatching 13.0",
                        "dispatching 0.0");
        assertThat(slacks(trace, 1))
                .containsExactly("parse@0 0.0", "parse@1 0.0", "write@0 13.0", "write@1 0.0");
    }

    /// Whatever a trace says that calls itself one of a loop.
    @ParameterizedTest
    @CsvSource({
        "event-loop, 1",
        "event-loop-offload, 2",
        "python-asyncio, 3",
        "python-asyncio-threads, 4",
        "event-loop-offload, 5",
        "python-asyncio-threads, 6"
    })
    void no_edge_says_what_did_not_happen_and_the_path_covers_the_run(String model, long seeds) {
        for (long seed = 20 * seeds; seed < 20 * seeds + 20; seed++) {
            Snapshot run =
                    asOf(model, seed % 2 == 0 ? "queue" : "starting", Traces.random(seed, 4, 80));
            var graph = new SlackGraph(run);
            for (int edge = 0; edge < graph.edges(); edge++) {
                assertThat(graph.end(graph.from(edge)) + graph.lag(edge))
                        .as("%s of seed %d", graph.edge(edge), seed)
                        .isLessThanOrEqualTo(graph.end(graph.to(edge)));
            }
            CriticalPathTest.isWhole(run);
            assertThat(least(run)).isIn(0L, Long.MAX_VALUE);
        }
    }

    private static long least(Snapshot run) {
        Slack slack = Slack.of(run);
        long least = Long.MAX_VALUE;
        for (LaneView lane : run.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                least = Math.min(least, slack.nanos(lane.number(), span).orElse(Long.MAX_VALUE));
            }
        }
        return least;
    }

    private static Snapshot asOf(String model, String dispatching, Snapshot run) {
        RunInfo info = run.info();
        var renamed =
                new RunInfo(
                        model,
                        model,
                        info.workers(),
                        info.setting(),
                        info.content(),
                        info.contentBytes(),
                        info.started(),
                        info.renderedBefore(),
                        info.states().stream()
                                .map(state ->
                                        state.name().equals(dispatching)
                                                ? new State("dispatching", State.Kind.QUEUE)
                                                : state)
                                .toList(),
                        info.items(),
                        info.phases(),
                        info.facts());
        return new Snapshot(
                renamed,
                run.lanes(),
                run.counters(),
                run.remarks(),
                run.jvm(),
                run.notes(),
                run.endNanos(),
                run.finished());
    }
}
