package dev.lanescope.cli;

import dev.lanescope.exchange.in.TraceFiles;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFileException;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Opens a trace in the terminal and says how far it has come, for one can be long.
final class TraceReading {

    private TraceReading() {}

    static Snapshot of(Path file, Streams streams) throws TraceFileException, InterruptedException {
        var share = new AtomicInteger();
        String whole = Plain.of(String.valueOf(file.getFileName()));
        String name = whole.length() <= 40 ? whole : whole.substring(0, 40) + "…";
        try (var _ = new ProgressLine(streams, () -> "reading " + name + ": " + share + " %")) {
            return TraceFiles.open(file, part -> share.set((int) (100 * part)));
        }
    }
}
