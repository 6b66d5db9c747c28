package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.exchange.out.TraceExport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFileException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `lanescope export FILE`: a trace for other tools.
final class ExportCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(this, "export", "Write a trace file for other tools.");

    private final Given<Path> file =
            sheet.place(
                    "FILE", "A trace: one that `run --trace` has kept, or one of another tool.");

    private final Given<String> format =
            sheet.text(
                    "--format",
                    "ID",
                    "chrome, perfetto, jfr, speedscope, firefox or csv."
                            + " Default: as the ending of --out says.");

    private final Given<Path> out =
            sheet.path(
                    "--out",
                    "FILE",
                    "Where to; packed by gzip if it ends in .gz."
                            + " Default: beside the trace, under its name.");

    private final Given<Boolean> force = sheet.flag("--force", "Overwrite a file that is there.");

    private final Streams streams;

    ExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        ExportTarget target =
                ExportTarget.of(file.get(), format.orNull(), out.orNull(), force.get());
        Snapshot trace = TraceReading.of(file.get(), streams);
        try (var _ = new ProgressLine(streams, () -> "writing " + target.shortName())) {
            TraceExport.write(trace, target.format(), target.file());
        } catch (TraceFileException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
        }
        streams.out().println(Plain.of(told(trace, target)));
        streams.out().println(target.format().openedBy());
        TraceExport.leavesOut(trace, target.format())
                .map(Plain::of)
                .ifPresent(streams.out()::println);
        return ExitCode.ALL_CAME_OUT.number();
    }

    private static String told(Snapshot trace, ExportTarget target) throws IOException {
        return Amounts.count(trace.spans(), "span")
                + " on "
                + Amounts.count(trace.lanes().size(), "lane")
                + " as "
                + target.format().title()
                + " ("
                + Amounts.bytes(Files.size(target.file()))
                + "): "
                + target.file();
    }
}
