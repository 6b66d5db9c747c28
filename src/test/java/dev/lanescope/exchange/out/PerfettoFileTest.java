package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.TreeMap;

/// The protobuf, read by Google's own reader of it.
class PerfettoFileTest {

    private static PerfettoReader read(Snapshot trace) throws IOException {
        return PerfettoReader.read(Sample.written(trace, ExportFormat.PERFETTO));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void states_have_the_same_nanoseconds_on_every_lane(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        PerfettoReader file = read(trace);
        var lanes = trace.lanes().stream().map(LaneView::name).toList();
        var sums = new TreeMap<String, Long>();
        long spans = 0;
        for (PerfettoReader.Slice slice : file.slices()) {
            if (lanes.contains(slice.track()) && !slice.category().equals(ChromeFile.ITEM)) {
                Sample.add(sums, slice.track(), slice.name(), slice.nanos());
                spans++;
            }
        }
        assertThat(sums).isEqualTo(Sample.sums(trace));
        assertThat(spans).isEqualTo(trace.spans());
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void an_item_has_one_colour_wherever_it_is(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        for (PerfettoReader.Slice slice : read(trace).slices()) {
            if (slice.category().equals(ChromeFile.ITEM)) {
                int item = trace.info().items().indexOf(slice.name());
                assertThat(slice.correlation()).isEqualTo(item + 1L);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void lanes_come_first_and_in_their_order(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        assertThat(read(trace).tracksByRank())
                .startsWith(trace.lanes().stream().map(LaneView::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void cpu_time_counters_notes_and_what_the_jvm_did_come_along(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        PerfettoReader file = read(trace);
        long exact = 0;
        for (LaneView lane : trace.lanes()) {
            for (int span = 0; span < lane.size(); span++) {
                exact += Math.max(0, lane.exactCpuNanos(span));
            }
        }
        assertThat(file.slices().stream().mapToLong(PerfettoReader.Slice::cpuNanos).sum())
                .isEqualTo(exact);
        assertThat(file.counterSum())
                .isEqualTo(
                        trace.counters().stream()
                                .mapToLong(counter -> {
                                    long sum = 0;
                                    for (int i = 0; i < counter.size(); i++) {
                                        sum += counter.value(i);
                                    }
                                    return sum;
                                })
                                .sum());
        assertThat(file.instants())
                .containsExactlyInAnyOrder("here, \"it\" began\nand ended", "note");
        assertThat(file.slices())
                .filteredOn(slice -> slice.track().startsWith("JVM: "))
                .extracting(PerfettoReader.Slice::name)
                .containsExactlyInAnyOrder("C2", "C1", "C2", "G1New", "Cleanup");
    }
}
