package dev.lanescope.exchange.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// Trace events as tools write them, and as they should not.
class ChromeTraceTest {

    @TempDir Path folder;

    private Snapshot open(String events) throws Exception {
        return Opened.text(folder, "{\"traceEvents\": [" + events + "]}");
    }

    private static String x(String name, double micros, double duration) {
        return "{'name':'%s','ph':'X','ts':%s,'dur':%s,'pid':1,'tid':7},"
                .replace('\'', '"')
                .formatted(name, micros, duration);
    }

    private static String event(String keys) {
        return ("{" + keys + "},").replace('\'', '"');
    }

    @Test
    void nested_slices_become_a_tiled_lane_of_the_innermost_with_the_outermost_as_item()
            throws Exception {
        var trace = open(x("load", 10, 100) + x("parse", 20, 30) + x("inner", 25, 5));
        assertThat(Opened.lanes(trace))
                .containsExactly(
                        "thread 7: load@load 10000, parse@load 5000, inner@load 5000,"
                                + " parse@load 20000, load@load 60000");
        assertThat(trace.endNanos()).isEqualTo(100_000);
    }

    @Test
    void slices_may_come_in_any_order_as_they_do_where_inner_ones_end_first() throws Exception {
        var trace = open(x("inner", 25, 5) + x("later", 120, 5) + x("load", 20, 100));
        assertThat(Opened.lanes(trace))
                .containsExactly(
                        "thread 7: load@load 5000, inner@load 5000, load@load 90000,"
                                + " later@later 5000");
    }

    @Test
    void between_slices_nothing_is_recorded() throws Exception {
        assertThat(Opened.lanes(open(x("a", 0, 1) + x("b", 3, 1))))
                .containsExactly("thread 7: a@a 1000, - 2000, b@b 1000");
    }

    /// Otherwise what was chosen in the one would be looked for in the other.
    @Test
    void two_files_are_two_runs_although_neither_has_a_slice_or_a_beginning() throws Exception {
        String counter = event("'name':'heap','ph':'C','ts':5,'pid':1,'args':{'MB':3}");
        assertThat(open(counter).isOfRun(open(counter))).isFalse();
    }

    @Test
    void begins_and_ends_are_paired() throws Exception {
        var trace =
                open(
                        event("'name':'a','ph':'B','ts':0,'pid':1,'tid':1")
                                + event("'name':'b','ph':'B','ts':2,'pid':1,'tid':1")
                                + event("'ph':'E','ts':5,'pid':1,'tid':1")
                                + event("'ph':'E','ts':9,'pid':1,'tid':1"));
        assertThat(Opened.lanes(trace)).containsExactly("thread 1: a@a 2000, b@a 3000, a@a 4000");
        assertThat(trace.remarks()).isEmpty();
    }

    @Test
    void a_slice_that_never_ends_lasts_until_the_end_and_is_told() throws Exception {
        var trace = open(event("'name':'a','ph':'B','ts':0,'pid':1,'tid':1") + x("b", 5, 5));
        assertThat(Opened.lanes(trace)).contains("thread 1: a@a 10000");
        assertThat(trace.remarks()).singleElement().asString().contains("1 slice was still open");
    }

    @Test
    void what_overlaps_on_a_thread_gets_a_lane_of_its_own_and_is_told() throws Exception {
        var trace = open(x("a", 0, 10) + x("b", 5, 10));
        assertThat(Opened.lanes(trace))
                .containsExactly(
                        "thread 7: a@a 10000, - 5000", "thread 7 (overlap): - 5000, b@b 10000");
        assertThat(trace.remarks()).singleElement().asString().contains("begin inside another");
    }

    @Test
    void what_only_seems_to_overlap_by_rounding_stays_on_its_lane() throws Exception {
        var nanos = open(x("a", 0, 10.001) + x("b", 5, 5.002) + x("c", 10, 5));
        assertThat(Opened.lanes(nanos)).containsExactly("thread 7: a@a 5000, b@a 5001, c@c 4999");
        var micros = open(x("a", 0, 10) + x("b", 5, 6) + x("c", 10, 5));
        assertThat(Opened.lanes(micros)).containsExactly("thread 7: a@a 5000, b@a 5000, c@c 5000");
        assertThat(micros.remarks()).isEmpty();
    }

    @Test
    void async_events_share_lanes_as_long_as_they_do_not_overlap() throws Exception {
        String keys = "'cat':'net','name':'get','ph':'%s','ts':%d,'pid':1,'tid':1,'id':'%s'";
        var trace =
                open(
                        event(keys.formatted("b", 0, "0x1"))
                                + event(keys.formatted("b", 5, "0x2"))
                                + event(keys.formatted("e", 10, "0x1"))
                                + event(keys.formatted("b", 12, "0x3"))
                                + event(keys.formatted("e", 20, "0x2"))
                                + event(keys.formatted("e", 20, "0x3")));
        assertThat(Opened.lanes(trace))
                .containsExactly(
                        "get: get@get 10000, - 2000, get@get 8000", "get 2: - 5000, get@get 15000");
    }

    @Test
    void async_events_of_one_id_nest_and_ids_may_be_local_to_a_process() throws Exception {
        String keys = "'cat':'net','name':'%s','ph':'%s','ts':%d,'pid':1,'id2':{'local':'1'}";
        var trace =
                open(
                        event(keys.formatted("request", "b", 0))
                                + event(keys.formatted("dns", "b", 2))
                                + event(keys.formatted("dns", "e", 4))
                                + event(keys.formatted("redirect", "n", 6))
                                + event(keys.formatted("request", "e", 9)));
        assertThat(Opened.lanes(trace))
                .containsExactly(
                        "request: request@request 2000, dns@request 2000, request@request 2000,"
                                + " redirect@request 0, request@request 3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i", "I", "R"})
    void an_instant_of_a_thread_is_a_span_of_no_length(String phase) throws Exception {
        var trace =
                open(
                        x("a", 0, 10)
                                + event("'name':'!','ph':'" + phase + "','ts':4,'pid':1,'tid':7"));
        assertThat(Opened.lanes(trace)).containsExactly("thread 7: a@a 4000, !@a 0, a@a 6000");
    }

    @Test
    void an_instant_at_the_very_end_is_not_lost() throws Exception {
        var trace = open(x("a", 0, 10) + event("'name':'!','ph':'i','ts':10,'pid':1,'tid':7"));
        assertThat(Opened.lanes(trace)).containsExactly("thread 7: a@a 10000, !@! 0, - 1");
    }

    @Test
    void a_global_instant_is_a_note() throws Exception {
        var trace = open(x("a", 0, 10) + event("'name':'vsync','ph':'i','s':'g','ts':4,'pid':1"));
        assertThat(trace.notes())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.text()).isEqualTo("vsync");
                    assertThat(note.startNanos()).isEqualTo(4_000);
                });
    }

    @Test
    void counters_of_processes_of_one_name_stay_apart_whenever_the_name_comes() throws Exception {
        var heap = "'name':'heap','ph':'C','ts':%d,'pid':%d,'args':{'MB':%d}";
        var named = "'name':'process_name','ph':'M','pid':%d,'args':{'name':'Renderer'}";
        var trace =
                open(
                        x("a", 0, 10)
                                + event(heap.formatted(1, 8, 80))
                                + event(named.formatted(8))
                                + event(heap.formatted(2, 9, 90))
                                + event(named.formatted(9))
                                + event(heap.formatted(3, 8, 81)));
        assertThat(trace.counters())
                .extracting(CounterView::name, CounterView::size)
                .containsExactly(tuple("Renderer: heap MB", 2), tuple("Renderer: heap MB", 1));
        assertThat(trace.counters().getFirst().valueAt(3_000)).isEqualTo(81);
        assertThat(trace.counters().getLast().valueAt(3_000)).isEqualTo(90);
    }

    @Test
    void counters_have_a_series_for_each_key_and_keep_fractions() throws Exception {
        var trace =
                open(
                        x("a", 0, 10)
                                + event(
                                        "'name':'heap','ph':'C','ts':5,'pid':1,'args':{'used':7,'free':3}")
                                + event("'name':'heap','ph':'C','ts':2,'pid':1,'args':{'used':4}")
                                + event(
                                        "'name':'load','ph':'C','ts':2,'pid':1,'args':{'cpu':0.25}"));
        assertThat(trace.counters())
                .extracting(CounterView::name)
                .containsExactly("heap used", "heap free", "load cpu (thousandths)");
        CounterView used = trace.counters().getFirst();
        assertThat(used.valueAt(3_000)).isEqualTo(4);
        assertThat(used.valueAt(6_000)).isEqualTo(7);
        assertThat(trace.counters().getLast().valueAt(2_000)).isEqualTo(250);
    }

    @Test
    void threads_and_processes_are_called_what_they_say_and_stand_as_they_say() throws Exception {
        String meta = "'ph':'M','pid':%d,'tid':%d,'name':'%s','args':{'%s':%s}";
        String on = "'name':'a','ph':'X','ts':0,'dur':1,'pid':%d,'tid':%d";
        var trace =
                open(
                        event(on.formatted(1, 1))
                                + event(on.formatted(1, 2))
                                + event(on.formatted(2, 1))
                                + event(meta.formatted(1, 1, "thread_name", "name", "'main'"))
                                + event(meta.formatted(1, 1, "thread_sort_index", "sort_index", 9))
                                + event(meta.formatted(1, 2, "thread_name", "name", "'io'"))
                                + event(meta.formatted(1, 0, "process_name", "name", "'server'"))
                                + event(
                                        meta.formatted(
                                                2, 0, "process_sort_index", "sort_index", -1)));
        assertThat(trace.lanes())
                .extracting(lane -> lane.name())
                .containsExactly("process 2 / thread 1", "server / io", "server / main");
    }

    @Test
    void what_has_no_place_is_counted() throws Exception {
        var trace = open(x("a", 0, 10) + event("'ph':'P','ts':1,'pid':1,'tid':7"));
        assertThat(trace.remarks())
                .containsExactly("1 event of a kind that is not shown was left out (event 2: P).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1500000000000001.25", "\"1500000000000001.25\"", "1.50000000000000125e15"})
    void times_keep_their_nanoseconds_however_they_are_written(String micros) throws Exception {
        var trace =
                open(
                        event(
                                        "'name':'a','ph':'X','ts':1500000000000001,'dur':0.001,'pid':1,'tid':1")
                                + event(
                                        "'name':'b','ph':'X','ts':MICROS,'dur':'2','pid':1,'tid':1"
                                                .replace("'ts':MICROS", "'ts':" + micros)));
        assertThat(Opened.lanes(trace)).containsExactly("thread 1: a@a 1, - 249, b@b 2000");
    }

    @Test
    void events_that_make_no_sense_are_left_out_and_the_first_is_named() throws Exception {
        var trace =
                open(
                        x("a", 0, 10)
                                + x("b", 20, -5)
                                + x("c", 20, -6)
                                + event("'name':'d','ph':'X','ts':1,'pid':1,'tid':7")
                                + event("'name':'e','ph':'X','ts':NaN,'dur':1,'pid':1,'tid':7")
                                + event("'name':'f','ph':'X','ts':9e15,'dur':1,'pid':1,'tid':7")
                                + event("'ph':'E','ts':5,'pid':1,'tid':7")
                                + event("'name':'g','ph':'C','ts':1,'pid':1,'args':{'v':NaN}")
                                + "17,");
        assertThat(Opened.lanes(trace)).containsExactly("thread 7: a@a 10000");
        assertThat(trace.remarks())
                .containsExactly(
                        "2 slices with a negative duration were left out (first: event 2).",
                        "1 slice without a possible duration was left out (event 4).",
                        "2 events without a possible time were left out (first: event 5).",
                        "1 end of a slice that never began was left out (event 7).",
                        "1 reading of a counter without a possible number was left out (event 8).",
                        "1 entry of the list of events is no event and was left out (event 9).");
    }

    @Test
    void the_names_with_the_most_time_get_states_and_the_rest_share_one_but_keep_their_names()
            throws Exception {
        String events =
                IntStream.range(0, 300)
                        .mapToObj(i -> x("f" + i, 1000 * i, 300 - i))
                        .collect(Collectors.joining());
        var trace = open(events);
        assertThat(trace.info().states()).hasSize(127);
        assertThat(trace.info().states().getFirst()).isEqualTo(new State("f0", State.Kind.WORK));
        assertThat(Opened.lanes(trace).getFirst()).contains("f3@f3 297000", "other@f299 1000");
        assertThat(trace.remarks())
                .singleElement()
                .asString()
                .contains("300 names")
                .contains("175");
    }

    @Test
    void the_account_of_a_foreign_trace_closes_and_adds_up_to_its_slices() throws Exception {
        var trace = open(x("a", 0, 10) + x("b", 2, 3) + x("c", 20, 5));
        LaneTime time = LaneTime.of(trace);
        assertThat(time.nanos(State.Kind.WORK)).isEqualTo(15_000);
        assertThat(time.closes()).isTrue();
        assertThat(trace.info().isForeign()).isTrue();
        assertThat(trace.info().modelTitle()).isEqualTo("Chrome trace");
        assertThat(trace.info().content()).isEqualTo("trace.of-unknown-kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[%s]", "[%s", "\uFEFF \n[%s,\n", "{\"other\":{},\"traceEvents\":[%s]}"})
    void a_list_may_be_bare_and_then_its_end_may_be_missing(String frame) throws Exception {
        String one = x("a", 0, 10);
        var trace = Opened.text(folder, frame.formatted(one.substring(0, one.length() - 1)));
        assertThat(Opened.lanes(trace)).containsExactly("thread 7: a@a 10000");
    }

    @Test
    void gzipped_files_are_opened_as_they_are() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(("[" + x("a", 0, 10) + "]").getBytes(StandardCharsets.UTF_8));
        }
        var trace = Opened.bytes(folder, packed.toByteArray());
        assertThat(Opened.lanes(trace)).containsExactly("thread 7: a@a 10000");
    }

    /// What VizTracer writes: names with file and line, threads named by metadata, a call a slice,
    /// inner calls first, garbage collections as instants.
    @Test
    void a_trace_as_viztracer_writes_it() throws Exception {
        var events = new StringBuilder();
        events.append(
                "{'ph':'M','pid':31,'tid':31,'name':'process_name','args':{'name':'MainProcess'}},"
                        + "{'ph':'M','pid':31,'tid':31,'name':'thread_name',"
                        + "'args':{'name':'MainThread'}},");
        for (int call = 0; call < 1_000; call++) {
            double at = 5_000_000.125 + 100 * call;
            events.append(
                    ("{'ph':'X','cat':'fee','pid':31,'tid':31,'ts':%s,'dur':40,"
                                    + "'name':'json.loads (/usr/lib/python3/json/__init__.py:299)'},"
                                    + "{'ph':'X','cat':'fee','pid':31,'tid':31,'ts':%s,'dur':90.5,"
                                    + "'name':'main (/app/main.py:%d)'},")
                            .formatted(at + 10, at, 1));
        }
        var trace =
                Opened.text(
                        folder,
                        ("{'traceEvents':[" + events + "],'viztracer_metadata':{'version':'1.0'}}")
                                .replace('\'', '"'));
        assertThat(trace.lanes()).singleElement().extracting(l -> l.name()).isEqualTo("MainThread");
        LaneTime time = LaneTime.of(trace);
        assertThat(time.nanos(0)).isEqualTo(1_000 * 50_500L);
        assertThat(time.nanos(1)).isEqualTo(1_000 * 40_000L);
        assertThat(trace.endNanos()).isEqualTo(999 * 100_000L + 90_500);
    }
}
