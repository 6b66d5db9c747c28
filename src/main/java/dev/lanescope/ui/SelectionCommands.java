package dev.lanescope.ui;

import static dev.lanescope.ui.Command.Group.SELECTION;
import static dev.lanescope.ui.Command.gesture;

import dev.lanescope.ui.timeline.RangeSteps;
import dev.lanescope.ui.timeline.TimelineModel;

import java.util.List;

/// What can be done with a range of time and lanes.
final class SelectionCommands {

    private SelectionCommands() {}

    static List<Command> of(TimelineModel timeline, Commands.Actions actions) {
        return List.of(
                gesture(SELECTION, "Select a range of time and lanes", "Drag"),
                gesture(SELECTION, "Move an edge of the range", "Drag the edge"),
                command("Longer by a span", () -> RangeSteps.moveEnd(timeline, 1), "Shift+Right"),
                command("Shorter by a span", () -> RangeSteps.moveEnd(timeline, -1), "Shift+Left"),
                command(
                        "Begin a span earlier",
                        () -> RangeSteps.moveStart(timeline, -1),
                        "Alt+Shift+Left"),
                command(
                        "Begin a span later",
                        () -> RangeSteps.moveStart(timeline, 1),
                        "Alt+Shift+Right"),
                command("Measure the selection", timeline::measure, "M"),
                command("Keep it as a note", actions.note(), "Shift+M"),
                command("Delete the note", actions.deleteNote(), "Delete"));
    }

    private static Command command(String does, Runnable action, String key) {
        return Command.of(SELECTION, does, action, key);
    }
}
