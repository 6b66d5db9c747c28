package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.exchange.out.TraceExport;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFileException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `lanescope export FILE`: a trace for other tools.
@Command(name = "export", description = "Write a trace file for other tools.")
final class ExportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "A trace: one that `run --trace` has kept, or one of another tool.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "ID",
            description =
                    "chrome, perfetto, jfr, speedscope, firefox or csv."
                            + " Default: as the ending of --out says.")
    private @Nullable String format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to; packed by gzip if it ends in .gz."
                            + " Default: beside the trace, under its name.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Overwrite a file that is there.")
    private boolean force;

    private final Streams streams;

    ExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        ExportTarget target = ExportTarget.of(file, format, out, force);
        Snapshot trace = TraceReading.of(file, streams);
        try (var _ = new ProgressLine(streams, () -> "writing " + target.shortName())) {
            TraceExport.write(trace, target.format(), target.file());
        } catch (TraceFileException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
        }
        streams.out().println(Plain.of(told(trace, target)));
        streams.out().println(target.format().openedBy());
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
