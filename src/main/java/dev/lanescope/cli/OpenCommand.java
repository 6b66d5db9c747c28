package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.RunSummary;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// `lanescope open FILE`: what a trace file tells.
final class OpenCommand implements Command {

    private final OptionSheet sheet = new OptionSheet(this, "open", "Summarise a trace file.");

    private final Given<Path> file =
            sheet.place(
                    "FILE",
                    "A trace that `run --trace` has kept, or one of another tool: Chrome's trace"
                            + " events (JSON, also gzipped), a JFR recording, a speedscope profile.");

    private final Streams streams;

    OpenCommand(Streams streams) {
        // what opens the window is decided before there are commands: [Terminal#wantsWindow]
        sheet.flag("--window", "Show it in the window.");
        this.streams = streams;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        Snapshot trace = TraceReading.of(file.get(), streams);
        if (trace.info().isForeign()) {
            ForeignReport.print(trace, file.get(), streams.out());
            return ExitCode.ALL_CAME_OUT.number();
        }
        RunSummary summary = RunSummary.of(trace);
        RunInfo info = trace.info();
        var table = new TextTable(0, 1);
        table.row(
                "content",
                info.content()
                        + ", "
                        + Amounts.count(info.pages(), "page")
                        + ", "
                        + Amounts.bytes(info.contentBytes())
                        + " of Markdown");
        table.row(
                "model",
                info.modelTitle()
                        + " ("
                        + info.model()
                        + "), "
                        + Amounts.count(info.workers(), "worker"));
        table.row("started", started(info) + (info.isCold() ? ", cold" : ", warm"));
        table.row("pages", Amounts.count(summary.pagesFinished(), "page") + " came out");
        table.row("wall time", Durations.text(summary.wallNanos()) + PhaseText.of(trace));
        table.row(
                "throughput",
                Amounts.rate(summary.pagesPerSecond())
                        + " pages/s, "
                        + Amounts.bytes(Math.round(summary.bytesPerSecond()))
                        + "/s of Markdown");
        streams.out().println(Plain.of(String.valueOf(file.get().getFileName())));
        info.facts().forEach(fact -> table.row(fact.name(), Plain.of(fact.value())));
        table.lines().forEach(streams.out()::println);
        trace.remarks().forEach(remark -> streams.out().println(Plain.of(remark)));
        streams.out().println();
        LaneTimeTable.print(trace, streams.out());
        GroupTimeTable.print(trace, streams.out());
        FindingText.print(trace, info.content(), streams.out());
        return ExitCode.ALL_CAME_OUT.number();
    }

    private static String started(RunInfo info) {
        return info.started()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
    }
}
