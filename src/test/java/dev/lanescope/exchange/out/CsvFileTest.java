package dev.lanescope.exchange.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

class CsvFileTest {

    private static List<String> lines(Snapshot trace) throws IOException {
        byte[] file = Sample.written(trace, ExportFormat.CSV);
        return new String(file, StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_span_is_a_row_and_what_is_not_known_is_empty() throws IOException {
        assertThat(lines(Traces.of("queue 5, read@0 10, write@0 3")))
                .containsExactly(
                        "lane,thread,start_ns,end_ns,duration_ns,state,kind,item,phase,cpu_ns,allocated_bytes,depth,process",
                        "1,worker 1,0,5,5,queue,queue,,,,,0,",
                        "1,worker 1,5,15,10,read,work,ch0/page-0.md,pages,,,1,",
                        "1,worker 1,15,18,3,write,work,ch0/page-0.md,pages,,,1,");
    }

    @Test
    void names_with_commas_quotes_and_line_ends_are_quoted() throws IOException {
        var trace = new dev.lanescope.trace.Trace(Traces.info(1, 0), Traces.IDLE);
        trace.lane(0).rename("a, \"b\"");
        trace.finish(7);
        assertThat(lines(Traces.finished(trace)).getLast())
                .isEqualTo("1,\"a, \"\"b\"\"\",0,7,7,idle,idle,,,,,0,");
    }

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void states_have_the_same_nanoseconds_on_every_lane(long seed) throws IOException {
        Snapshot trace = Sample.of(seed);
        var sums = new TreeMap<String, Long>();
        for (String line : lines(trace).subList(1, (int) trace.spans() + 1)) {
            String[] cells = line.split(",", -1);
            Sample.add(sums, cells[1], cells[5], Long.parseLong(cells[4]));
        }
        assertThat(sums).isEqualTo(Sample.sums(trace));
    }
}
