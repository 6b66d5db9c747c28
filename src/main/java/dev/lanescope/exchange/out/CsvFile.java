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
import java.util.Locale;

/// A table with one row a span, lane after lane: comma separated, in UTF-8, with a head, quoted as
/// RFC 4180 says. What is not known is empty.
///
/// Of another tool's trace a row is a slice, those with others inside too, and its depth says how
/// many it lies in: the rows of one depth never overlap on a lane.
final class CsvFile {

    private static final String HEAD =
            "lane,thread,start_ns,end_ns,duration_ns,state,kind,item,phase,cpu_ns,allocated_bytes,"
                    + "depth,process\n";

    private final Snapshot trace;
    private final RunInfo info;
    private final Places places;
    private final Writer text;

    private CsvFile(Snapshot trace, OutputStream out) {
        this.trace = trace;
        this.info = trace.info();
        this.places = Places.of(trace, 0);
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    static void write(Snapshot trace, OutputStream out) throws IOException {
        new CsvFile(trace, out).write();
    }

    private void write() throws IOException {
        text.write(HEAD);
        for (LaneView lane : trace.lanes()) {
            LaneWalk.along(trace, lane, new Rows(lane));
        }
        text.flush();
    }

    /// The rows of a lane.
    private final class Rows implements LaneWalk.Listener {
        private final LaneView lane;
        private final String begin;
        private final String process;
        private int depth;
        private String outermost = "";

        Rows(LaneView lane) {
            this.lane = lane;
            this.begin = lane.number() + 1 + "," + field(lane.name()) + ",";
            String name = places.of(lane).process().name();
            this.process = info.isForeign() && !trace.origins().isEmpty() ? field(name) : "";
        }

        @Override
        public void stayBegins(int item, long startNanos, long endNanos) throws IOException {
            if (info.isForeign()) {
                String name = info.items().get(item);
                writeTimes(startNanos, endNanos);
                text.write(field(name) + ",work," + (depth == 0 ? "" : outermost) + ",,,,");
                text.write(depth + "," + process + "\n");
                outermost = depth == 0 ? field(name) : outermost;
            }
            depth++;
        }

        @Override
        public void span(int span) throws IOException {
            writeTimes(lane.startNanos(span), lane.endNanos(span));
            text.write(field(trace.nameOf(lane, span)));
            text.write("," + kind(trace.state(lane.state(span)).kind()) + ",");
            writeItem(span);
            long cpu = lane.exactCpuNanos(span);
            text.write(cpu == Lane.NOT_READ ? "," : cpu + ",");
            long bytes = lane.allocatedBytes(span);
            text.write(bytes == Lane.NOT_READ ? "," : bytes + ",");
            text.write(depth + "," + process + "\n");
        }

        @Override
        public void stayEnds(int item, long endNanos) {
            depth--;
        }

        private void writeTimes(long start, long end) throws IOException {
            text.write(begin);
            text.write(start + "," + end + "," + (end - start) + ",");
        }

        private void writeItem(int span) throws IOException {
            int item = lane.item(span);
            if (info.isForeign()) {
                text.write(depth == 0 ? ",," : outermost + ",,");
            } else if (item == Lane.NO_ITEM) {
                text.write(",,");
            } else {
                text.write(field(info.items().get(item)));
                text.write(',');
                text.write(field(info.phaseOf(item).name()));
                text.write(',');
            }
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
