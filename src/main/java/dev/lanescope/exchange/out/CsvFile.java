package dev.lanescope.exchange.out;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A table with one row a span, lane after lane: comma separated, in UTF-8, with a head, quoted as
/// RFC 4180 says. What is not known is empty.
final class CsvFile {

    private static final String HEAD =
            "lane,thread,start_ns,end_ns,duration_ns,state,kind,item,phase,cpu_ns,allocated_bytes\n";

    private CsvFile() {}

    static void write(Snapshot trace, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        RunInfo info = trace.info();
        List<String> states =
                info.states().stream()
                        .map(state -> field(state.name()) + "," + kind(state.kind()))
                        .toList();
        text.write(HEAD);
        for (LaneView lane : trace.lanes()) {
            String begin = lane.number() + 1 + "," + field(lane.name()) + ",";
            for (int span = 0; span < lane.size(); span++) {
                text.write(begin);
                writeSpan(text, lane, span, states);
                writeItem(text, info, lane.item(span));
                long cpu = lane.exactCpuNanos(span);
                text.write(cpu == Lane.NOT_READ ? "," : cpu + ",");
                long bytes = lane.allocatedBytes(span);
                text.write(bytes == Lane.NOT_READ ? "\n" : bytes + "\n");
            }
        }
        text.flush();
    }

    private static void writeSpan(Writer text, LaneView lane, int span, List<String> states)
            throws IOException {
        long start = lane.startNanos(span);
        long end = lane.endNanos(span);
        text.write(start + "," + end + "," + (end - start) + ",");
        text.write(states.get(lane.state(span)));
        text.write(',');
    }

    private static void writeItem(Writer text, RunInfo info, int item) throws IOException {
        if (item == Lane.NO_ITEM) {
            text.write(",,");
        } else {
            text.write(field(info.items().get(item)));
            text.write(',');
            text.write(field(info.phaseOf(item).name()));
            text.write(',');
        }
    }

    /// A kind of state in other tools' files.
    static String kind(State.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String field(String value) {
        boolean plain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
