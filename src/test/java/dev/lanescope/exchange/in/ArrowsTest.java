package dev.lanescope.exchange.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Cause;
import dev.lanescope.analysis.Causes;
import dev.lanescope.analysis.SpanStory;
import dev.lanescope.analysis.ToldArrow;
import dev.lanescope.trace.Flow;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Arrows that Chrome traces draw from slice to slice.
class ArrowsTest {

    @TempDir Path folder;

    /// Two threads: 1 submits, 2 runs the job later, 3 has nothing to do with it.
    private static final String SLICES =
            x(1, "submit", 0, 10)
                    + x(2, "run", 20, 10)
                    + x(2, "again", 40, 10)
                    + x(3, "run", 20, 9);

    private static String x(int thread, String name, long micros, long duration) {
        return "{'name':'%s','ph':'X','ts':%d,'dur':%d,'pid':1,'tid':%d},"
                .formatted(name, micros, duration, thread);
    }

    private static String flow(String phase, int thread, long micros, String more) {
        return "{'name':'job','cat':'c','id':5,'ph':'%s','ts':%d,'pid':1,'tid':%d%s},"
                .formatted(phase, micros, thread, more);
    }

    private Snapshot open(String events) throws Exception {
        return Opened.text(folder, ("{'traceEvents':[" + events + "]}").replace('\'', '"'));
    }

    @Test
    void an_arrow_leads_from_the_slice_around_its_beginning_to_the_next_slice() throws Exception {
        var trace = open(SLICES + flow("s", 1, 5, "") + flow("f", 2, 15, ""));
        assertThat(trace.flows()).containsExactly(new Flow("job", 0, 5_000, 1, 20_000));
        assertThat(trace.remarks()).isEmpty();
    }

    @Test
    void with_a_binding_point_it_ends_in_the_slice_around_it() throws Exception {
        var trace = open(SLICES + flow("s", 1, 5, "") + flow("f", 2, 25, ",'bp':'e'"));
        assertThat(trace.flows()).containsExactly(new Flow("job", 0, 5_000, 1, 25_000));
    }

    @Test
    void it_leads_over_steps_whatever_the_order_in_the_file() throws Exception {
        var trace =
                open(
                        SLICES
                                + flow("f", 2, 41, ",'bp':'e'")
                                + flow("t", 2, 25, "")
                                + flow("s", 1, 5, ""));
        assertThat(trace.flows())
                .containsExactly(
                        new Flow("job", 0, 5_000, 1, 25_000),
                        new Flow("job", 1, 25_000, 1, 41_000));
    }

    @Test
    void an_id_may_be_used_again_when_its_arrow_has_ended() throws Exception {
        var trace =
                open(
                        SLICES
                                + flow("s", 1, 1, "")
                                + flow("f", 2, 21, ",'bp':'e'")
                                + flow("s", 1, 22, "")
                                + flow("f", 2, 41, ",'bp':'e'"));
        assertThat(trace.flows()).hasSize(2);
    }

    @Test
    void a_slice_may_bind_arrows_to_itself() throws Exception {
        String bound =
                "{'name':'%s','ph':'X','ts':%d,'dur':5,'pid':1,'tid':%d,'bind_id':'0x7','%s':true},";
        var trace =
                open(
                        bound.formatted("a", 1, 1, "flow_out")
                                + bound.formatted("b", 9, 2, "flow_in"));
        assertThat(trace.flows()).containsExactly(new Flow("a", 0, 0, 1, 8_000));
    }

    @Test
    void what_is_half_an_arrow_is_told_and_not_drawn() throws Exception {
        var trace = open(SLICES + flow("f", 2, 15, ""));
        assertThat(trace.flows()).isEmpty();
        assertThat(trace.remarks())
                .containsExactly("1 arrow comes from nowhere and is not shown (job).");
    }

    @Test
    void the_span_at_its_end_is_let_go_on_by_the_span_at_its_beginning() throws Exception {
        var trace = open(SLICES + flow("s", 1, 10, "") + flow("f", 2, 15, ""));
        Span submit = trace.lanes().get(0).span(1);
        Span run = trace.lanes().get(1).span(1);
        assertThat(trace.stateOf(submit).name()).isEqualTo("submit");
        assertThat(trace.stateOf(run).name()).isEqualTo("run");
        assertThat(Causes.before(trace, run)).contains(new Cause(submit, run, Cause.Reason.ARROW));
        assertThat(Causes.after(trace, submit))
                .contains(new Cause(submit, run, Cause.Reason.ARROW));
        SpanStory story = SpanStory.of(trace, run);
        assertThat(story.arrivals()).extracting(ToldArrow::from).containsExactly(submit);
        assertThat(story.departures()).isEmpty();
    }

    /// `run` is the outermost slice of two threads, one after the other: that is a name and not a
    /// page that was handed over.
    @Test
    void where_no_arrow_is_drawn_nobody_let_anything_go_on() throws Exception {
        var trace = open(x(1, "run", 0, 10) + x(2, "run", 10, 10) + x(1, "run", 20, 5));
        for (var lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                assertThat(Causes.before(trace, lane.span(span))).isEmpty();
                assertThat(Causes.after(trace, lane.span(span))).isEmpty();
            }
        }
    }
}
