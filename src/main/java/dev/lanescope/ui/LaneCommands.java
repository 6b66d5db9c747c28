package dev.lanescope.ui;

import static dev.lanescope.ui.Command.Group.LANES;
import static dev.lanescope.ui.Command.gesture;

import dev.lanescope.chart.LaneGrouping;
import dev.lanescope.chart.LaneOrder;
import dev.lanescope.ui.timeline.LaneArrangement;
import dev.lanescope.ui.timeline.TimelineModel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// What can be done with lanes as a whole. "The lane" is that of the chosen span.
final class LaneCommands {

    private LaneCommands() {}

    static List<Command> of(TimelineModel timeline) {
        LaneArrangement lanes = timeline.arrangement();
        var commands = new ArrayList<Command>();
        commands.addAll(
                List.of(
                        command(
                                "Pin the lane, or let it go",
                                onLane(timeline, lanes::togglePin),
                                "P"),
                        command("Hide the lane", onLane(timeline, lanes::hide), "H"),
                        command(
                                "Hide all other lanes",
                                onLane(timeline, lanes::hideOthers),
                                "Shift+H"),
                        command("Show hidden lanes", lanes::showHidden, "Alt+H"),
                        command("Move the lane up", onLane(timeline, lanes::moveUp), "Alt+Up"),
                        command(
                                "Move the lane down",
                                onLane(timeline, lanes::moveDown),
                                "Alt+Down"),
                        command("Filter the lanes", lanes::startFilter, "Shortcut+Shift+F"),
                        command("Collapse all groups", lanes::collapseAll, "Shift+C"),
                        command("Expand all groups", lanes::expandAll, "C"),
                        command("Veil over stops of the JVM", timeline.stops()::toggle, "G"),
                        command("Next stop of the JVM", () -> timeline.stops().next(), "J"),
                        command(
                                "Previous stop of the JVM",
                                () -> timeline.stops().previous(),
                                "Shift+J"),
                        gesture(LANES, "Reorder", "Drag the head of a lane"),
                        gesture(LANES, "All of this", "Right click on a head")));
        for (LaneOrder order : LaneOrder.values()) {
            commands.add(command("Sort lanes: " + order.label(), () -> lanes.sortBy(order)));
        }
        for (LaneGrouping grouping : LaneGrouping.values()) {
            commands.add(
                    command("Group lanes: " + grouping.label(), () -> lanes.groupBy(grouping)));
        }
        return commands;
    }

    private static Command command(String does, Runnable action, String... keys) {
        return Command.of(LANES, does, action, keys);
    }

    private static Runnable onLane(TimelineModel timeline, IntConsumer action) {
        return () ->
                timeline.selectionProperty()
                        .get()
                        .ifPresent(chosen -> action.accept(chosen.lane()));
    }
}
