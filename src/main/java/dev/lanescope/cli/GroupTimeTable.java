package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.exchange.report.GroupTime;
import dev.lanescope.trace.Snapshot;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/// The states of each group of lanes with their shares, where there is more than one group.
final class GroupTimeTable {

    private static final int MOST_GROUPS = 24;
    private static final int MOST_STATES = 5;

    private GroupTimeTable() {}

    static void print(Snapshot trace, PrintStream out) {
        List<GroupTime> groups = GroupTime.of(trace);
        if (groups.size() < 2) {
            return;
        }
        var table = new TextTable(0, 1, 2);
        for (GroupTime group : groups.subList(0, Math.min(MOST_GROUPS, groups.size()))) {
            table.row(
                    Plain.of(group.group()),
                    Amounts.count(group.lanes(), "lane"),
                    Plain.of(shares(group.shares())));
        }
        out.println();
        out.println("By group of lanes");
        table.lines().forEach(out::println);
        if (groups.size() > MOST_GROUPS) {
            out.println("  and " + Amounts.count(groups.size() - MOST_GROUPS, "more group"));
        }
    }

    private static String shares(List<GroupTime.Share> shares) {
        String told =
                shares.stream()
                        .limit(MOST_STATES)
                        .map(share -> share.state() + " " + Amounts.percent(share.part()))
                        .collect(Collectors.joining(", "));
        int more = shares.size() - MOST_STATES;
        return more > 0 ? told + ", " + more + " more" : told;
    }
}
