package dev.lanescope.chart;

import dev.lanescope.analysis.ItemVisit;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.NestedSlice;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Finds the spans and page bands that have room for a word, and what to write there.
///
/// A name that does not fit is cut to at least [#LEAST_LETTERS] letters and an ellipsis, or left
/// out. The lanes are probed every few pixels instead of span by span, so the cost depends on the
/// width of the picture and not on the number of spans.
public final class LaneLabels {

    /// A name cut shorter than this says nothing.
    public static final int LEAST_LETTERS = 5;

    private static final double PAD = 4;
    private static final double LEAST_WIDTH = 20;
    private static final double PROBE = LEAST_WIDTH / 2;
    private static final String ELLIPSIS = "\u2026";

    private final ToDoubleFunction<String> measure;

    /// @param measure the width of a text in pixels; asked often, so it should be quick
    public LaneLabels(ToDoubleFunction<String> measure) {
        this.measure = measure;
    }

    /// The words on the lanes in sight.
    public List<LaneLabel> place(Snapshot snapshot, Viewport view) {
        return place(snapshot, view, view.rowsInSight());
    }

    /// The words on the lanes in sight that are fixed, or on those that scroll.
    public List<LaneLabel> place(Snapshot snapshot, Viewport view, boolean fixed) {
        IntStream rows = view.rowsInSight().filter(row -> row < view.fixedRows() == fixed);
        return place(snapshot, view, rows);
    }

    private List<LaneLabel> place(Snapshot snapshot, Viewport view, IntStream rows) {
        List<LaneLabel> labels = new ArrayList<>();
        rows.filter(view.rows()::isLane)
                .map(view.rows()::lane)
                .filter(number -> number < snapshot.lanes().size())
                .mapToObj(snapshot.lanes()::get)
                .forEach(lane -> placeOn(snapshot, lane, view, labels));
        return labels;
    }

    private void placeOn(Snapshot snapshot, LaneView lane, Viewport view, List<LaneLabel> labels) {
        placeOnSpans(snapshot, lane, view, labels);
        if (view.layout().bandHeight() > 0) {
            placeOnBands(snapshot, lane, view, labels);
        }
        for (int depth = 1; depth <= view.layout().nestedRows(); depth++) {
            placeOnNested(snapshot, lane, depth, view, labels);
        }
    }

    private void placeOnNested(
            Snapshot snapshot, LaneView lane, int depth, Viewport view, List<LaneLabel> labels) {
        List<NestedSlice> slices = snapshot.nesting().at(lane.number(), depth);
        long seenNanos = Long.MIN_VALUE;
        for (double x = PROBE; x < view.width() && !slices.isEmpty(); x += PROBE) {
            long moment = (long) view.nanosAt(x);
            if (moment < seenNanos) {
                continue;
            }
            int at = snapshot.nesting().firstEndingAfter(lane.number(), depth, moment);
            if (at == slices.size()) {
                return;
            }
            NestedSlice slice = slices.get(at);
            if (slice.startNanos() <= moment) {
                seenNanos = slice.endNanos();
                if (!isTooNarrow(view, slice.startNanos(), seenNanos)) {
                    String name = snapshot.info().items().get(slice.item());
                    Box box = HitTest.box(view, slice);
                    place(lane, box, view, name, LaneLabel.ON_BAND).ifPresent(labels::add);
                }
            }
        }
    }

    private void placeOnSpans(
            Snapshot snapshot, LaneView lane, Viewport view, List<LaneLabel> labels) {
        if (!hasRoomForWords(lane, view)) {
            return;
        }
        int last = -1;
        for (double x = PROBE; x < view.width(); x += PROBE) {
            double moment = view.nanosAt(x);
            int span = lane.indexAt((long) moment);
            if (moment < 0 || moment >= lane.endNanos() || span == last) {
                continue;
            }
            last = span;
            if (isTooNarrow(view, lane.startNanos(span), lane.endNanos(span))) {
                continue;
            }
            int state = lane.state(span);
            if (snapshot.state(state).kind().isWork()) {
                Box box = HitTest.box(view, lane.span(span));
                place(lane, box, view, snapshot.state(state).name(), state).ifPresent(labels::add);
            }
        }
    }

    /// Whether the longest span in sight is wide enough; where it is not, nothing need be probed.
    private static boolean hasRoomForWords(LaneView lane, Viewport view) {
        if (lane.endNanos() == 0) {
            return false;
        }
        int first = lane.indexAt((long) view.window().startNanos());
        int end = lane.firstFrom((long) view.window().endNanos() + 1, first + 1);
        int longest = lane.longest(first, end);
        return !isTooNarrow(view, lane.startNanos(longest), lane.endNanos(longest))
                || !isTooNarrow(view, lane.startNanos(first), lane.endNanos(first));
    }

    private static boolean isTooNarrow(Viewport view, long fromNanos, long toNanos) {
        double left = Math.max(view.xOf(fromNanos), 0);
        return Math.min(view.xOf(toNanos), view.width()) - left < LEAST_WIDTH;
    }

    private void placeOnBands(
            Snapshot snapshot, LaneView lane, Viewport view, List<LaneLabel> labels) {
        long seenNanos = 0;
        int before = itemAt(lane, view.nanosAt(0));
        int here = itemAt(lane, view.nanosAt(PROBE));
        for (double x = PROBE; x < view.width(); x += PROBE) {
            int item = here;
            here = itemAt(lane, view.nanosAt(x + PROBE));
            boolean alone = item != before && item != here; // a wide one would be at two probes
            before = item;
            double moment = view.nanosAt(x);
            if (alone || moment < seenNanos || moment >= lane.endNanos()) {
                continue;
            }
            Optional<ItemVisit> visit = ItemVisit.around(lane, lane.indexAt((long) moment));
            if (visit.isPresent()) {
                seenNanos = visit.get().endNanos();
                if (isTooNarrow(view, visit.get().startNanos(), seenNanos)) {
                    continue;
                }
                String its = snapshot.info().items().get(visit.get().item());
                String name = snapshot.info().isForeign() ? its : shortName(its);
                Box box = HitTest.box(view, visit.get());
                place(lane, box, view, name, LaneLabel.ON_BAND).ifPresent(labels::add);
            }
        }
    }

    private static int itemAt(LaneView lane, double moment) {
        return moment < 0 || moment >= lane.endNanos()
                ? Lane.NO_ITEM
                : lane.item(lane.indexAt((long) moment));
    }

    private Optional<LaneLabel> place(
            LaneView lane, Box box, Viewport view, String name, int state) {
        double left = Math.max(box.x(), 0);
        double room = Math.min(box.x() + box.width(), view.width()) - left - 2 * PAD;
        if (room < LEAST_WIDTH - 2 * PAD) {
            return Optional.empty();
        }
        return fit(name, room)
                .map(text ->
                        new LaneLabel(
                                lane.number(),
                                left + PAD,
                                box.y(),
                                room,
                                box.height(),
                                text,
                                state));
    }

    /// The name, or its longest beginning with an ellipsis that fits and still says something.
    public Optional<String> fit(String name, double room) {
        if (measure.applyAsDouble(name) <= room) {
            return Optional.of(name);
        }
        int least = Math.min(LEAST_LETTERS, name.length());
        int low = least - 1;
        int high = name.length() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (measure.applyAsDouble(cut(name, middle)) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low < least ? Optional.empty() : Optional.of(cut(name, low));
    }

    private static String cut(String name, int letters) {
        boolean splitsPair = Character.isHighSurrogate(name.charAt(letters - 1));
        return name.substring(0, splitsPair ? letters - 1 : letters) + ELLIPSIS;
    }

    /// What an item is called where there is little room: the last part of its path without the
    /// ending, and for an index page the folder it stands for.
    static String shortName(String item) {
        int slash = item.lastIndexOf('/');
        String file = item.substring(slash + 1);
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        boolean isIndex = stem.equals("index") || stem.equals("_index") || stem.equals("README");
        return isIndex && slash > 0 ? shortName(item.substring(0, slash)) : stem;
    }
}
