package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// What people read of a trace that another tool has recorded: there are no pages, no model and no
/// throughput in it.
final class ForeignReport {

    private ForeignReport() {}

    static void print(Snapshot trace, Path file, PrintStream out) {
        RunInfo info = trace.info();
        var table = new TextTable(0, 1);
        table.row("what", info.modelTitle() + ", " + Amounts.bytes(info.contentBytes()));
        if (!info.started().equals(Instant.EPOCH)) {
            table.row("started", started(info.started()));
        }
        table.row("lasts", Durations.text(trace.endNanos()));
        table.row(
                "lanes",
                Amounts.count(trace.lanes().size(), "lane")
                        + ", "
                        + Amounts.count(trace.spans(), "span"));
        if (!trace.counters().isEmpty()) {
            table.row("counters", Amounts.count(trace.counters().size(), "counter"));
        }
        if (!trace.jvm().isEmpty()) {
            table.row("JVM", Amounts.count(trace.jvm().size(), "event"));
        }
        out.println(Plain.of(String.valueOf(file.getFileName())));
        table.lines().forEach(out::println);
        trace.remarks().forEach(remark -> out.println(Plain.of(remark)));
        out.println();
        LaneTimeTable.print(trace, out);
        GroupTimeTable.print(trace, out);
    }

    private static String started(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS)
                .atZone(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
    }
}
