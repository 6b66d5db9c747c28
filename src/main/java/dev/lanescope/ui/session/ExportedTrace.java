package dev.lanescope.ui.session;

import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.exchange.out.TraceExport;
import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A trace as a file of another tool.
public record ExportedTrace(ExportFormat format) implements TraceToFile {

    @Override
    public void write(Snapshot trace, Path file) throws IOException {
        TraceExport.write(trace, format, file);
    }

    @Override
    public Optional<String> leavesOut(Snapshot trace) {
        return TraceExport.leavesOut(trace, format);
    }
}
