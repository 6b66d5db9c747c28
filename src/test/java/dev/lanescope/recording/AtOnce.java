package dev.lanescope.recording;

import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Whether two lanes of a trace computed at once, told by their CPU clocks: somewhere their spans
/// used more processor time than passed. Other programs that have the processors for a while can
/// make that rarer, never seem so.
///
/// Files are left out: in reading and writing an interpreter lets go of its lock.
record AtOnce(List<Piece> pieces) {

    private static final Set<String> FILES = Set.of("read", "write");

    /// Shorter than that, the moment between reading one clock and the other counts.
    private static final long SHORTEST = 1_000_000;

    private record Piece(long from, long to, long cpu) {}

    static boolean in(Snapshot trace) {
        var pieces = new ArrayList<Piece>();
        trace.lanes().forEach(lane -> add(pieces, trace, lane));
        pieces.sort(Comparator.comparingLong(Piece::to));
        return new AtOnce(pieces).anywhere();
    }

    private static void add(List<Piece> pieces, Snapshot trace, LaneView lane) {
        for (int at = 0; at + 1 < lane.size(); at++) {
            long before = lane.cpuNanos(at);
            long after = lane.cpuNanos(at + 1);
            if (before >= 0
                    && after > before
                    && !FILES.contains(trace.state(lane.state(at)).name())) {
                pieces.add(new Piece(lane.startNanos(at), lane.endNanos(at), after - before));
            }
        }
    }

    private boolean anywhere() {
        return pieces.stream().anyMatch(first -> from(first.from()));
    }

    /// A tenth is for the handing over of a lock, in which both run for a moment.
    private boolean from(long start) {
        long used = 0;
        for (Piece piece : pieces) {
            used += piece.from() >= start ? piece.cpu() : 0;
            long passed = piece.to() - start;
            if (passed >= SHORTEST && used > passed + passed / 10) {
                return true;
            }
        }
        return false;
    }
}
