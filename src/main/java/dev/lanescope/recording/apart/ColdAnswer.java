package dev.lanescope.recording.apart;

import dev.lanescope.pipeline.links.BrokenLink;
import dev.lanescope.recording.PageFailure;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.TraceFileException;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came of a run in a JVM of its own, as two files in a folder: its trace, and what a trace
/// does not hold. Of failures and broken links no more than [#MOST] are passed on.
final class ColdAnswer {

    static final int MOST = 10_000;

    private static final int LONGEST = 2_000;
    private static final String TRACE = "trace." + TraceFile.EXTENSION;
    private static final String RESULT = "result";

    private ColdAnswer() {}

    static void write(RunResult result, Path folder) throws IOException {
        TraceFile.write(result.trace(), folder.resolve(TRACE));
        try (var out = new DataOutputStream(Files.newOutputStream(folder.resolve(RESULT)))) {
            out.writeInt(result.done());
            out.writeInt(result.generated());
            out.writeBoolean(result.stopped());
            out.writeLong(result.bytesOut());
            out.writeUTF(result.treeHash());
            out.writeLong(result.phases().prepareNanos());
            out.writeLong(result.phases().warmUpNanos());
            out.writeLong(result.phases().renderNanos());
            out.writeLong(result.phases().verifyNanos());
            List<PageFailure> failures = result.failures();
            out.writeInt(Math.min(MOST, failures.size()));
            for (PageFailure failure : failures.subList(0, Math.min(MOST, failures.size()))) {
                text(failure.page(), out);
                text(failure.stage(), out);
                out.writeInt(failure.line());
                text(failure.cause(), out);
            }
            List<BrokenLink> links = result.brokenLinks();
            out.writeInt(Math.min(MOST, links.size()));
            for (BrokenLink link : links.subList(0, Math.min(MOST, links.size()))) {
                text(link.source(), out);
                out.writeInt(link.line());
                text(link.destination(), out);
                text(link.why(), out);
            }
        }
    }

    private static void text(String words, DataOutput out) throws IOException {
        out.writeUTF(words.substring(0, Math.min(LONGEST, words.length())));
    }

    /// @param output where the site lies
    static RunResult read(Path folder, Path output) throws IOException, TraceFileException {
        Snapshot trace = TraceFile.read(folder.resolve(TRACE));
        try (var in = new DataInputStream(Files.newInputStream(folder.resolve(RESULT)))) {
            int done = in.readInt();
            int generated = in.readInt();
            boolean stopped = in.readBoolean();
            long bytesOut = in.readLong();
            String hash = in.readUTF();
            var phases =
                    new RunResult.Phases(
                            in.readLong(), in.readLong(), in.readLong(), in.readLong());
            var failures = new ArrayList<PageFailure>();
            for (int left = count(in); left > 0; left--) {
                failures.add(
                        new PageFailure(in.readUTF(), in.readUTF(), in.readInt(), in.readUTF()));
            }
            var links = new ArrayList<BrokenLink>();
            for (int left = count(in); left > 0; left--) {
                links.add(new BrokenLink(in.readUTF(), in.readInt(), in.readUTF(), in.readUTF()));
            }
            return new RunResult(
                    trace,
                    done,
                    generated,
                    0,
                    0,
                    Optional.empty(),
                    failures,
                    links,
                    stopped,
                    bytesOut,
                    hash,
                    phases,
                    output);
        }
    }

    private static int count(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("a list of " + count);
        }
        return count;
    }
}
