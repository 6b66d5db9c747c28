package dev.lanescope.exchange.out;

import dev.lanescope.trace.Flow;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which slices the arrows of a trace lead from and to, for formats in which an arrow has slices
/// for ends and not moments. Slices of a lane are counted as [LaneWalk] tells them, from 0.
///
/// The slice of a moment is the innermost one around it, or, where nothing is, the one that ends
/// there.
final class FlowEnds {

    /// An arrow has an end at a slice.
    ///
    /// @param flow index of the arrow
    /// @param leaves whether it begins there
    record Tie(int flow, boolean leaves) {}

    private static final int NONE = -1;

    private static final class Point {
        final int flow;
        final long at;
        int slice = NONE;
        boolean isAround;
        long begin;
        long end;

        Point(int flow, long at) {
            this.flow = flow;
            this.at = at;
        }
    }

    private record Place(int lane, int slice, boolean atItsEnd) {}

    private final Map<Place, List<Tie>> ties = new HashMap<>();
    private int untied;

    private FlowEnds() {}

    static FlowEnds of(Snapshot trace) throws IOException {
        var ends = new FlowEnds();
        Map<Integer, List<Point>> lanes = new HashMap<>();
        List<Point> from = new ArrayList<>();
        List<Point> to = new ArrayList<>();
        for (int index = 0; index < trace.flows().size(); index++) {
            Flow flow = trace.flows().get(index);
            from.add(new Point(index, flow.fromNanos()));
            to.add(new Point(index, flow.toNanos()));
            lanes.computeIfAbsent(flow.fromLane(), _ -> new ArrayList<>()).add(from.getLast());
            lanes.computeIfAbsent(flow.toLane(), _ -> new ArrayList<>()).add(to.getLast());
        }
        for (Map.Entry<Integer, List<Point>> entry : lanes.entrySet()) {
            find(trace, trace.lanes().get(entry.getKey()), entry.getValue());
        }
        for (int index = 0; index < from.size(); index++) {
            Flow flow = trace.flows().get(index);
            ends.tie(flow, from.get(index), to.get(index));
        }
        return ends;
    }

    private static void find(Snapshot trace, LaneView lane, List<Point> points) throws IOException {
        points.sort(Comparator.comparingLong(point -> point.at));
        LaneWalk.along(
                trace,
                lane,
                new LaneWalk.Listener() {
                    private int slices;

                    @Override
                    public void stayBegins(int item, long startNanos, long endNanos) {
                        offer(points, slices++, startNanos, endNanos);
                    }

                    @Override
                    public void span(int index) {
                        offer(points, slices++, lane.startNanos(index), lane.endNanos(index));
                    }

                    @Override
                    public void stayEnds(int item, long endNanos) {
                        // offered when it began
                    }
                });
    }

    /// Those that begin later lie further inside.
    private static void offer(List<Point> points, int slice, long begin, long end) {
        for (int i = firstFrom(points, begin); i < points.size() && points.get(i).at <= end; i++) {
            Point point = points.get(i);
            boolean around = point.at < end;
            if (around || !point.isAround) {
                point.slice = slice;
                point.isAround = around;
                point.begin = begin;
                point.end = end;
            }
        }
    }

    private static int firstFrom(List<Point> points, long moment) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).at < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// An arrow leaves with the beginning of its slice, and arrives with the beginning of the other
    /// one, or with its end if it had begun before.
    private void tie(Flow flow, Point from, Point to) {
        boolean atItsEnd = to.begin <= from.begin;
        if (from.slice == NONE || to.slice == NONE || (atItsEnd && to.end <= from.begin)) {
            untied++;
            return;
        }
        put(new Place(flow.fromLane(), from.slice, false), new Tie(from.flow, true));
        put(new Place(flow.toLane(), to.slice, atItsEnd), new Tie(to.flow, false));
    }

    private void put(Place place, Tie tie) {
        ties.computeIfAbsent(place, _ -> new ArrayList<>(1)).add(tie);
    }

    /// The arrows that have an end at the beginning, or at the end, of a slice.
    List<Tie> at(LaneView lane, int slice, boolean atItsEnd) {
        return ties.isEmpty()
                ? List.of()
                : ties.getOrDefault(new Place(lane.number(), slice, atItsEnd), List.of());
    }

    /// How many arrows begin or end where no slice is, and so have no place.
    int untied() {
        return untied;
    }
}
