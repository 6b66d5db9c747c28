package dev.lanescope.chart;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.analysis.NaturalOrder;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.IntStream;

/// Makes [Rows]: sort all lanes, take the pinned ones out, drop what is hidden or does not match,
/// and put the rest into groups, which stand where their first lanes stand.
final class RowMaker {

    private final Snapshot trace;
    private final LaneRoster roster;
    private final Arrangement arrangement;
    private final int lanes;

    RowMaker(Snapshot trace, LaneRoster roster, Arrangement arrangement) {
        this.trace = trace;
        this.roster = roster;
        this.arrangement = arrangement;
        this.lanes = Math.min(roster.lanes(), trace.lanes().size());
    }

    Rows rows() {
        int[] pinned = arrangement.pinned().stream().mapToInt(i -> i).filter(this::is).toArray();
        int[] hidden = arrangement.hidden().stream().mapToInt(i -> i).filter(this::is).toArray();
        boolean[] shown = matching();
        IntStream.of(pinned).forEach(lane -> shown[lane] = false);
        IntStream.of(hidden).forEach(lane -> shown[lane] = false);
        int[] order = sorted().toArray();
        IntStream.Builder rows = IntStream.builder();
        IntStream.of(pinned).forEach(rows::add);
        if (!hasHeadings()) {
            IntStream.of(order).filter(lane -> shown[lane]).forEach(rows::add);
            return new Rows(order, rows.build().toArray(), pinned.length, List.of(), hidden.length);
        }
        List<LaneGroup> all = groups(order, shown);
        List<LaneGroup> headed = new ArrayList<>();
        for (LaneGroup group : all) {
            boolean alone = isAlone(group);
            if (!alone && group.size() > 0) {
                headed.add(group);
                rows.add(-headed.size());
            }
            if (alone || !group.isCollapsed()) {
                group.lanes().forEach(rows::add);
            }
        }
        int[] grouped = all.stream().flatMapToInt(LaneGroup::members).toArray();
        return new Rows(grouped, rows.build().toArray(), pinned.length, headed, hidden.length);
    }

    /// Whether a group is a part of one lane, called as the part is: a heading would say the same
    /// again.
    private boolean isAlone(LaneGroup group) {
        int[] members = group.members().limit(2).toArray();
        return arrangement.grouping() == LaneGrouping.PART
                && members.length == 1
                && LaneTitle.says(roster.title(members[0]), group.name());
    }

    private boolean[] matching() {
        List<String> words = words(arrangement.filter());
        boolean[] matching = new boolean[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            int its = lane;
            matching[lane] = words.stream().allMatch(word -> roster.matches(its, word));
        }
        return matching;
    }

    /// Whether the trace has a lane of that number.
    private boolean is(int lane) {
        return lane >= 0 && lane < lanes;
    }

    private static List<String> words(String filter) {
        List<String> words = new ArrayList<>();
        new StringTokenizer(filter.toLowerCase(Locale.ROOT))
                .asIterator()
                .forEachRemaining(word -> words.add(word.toString()));
        return words;
    }

    private boolean hasHeadings() {
        return switch (arrangement.grouping()) {
            case MODEL -> true;
            case PART -> roster.isDivided();
            case THREAD -> false;
        };
    }

    private List<LaneGroup> groups(int[] sorted, boolean[] shown) {
        Map<String, IntStream.Builder> members = new LinkedHashMap<>();
        boolean together = arrangement.grouping() == LaneGrouping.MODEL;
        for (int lane : sorted) {
            String group = together ? roster.modelTitle() : roster.part(lane);
            members.computeIfAbsent(group, _ -> IntStream.builder()).add(lane);
        }
        List<LaneGroup> groups = new ArrayList<>();
        members.forEach((name, builder) -> {
            int[] its = builder.build().toArray();
            int[] seen = IntStream.of(its).filter(lane -> shown[lane]).toArray();
            boolean collapsed = arrangement.collapsed().contains(name);
            groups.add(new LaneGroup(name, collapsed, its, seen));
        });
        return groups;
    }

    private IntStream sorted() {
        return switch (arrangement.order()) {
            case NATURAL -> IntStream.range(0, lanes);
            case NAME ->
                    IntStream.range(0, lanes)
                            .boxed()
                            .sorted(Comparator.comparing(roster::title, NaturalOrder.OF_NAMES))
                            .mapToInt(Integer::intValue);
            case BUSY -> {
                LaneTime time = LaneTime.of(trace);
                long whole = 1L << 30;
                yield byKey(lane -> whole - (long) (time.busyShare(lane) * whole));
            }
            case FINISH -> byKey(lane -> trace.endNanos() - lastWork(trace.lanes().get(lane)));
            case MANUAL -> {
                int[] place = new int[lanes];
                Arrays.fill(place, lanes);
                for (int i = arrangement.manual().size() - 1; i >= 0; i--) {
                    if (is(arrangement.manual().get(i))) {
                        place[arrangement.manual().get(i)] = i;
                    }
                }
                yield byKey(lane -> place[lane]);
            }
        };
    }

    private IntStream byKey(java.util.function.IntToLongFunction key) {
        long[] keys = IntStream.range(0, lanes).mapToLong(key).toArray();
        return IntStream.range(0, lanes)
                .boxed()
                .sorted(Comparator.comparingLong(lane -> keys[lane]))
                .mapToInt(Integer::intValue);
    }

    /// When a lane stopped working; 0 if it never worked.
    private long lastWork(LaneView lane) {
        for (int span = lane.size() - 1; span >= 0; span--) {
            if (trace.state(lane.state(span)).kind().isWork()) {
                return lane.endNanos(span);
            }
        }
        return 0;
    }
}
