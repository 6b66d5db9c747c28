package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Children;
import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.SpanStory;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.ProcessEnd;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;
import dev.lanescope.trace.TraceFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a child JVM has died, its lane says so, and how.
@ResourceLock(Children.OF_THIS_JVM)
class ProcessGoneTest {

    @TempDir Path temp;

    private Snapshot killed() throws Exception {
        Site site = SiteScanner.scan(Folders.withPages(temp, 40), ScanProgress.NONE);
        var knobs = Knobs.STANDARD.with(List.of(new Fault(Fault.Kind.HALT, 9)));
        var model = Models.byId("processes").orElseThrow();
        var experiment = new Experiment(site, temp.resolve("out"), model, 2).with(knobs);
        RunResult result = new Run(experiment).carryOut();
        assertThat(result.failures()).hasSize(1);
        return result.trace();
    }

    private static List<Span> ends(Snapshot trace) {
        List<Span> ends = new ArrayList<>();
        for (LaneView lane : trace.lanes()) {
            for (int at = 0; at < lane.size(); at++) {
                if (ProcessEnd.isOne(trace.state(lane.state(at)))) {
                    ends.add(lane.span(at));
                }
            }
        }
        return ends;
    }

    @Test
    void the_lane_of_a_child_that_died_says_when_and_how_and_goes_on_with_the_next()
            throws Exception {
        Snapshot trace = killed();
        List<Span> ends = ends(trace);
        assertThat(ends).as("once, and once more alone").hasSize(2);
        for (Span end : ends) {
            assertThat(SpanStory.of(trace, end).ended())
                    .hasValueSatisfying(how ->
                            assertThat(how)
                                    .matches("process \\d \\(pid .*\\) ended with exit code 71"));
            LaneView lane = trace.lanes().get(end.lane());
            assertThat(trace.stateOf(lane.span(end.index() + 1)).kind())
                    .isEqualTo(State.Kind.STARTING);
        }
        assertThat(SpanStory.of(trace, ends.getFirst()).ended())
                .as("each time another process")
                .isNotEqualTo(SpanStory.of(trace, ends.getLast()).ended());
        assertThat(trace.remarks()).hasSize(2).allMatch(how -> how.endsWith("exit code 71."));
        assertThat(LaneTime.of(trace).closes()).isTrue();
    }

    @Test
    void a_trace_on_the_disk_tells_it_too() throws Exception {
        Snapshot trace = killed();
        Path file = temp.resolve("run.lanescope");
        TraceFile.write(trace, file);
        Snapshot read = TraceFile.read(file);
        assertThat(ends(read)).hasSameSizeAs(ends(trace));
        assertThat(ProcessEnd.why(read, ends(read).getFirst()))
                .isPresent()
                .isEqualTo(ProcessEnd.why(trace, ends(trace).getFirst()));
    }

    @Test
    void other_spans_have_no_end_to_tell() throws Exception {
        Snapshot trace = killed();
        assertThat(SpanStory.of(trace, trace.lanes().getFirst().span(0)).ended()).isEmpty();
    }
}
