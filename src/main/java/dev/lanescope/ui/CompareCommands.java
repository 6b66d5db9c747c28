package dev.lanescope.ui;

import static dev.lanescope.ui.Command.Group.COMPARE;
import static dev.lanescope.ui.Command.gesture;

import dev.lanescope.ui.compare.Alignment;
import dev.lanescope.ui.compare.CompareModel;
import dev.lanescope.ui.compare.Race;
import dev.lanescope.ui.session.Handout;

import java.util.ArrayList;
import java.util.List;

/// What can be done with compared runs only; each shows them first.
final class CompareCommands {

    private CompareCommands() {}

    static List<Command> of(Commands.OnScreens on) {
        CompareModel compare = on.compare();
        Race race = compare.race();
        var commands = new ArrayList<Command>();
        commands.add(
                command(
                        "End the race and show everything",
                        on.screens().either(() -> {}, race::finish),
                        "End"));
        List.of(
                        command("Race faster", () -> race.hurry(1), ">"),
                        command("Race slower", () -> race.hurry(-1), "<"),
                        gesture(COMPARE, "Let the race stand at a moment", "Drag on the time axis"),
                        command(
                                "Align runs by time",
                                () -> compare.alignBy(Alignment.TIME),
                                "Shift+T"),
                        command(
                                "Align runs by pages done",
                                () -> compare.alignBy(Alignment.PAGES),
                                "Shift+P"),
                        command(
                                "Align runs stage by stage",
                                () -> compare.alignBy(Alignment.STAGE),
                                "Shift+S"),
                        command(
                                "Align runs by the chosen page",
                                () -> compare.alignBy(Alignment.PAGE)),
                        command("The same page in the next run", compare::nextRun, "N"),
                        command(
                                "Give the tables below more room",
                                () -> compare.lower().more(),
                                "Alt+Shift+Up"),
                        command(
                                "Give the lanes above more room",
                                () -> compare.lower().less(),
                                "Alt+Shift+Down"),
                        command("Hold all runs against the chosen one", compare::holdAgainstChosen))
                .stream()
                .map(command -> command.after(() -> on.screens().show(Screens.Screen.COMPARE)))
                .forEach(commands::add);
        for (Handout.Kind kind : Handout.Kind.values()) {
            commands.add(
                    command(
                            "Export: " + kind.title() + " (." + kind.extension() + ")",
                            () -> {
                                if (on.screens().shownProperty().get() != Screens.Screen.SCALING) {
                                    on.screens().show(Screens.Screen.COMPARE);
                                }
                                on.export().accept(kind);
                            }));
        }
        return commands;
    }

    private static Command command(String does, Runnable action, String... keys) {
        return Command.of(COMPARE, does, action, keys);
    }
}
