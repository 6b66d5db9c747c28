package dev.lanescope.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads a trace file chunk by chunk: some chunks ahead are unpacked and checked on all cores, and
/// put together in their order. The counterpart of [TraceWriter].
final class TraceReader {

    private TraceReader() {}

    /// Reads a whole file, or as much of it as there is.
    ///
    /// @param in stands behind the head of the file
    /// @param size of the file
    static Snapshot read(InputStream in, Path file, long size, long mostBytes) throws IOException {
        var chunks = new ChunkReader(in, file, size);
        var trace = new TraceBuilder(file, new Allowance(file, mostBytes));
        int cores = Runtime.getRuntime().availableProcessors();
        var ahead = new ArrayDeque<Future<Part>>();
        ExecutorService unpackers =
                Executors.newFixedThreadPool(
                        cores, Thread.ofPlatform().daemon().name("open-", 1).factory());
        try {
            boolean more = true;
            while (more || !ahead.isEmpty()) {
                Optional<Chunk> next = more ? chunks.next() : Optional.empty();
                next.ifPresent(chunk -> ahead.add(unpackers.submit(() -> PartReader.read(chunk))));
                more = next.isPresent();
                if (!more || ahead.size() > 2 * cores) {
                    addNext(ahead, trace);
                }
            }
            return trace.build(chunks.wasCut());
        } finally {
            unpackers.shutdownNow();
        }
    }

    private static void addNext(ArrayDeque<Future<Part>> ahead, TraceBuilder trace)
            throws IOException {
        Future<Part> first = ahead.poll();
        if (first == null) {
            return;
        }
        try {
            trace.add(first.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException("a chunk could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was given up", e);
        }
    }
}
