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
import java.util.function.DoubleConsumer;

/// Reads a trace file chunk by chunk: some chunks ahead are unpacked and checked on all cores, and
/// put together in their order. What is ahead is paid for like the trace itself, before it is made.
/// The counterpart of [TraceWriter].
final class TraceReader {

    private TraceReader() {}

    /// Reads a whole file, or as much of it as there is.
    ///
    /// @param in stands behind the head of the file
    /// @param head magic and version, as they stand in the file
    /// @param size of the file
    /// @param mostBytes how much memory the trace may take, with what is unpacked ahead
    /// @param progress is told now and then which part has been read, 0 to 1
    static Snapshot read(
            InputStream in,
            byte[] head,
            Path file,
            long size,
            long mostBytes,
            DoubleConsumer progress)
            throws IOException, InterruptedException {
        var chunks = new ChunkReader(in, head, file, size);
        var memory = new Allowance(mostBytes);
        int version = TraceFormat.versionOf(head);
        var trace = new TraceBuilder(file, version, memory);
        int cores = Runtime.getRuntime().availableProcessors();
        var ahead = new ArrayDeque<Ahead>();
        ExecutorService unpackers =
                Executors.newFixedThreadPool(
                        cores, Thread.ofPlatform().daemon().name("open-", 1).factory());
        try {
            boolean more = true;
            while (more || !ahead.isEmpty()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Optional<Chunk> next = more ? chunks.next() : Optional.empty();
                if (next.isPresent()) {
                    ahead.add(Ahead.begin(next.get(), version, new Claim(memory), unpackers));
                    progress.accept((double) chunks.at() / size);
                }
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

    /// A chunk that is being unpacked.
    private record Ahead(Future<Part> part, Claim memory) {
        static Ahead begin(Chunk chunk, int version, Claim memory, ExecutorService unpackers)
                throws Refusal {
            memory.spend(chunk.packedBytes());
            return new Ahead(
                    unpackers.submit(() -> PartReader.read(chunk, version, memory)), memory);
        }
    }

    private static void addNext(ArrayDeque<Ahead> ahead, TraceBuilder trace)
            throws IOException, InterruptedException {
        Ahead first = ahead.poll();
        if (first == null) {
            return;
        }
        try {
            trace.add(first.part().get());
            first.memory().release();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException("a chunk could not be read", e.getCause());
        }
    }
}
