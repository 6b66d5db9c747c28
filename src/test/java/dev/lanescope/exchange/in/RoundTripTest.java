package dev.lanescope.exchange.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.exchange.out.TraceExport;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What leaves in another tool's format comes back as it was, as far as that format can tell it.
class RoundTripTest {

    @TempDir Path folder;

    private static Snapshot trace(long seed) {
        Trace trace = Traces.randomTrace(seed, 3, 60);
        long end = Traces.finished(trace).endNanos();
        trace.happened(
                List.of(
                        new JvmEvent(JvmEvent.Kind.COMPILATION, "C2", 0, end / 2),
                        new JvmEvent(JvmEvent.Kind.COMPILATION, "C1", end / 4, end / 3),
                        new JvmEvent(JvmEvent.Kind.COLLECTION, "G1New", end / 2, end / 2 + 1)));
        return Traces.finished(trace)
                .withNotes(List.of(new Note(1, 1, "a moment"), new Note(2, end / 2, "a stretch")));
    }

    private Snapshot thereAndBack(Snapshot trace, ExportFormat format, boolean packed)
            throws Exception {
        Path file = folder.resolve(packed ? "there.gz" : "there");
        TraceExport.write(trace, format, file);
        return Opened.sound(TraceFiles.open(file, Opened.MOST_BYTES, _ -> {}));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void chrome_trace_events(long seed) throws Exception {
        Snapshot trace = trace(seed);
        Snapshot back = thereAndBack(trace, ExportFormat.CHROME, seed % 2 == 0);
        assertThat(spans(back, true)).isEqualTo(spans(trace, true));
        assertThat(jvm(back)).isEqualTo(jvm(trace));
        assertThat(back.notes()).isEqualTo(trace.notes());
        assertThat(counters(back)).isEqualTo(counters(trace));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void jfr_recordings(long seed) throws Exception {
        Snapshot trace = trace(seed);
        Snapshot back = thereAndBack(trace, ExportFormat.JFR, false);
        assertThat(spans(back, true)).isEqualTo(spans(trace, true));
        assertThat(jvm(back)).isEqualTo(jvm(trace));
        assertThat(back.notes()).isEqualTo(trace.notes());
        assertThat(counters(back)).isEqualTo(counters(trace));
        assertThat(back.info().started()).isEqualTo(trace.info().started());
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void speedscope_profiles(long seed) throws Exception {
        Snapshot trace = trace(seed);
        Snapshot back = thereAndBack(trace, ExportFormat.SPEEDSCOPE, seed % 2 == 0);
        assertThat(spans(back, false)).isEqualTo(spans(trace, false));
    }

    /// All spans that last, a line each: what came back has no span without an item, for there the
    /// outermost slice of a waiting thread is the waiting itself; and where a counter was set after
    /// the end of the run, nothing was recorded on the lanes until then.
    private static List<String> spans(Snapshot trace, boolean kinds) {
        List<String> lines = new ArrayList<>();
        for (LaneView lane : trace.lanes()) {
            for (int index = 0; index < lane.size(); index++) {
                var span = lane.span(index);
                var state = trace.stateOf(span);
                if (span.nanos() > 0 && !state.name().equals("nothing recorded")) {
                    lines.add(
                            lane.name()
                                    + " "
                                    + span.startNanos()
                                    + " "
                                    + span.nanos()
                                    + " "
                                    + (kinds ? state : state.name())
                                    + " "
                                    + trace.itemOf(span).orElse(state.name()));
                }
            }
        }
        return lines;
    }

    private static List<JvmEvent> jvm(Snapshot trace) {
        return trace.jvm().stream()
                .sorted(
                        Comparator.comparingLong(JvmEvent::startNanos)
                                .thenComparingLong(JvmEvent::endNanos))
                .toList();
    }

    /// Those that were set, with all their readings.
    private static List<String> counters(Snapshot trace) {
        return trace.counters().stream()
                .filter(counter -> counter.size() > 0)
                .map(counter -> counter.name() + readings(counter))
                .sorted()
                .toList();
    }

    private static String readings(CounterView counter) {
        return IntStream.range(0, counter.size())
                .mapToObj(i -> " " + counter.nanos(i) + "=" + counter.value(i))
                .toList()
                .toString();
    }
}
