package dev.lanescope.chart;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How people want the lanes to stand. It holds for any trace: numbers of lanes that a trace does
/// not have, and names of groups it does not know, mean nothing. [Rows] is what becomes of it.
///
/// @param order within groups, and of groups by their first lanes
/// @param grouping which lanes have a heading in common
/// @param hidden numbers of lanes that are not shown
/// @param pinned numbers of lanes that stand above all others, in this order, whatever the filter
/// @param collapsed names of groups that are one row
/// @param filter words that a lane's name, title or group must contain, in any case; blank for all
/// @param manual numbers of lanes as [LaneOrder#MANUAL] wants them; others follow
public record Arrangement(
        LaneOrder order,
        LaneGrouping grouping,
        Set<Integer> hidden,
        List<Integer> pinned,
        Set<String> collapsed,
        String filter,
        List<Integer> manual) {

    /// All lanes as in the run, in groups where there are some.
    public static final Arrangement USUAL =
            new Arrangement(
                    LaneOrder.NATURAL,
                    LaneGrouping.PART,
                    Set.of(),
                    List.of(),
                    Set.of(),
                    "",
                    List.of());

    public Arrangement {
        hidden = Set.copyOf(hidden);
        pinned = List.copyOf(new LinkedHashSet<>(pinned));
        collapsed = Set.copyOf(collapsed);
        manual = List.copyOf(new LinkedHashSet<>(manual));
        if (pinned.stream().anyMatch(hidden::contains)) {
            throw new IllegalArgumentException("lanes both pinned and hidden: " + pinned);
        }
    }

    /// The same order and grouping for another trace, whose lanes are others.
    public Arrangement forAnotherTrace() {
        var kept = order == LaneOrder.MANUAL ? LaneOrder.NATURAL : order;
        return USUAL.sortedBy(kept).groupedBy(grouping);
    }

    public Arrangement sortedBy(LaneOrder newOrder) {
        return new Arrangement(newOrder, grouping, hidden, pinned, collapsed, filter, manual);
    }

    /// In the order that people have made.
    public Arrangement inOrder(List<Integer> lanes) {
        return new Arrangement(
                LaneOrder.MANUAL, grouping, hidden, pinned, collapsed, filter, lanes);
    }

    public Arrangement groupedBy(LaneGrouping newGrouping) {
        return new Arrangement(order, newGrouping, hidden, pinned, collapsed, filter, manual);
    }

    public Arrangement filteredBy(String words) {
        return new Arrangement(order, grouping, hidden, pinned, collapsed, words, manual);
    }

    /// Puts a lane below those that are pinned already. A hidden one comes back.
    public Arrangement pinning(int lane) {
        return pinned.contains(lane) ? this : withPinned(with(pinned, lane));
    }

    public Arrangement unpinning(int lane) {
        return withPinned(without(pinned, lane));
    }

    /// With exactly these lanes pinned.
    public Arrangement withPinned(List<Integer> lanes) {
        var stillHidden = new HashSet<>(hidden);
        stillHidden.removeAll(Set.copyOf(lanes));
        return new Arrangement(order, grouping, stillHidden, lanes, collapsed, filter, manual);
    }

    /// Takes lanes away; pinned ones are pinned no more.
    public Arrangement hiding(Set<Integer> lanes) {
        var more = new HashSet<>(hidden);
        more.addAll(lanes);
        List<Integer> stillPinned = pinned.stream().filter(lane -> !lanes.contains(lane)).toList();
        return new Arrangement(order, grouping, more, stillPinned, collapsed, filter, manual);
    }

    /// With one lane hidden no more.
    public Arrangement showing(int lane) {
        var stillHidden = new HashSet<>(hidden);
        stillHidden.remove(lane);
        return new Arrangement(order, grouping, stillHidden, pinned, collapsed, filter, manual);
    }

    /// With no lane hidden.
    public Arrangement showingHidden() {
        return new Arrangement(order, grouping, Set.of(), pinned, collapsed, filter, manual);
    }

    /// With exactly these groups collapsed.
    public Arrangement withCollapsed(Set<String> groups) {
        return new Arrangement(order, grouping, hidden, pinned, groups, filter, manual);
    }

    public Arrangement collapsing(String group) {
        var more = new HashSet<>(collapsed);
        more.add(group);
        return withCollapsed(more);
    }

    public Arrangement expanding(String group) {
        var less = new HashSet<>(collapsed);
        less.remove(group);
        return withCollapsed(less);
    }

    private static List<Integer> with(List<Integer> lanes, int lane) {
        return Stream.concat(lanes.stream(), Stream.of(lane)).toList();
    }

    private static List<Integer> without(List<Integer> lanes, int lane) {
        return lanes.stream().filter(other -> other != lane).toList();
    }
}
