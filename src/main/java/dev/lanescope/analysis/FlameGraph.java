package dev.lanescope.analysis;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds the lane time of a stretch up into a flame graph: all, phase, work or waiting, state, and
/// on top the items, or of a wait without one the stage that it held up.
///
/// This order puts what can be changed at the bottom: how much of a phase was not work at all, then
/// which stage or which kind of waiting had it, then whether some few pages are to blame. A run in
/// one phase has no frames for phases. States stand in the order of the trace, which is that of the
/// pipeline; what lies above them by size, and beyond [#MOST_DETAILS] as one frame.
///
/// Spans are cut at the borders of the stretch and of phases, so the sum over the frames of a level
/// that divides everything is lanes x time to the nanosecond.
public final class FlameGraph {

    /// So many frames above one state are told apart.
    public static final int MOST_DETAILS = 400;

    private static final int STATE_BITS = 7;
    private static final int STATE_MASK = (1 << STATE_BITS) - 1;

    private final Snapshot trace;
    private final List<PhaseTime> phases;
    private final LongSums sums = new LongSums();

    private FlameGraph(Snapshot trace, List<PhaseTime> phases) {
        this.trace = trace;
        this.phases = phases;
    }

    /// The frame of all lane time in the stretch, with everything in it. A trace that has calls
    /// inside calls is added up [call by call][CallFlames].
    public static FlameFrame of(Snapshot trace, Stretch stretch) {
        if (!trace.nesting().isEmpty()) {
            return CallFlames.of(trace, stretch);
        }
        var graph = new FlameGraph(trace, PhaseTime.of(trace));
        StretchSpans.visit(trace, stretch, (lane, span, _) -> graph.add(lane, span, stretch));
        return graph.frames();
    }

    private void add(LaneView lane, int span, Stretch stretch) {
        long from = Math.max(lane.startNanos(span), stretch.startNanos());
        long to = Math.min(lane.endNanos(span), stretch.endNanos());
        int state = lane.state(span);
        int detail = detail(lane, span);
        for (int phase = 0; phase < phases.size() && from < to; phase++) {
            boolean last = phase + 1 == phases.size();
            long cut = last ? to : Math.min(to, phases.get(phase).endNanos());
            if (cut > from) {
                sums.add(key(phase, state, detail), cut - from);
                from = cut;
            }
        }
    }

    /// The item; without one, the stage that follows a wait as a number below [Lane#NO_ITEM].
    private int detail(LaneView lane, int span) {
        int item = lane.item(span);
        if (item == Lane.NO_ITEM && span + 1 < lane.size() && !isWork(lane.state(span))) {
            int next = lane.state(span + 1);
            return isWork(next) ? Lane.NO_ITEM - 1 - next : item;
        }
        return item;
    }

    private boolean isWork(int state) {
        return trace.state(state).kind().isWork();
    }

    private static long key(int phase, int state, int detail) {
        return (long) ((phase << STATE_BITS) + state) << Integer.SIZE | (detail & 0xFFFF_FFFFL);
    }

    private FlameFrame frames() {
        Map<Integer, List<FlameFrame>> details = new TreeMap<>();
        Map<Integer, Long> totals = new TreeMap<>();
        sums.forEach((key, sum) -> {
            int place = (int) (key >> Integer.SIZE);
            totals.merge(place, sum, Long::sum);
            var list = details.computeIfAbsent(place, _ -> new ArrayList<>());
            if ((int) key != Lane.NO_ITEM) {
                list.add(detailFrame(place & STATE_MASK, (int) key, sum));
            }
        });
        List<FlameFrame> phaseFrames = new ArrayList<>();
        for (int phase = 0; phase < phases.size(); phase++) {
            List<FlameFrame> purposes = new ArrayList<>();
            addPurpose(purposes, "work", true, phase, totals, details);
            addPurpose(purposes, "waiting", false, phase, totals, details);
            if (!purposes.isEmpty()) {
                String name = phases.get(phase).phase().name();
                phaseFrames.add(parent(FlameFrame.Level.PHASE, name, FlameFrame.NONE, purposes));
            }
        }
        boolean one = phases.size() == 1 && phaseFrames.size() == 1;
        return parent(
                FlameFrame.Level.ALL,
                "all lane time",
                FlameFrame.NONE,
                one ? phaseFrames.getFirst().children() : phaseFrames);
    }

    private void addPurpose(
            List<FlameFrame> purposes,
            String name,
            boolean work,
            int phase,
            Map<Integer, Long> totals,
            Map<Integer, List<FlameFrame>> details) {
        List<FlameFrame> states = new ArrayList<>();
        totals.forEach((place, nanos) -> {
            int state = place & STATE_MASK;
            if (place >> STATE_BITS == phase && isWork(state) == work) {
                State its = trace.state(state);
                states.add(
                        new FlameFrame(
                                FlameFrame.Level.STATE,
                                its.name(),
                                state,
                                FlameFrame.NONE,
                                nanos,
                                largest(details.getOrDefault(place, new ArrayList<>()))));
            }
        });
        if (!states.isEmpty()) {
            purposes.add(parent(FlameFrame.Level.PURPOSE, name, FlameFrame.NONE, states));
        }
    }

    private static FlameFrame parent(
            FlameFrame.Level level, String name, int state, List<FlameFrame> children) {
        long nanos = children.stream().mapToLong(FlameFrame::nanos).sum();
        return new FlameFrame(level, name, state, FlameFrame.NONE, nanos, children);
    }

    private FlameFrame detailFrame(int state, int detail, long nanos) {
        boolean item = detail > Lane.NO_ITEM;
        String name =
                item
                        ? trace.info().items().get(detail)
                        : "before " + trace.state(Lane.NO_ITEM - 1 - detail).name();
        return new FlameFrame(
                FlameFrame.Level.DETAIL,
                name,
                state,
                item ? detail : FlameFrame.NONE,
                nanos,
                List.of());
    }

    /// The largest first; those beyond the limit become one.
    static List<FlameFrame> largest(List<FlameFrame> details) {
        details.sort(
                Comparator.comparingLong(FlameFrame::nanos)
                        .reversed()
                        .thenComparing(FlameFrame::name));
        if (details.size() <= MOST_DETAILS) {
            return details;
        }
        List<FlameFrame> rest = details.subList(MOST_DETAILS, details.size());
        long nanos = rest.stream().mapToLong(FlameFrame::nanos).sum();
        String name = String.format(java.util.Locale.ROOT, "%,d more", rest.size());
        List<FlameFrame> shown = new ArrayList<>(details.subList(0, MOST_DETAILS));
        shown.add(
                new FlameFrame(
                        FlameFrame.Level.REST,
                        name,
                        details.getFirst().state(),
                        FlameFrame.NONE,
                        nanos,
                        List.of()));
        return shown;
    }
}
