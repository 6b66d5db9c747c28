package dev.lanescope.ui;

import static dev.lanescope.ui.Command.Group.EXPERIMENT;
import static dev.lanescope.ui.Command.Group.FIGURES;
import static dev.lanescope.ui.Command.Group.SEARCH;
import static dev.lanescope.ui.Command.Group.SELECTION;
import static dev.lanescope.ui.Command.Group.SPANS;
import static dev.lanescope.ui.Command.Group.TIME;
import static dev.lanescope.ui.Command.gesture;
import static dev.lanescope.ui.Screens.Screen.CLAIMS;
import static dev.lanescope.ui.Screens.Screen.COMPARE;
import static dev.lanescope.ui.Screens.Screen.RUNTIMES;
import static dev.lanescope.ui.Screens.Screen.SCALING;
import static dev.lanescope.ui.Screens.Screen.TIMELINE;

import dev.lanescope.ui.claims.ClaimsModel;
import dev.lanescope.ui.claims.GuideModel;
import dev.lanescope.ui.compare.CompareModel;
import dev.lanescope.ui.figures.Figures;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Motion;
import dev.lanescope.ui.scaling.ScalingModel;
import dev.lanescope.ui.session.Handout;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.timeline.CauseSteps;
import dev.lanescope.ui.timeline.Finder;
import dev.lanescope.ui.timeline.PageStep;
import dev.lanescope.ui.timeline.TimelineModel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// All that the window can be told to do: the one list from which keys are installed, and from
/// which the sheet of keys, the palette and the menu on the lanes are made. So none of them can be
/// wrong.
final class Commands {

    /// The name of the view of notes.
    static final String NOTES = "Notes";

    private final List<Command> all;

    /// What needs more than the models.
    ///
    /// @param askForFolder asks for a folder, and opens it
    /// @param askForTrace asks for a trace, and opens it
    /// @param showKeys shows the sheet of keys
    /// @param find puts the caret into the search field
    /// @param palette the same, ready for a command
    /// @param note asks for words on the selection
    /// @param deleteNote deletes the note on the selection
    /// @param showView shows a view below the lanes, by its name
    /// @param copyText puts what the inspector says into the clipboard
    /// @param copyCsv the same as CSV
    record Actions(
            Runnable askForFolder,
            Runnable askForTrace,
            Runnable showKeys,
            Runnable find,
            Runnable palette,
            Runnable note,
            Runnable deleteNote,
            Consumer<String> showView,
            Runnable copyText,
            Runnable copyCsv) {}

    /// What acts on whichever screen is shown.
    ///
    /// @param showGuide shows the studies that others planned
    /// @param tickShown puts the shown run into the comparison, or takes it out
    /// @param export writes what is shown of compared runs into a file
    record OnScreens(
            Screens screens,
            CompareModel compare,
            ScalingModel scaling,
            ClaimsModel claims,
            GuideModel guide,
            Runnable showGuide,
            Runnable tickShown,
            Consumer<Handout.Kind> export) {}

    Commands(
            SessionModel session,
            TimelineModel timeline,
            OnScreens on,
            Appearance appearance,
            Motion motion,
            Actions actions) {
        List<Command> timelineOnly =
                Stream.of(
                                SelectionCommands.of(timeline, actions),
                                search(timeline.finder(), actions),
                                LaneCommands.of(timeline),
                                figures(actions))
                        .flatMap(List::stream)
                        .map(command -> command.after(() -> on.screens().show(TIMELINE)))
                        .toList();
        all =
                Stream.of(
                                experiment(session, timeline, on, appearance, motion, actions),
                                screens(on),
                                CompareCommands.of(on),
                                time(timeline, on),
                                spans(timeline, on),
                                timelineOnly)
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<Command> experiment(
            SessionModel session,
            TimelineModel timeline,
            OnScreens on,
            Appearance appearance,
            Motion motion,
            Actions actions) {
        return List.of(
                Command.of(EXPERIMENT, "Run", session::run, "Shortcut+Enter"),
                Command.of(EXPERIMENT, "Stop", session::stop, "Shortcut+Period"),
                Command.of(
                        EXPERIMENT,
                        "Pause or resume: the live view, or the race of compared runs",
                        on.screens().either(timeline::togglePaused, on.compare().race()::toggle),
                        "Space"),
                Command.of(EXPERIMENT, "Open a folder", actions.askForFolder(), "Shortcut+O"),
                Command.of(EXPERIMENT, "Open a trace", actions.askForTrace(), "Shortcut+Shift+O"),
                Command.of(
                        EXPERIMENT,
                        "Show the runtimes: CPythons and the JDK",
                        () -> on.screens().show(RUNTIMES),
                        "Shortcut+5",
                        "Shortcut+Shift+R"),
                Command.of(EXPERIMENT, "Light or dark", appearance::toggle, "Shortcut+Shift+L"),
                Command.of(EXPERIMENT, "Reduce motion, or not", motion::toggle),
                Command.of(EXPERIMENT, "Keys and gestures", actions.showKeys(), "?"),
                Command.of(EXPERIMENT, "All commands", actions.palette(), "Shortcut+Shift+P"));
    }

    private static List<Command> screens(OnScreens on) {
        return List.of(
                Command.of(
                        EXPERIMENT,
                        "Show the timeline",
                        () -> on.screens().show(TIMELINE),
                        "Shortcut+1"),
                Command.of(
                        EXPERIMENT, "Compare runs", () -> on.screens().show(COMPARE), "Shortcut+2"),
                Command.of(
                        EXPERIMENT,
                        "See how it scales",
                        () -> on.screens().show(SCALING),
                        "Shortcut+3"),
                Command.of(
                        EXPERIMENT,
                        "See what others claimed",
                        () -> on.screens().show(CLAIMS),
                        "Shortcut+4"),
                Command.of(
                        EXPERIMENT,
                        "Look at the next claim",
                        () -> {
                            on.screens().show(CLAIMS);
                            on.claims().step(1);
                        }),
                Command.of(
                        EXPERIMENT,
                        "Test the claim that is looked at",
                        () -> {
                            on.screens().show(CLAIMS);
                            on.claims().test();
                        }),
                Command.of(EXPERIMENT, "Follow a study that others planned", on.showGuide()),
                Command.of(
                        EXPERIMENT,
                        "Do the next step of that study",
                        () -> {
                            on.showGuide().run();
                            on.guide().goOn();
                        }),
                Command.of(
                        EXPERIMENT,
                        "See claims as cards, tables, or the guide",
                        () -> {
                            on.screens().show(CLAIMS);
                            on.claims().lookOtherwise();
                        }),
                Command.of(
                        EXPERIMENT,
                        "Look at the next table of others",
                        () -> {
                            on.screens().show(CLAIMS);
                            on.claims().nextTable();
                        }),
                Command.of(
                        EXPERIMENT,
                        "Measure what the table misses",
                        () -> {
                            on.screens().show(CLAIMS);
                            on.claims().measureTable();
                        }),
                Command.of(
                        EXPERIMENT,
                        "Tell of the next model that was swept",
                        () -> {
                            on.screens().show(SCALING);
                            on.scaling().tellNext();
                        },
                        "Shift+N"),
                Command.of(
                        EXPERIMENT,
                        "Compare the shown run too, or no more",
                        on.tickShown(),
                        "Shortcut+D"),
                gesture(EXPERIMENT, "Compare a run, or no more", "Ctrl + click on it"));
    }

    /// Z and Q lie on a French keyboard where W and A lie on others.
    private static List<Command> time(TimelineModel timeline, OnScreens on) {
        Screens screens = on.screens();
        CompareModel compare = on.compare();
        return List.of(
                Command.of(
                        TIME,
                        "Zoom in",
                        screens.either(() -> timeline.zoomKey(1), () -> compare.axis().zoomKey(1)),
                        "W",
                        "Z"),
                Command.of(
                        TIME,
                        "Zoom out",
                        screens.either(
                                () -> timeline.zoomKey(-1), () -> compare.axis().zoomKey(-1)),
                        "S"),
                Command.of(
                        TIME,
                        "Earlier",
                        screens.either(() -> timeline.panKey(-1), () -> compare.axis().panKey(-1)),
                        "A",
                        "Q"),
                Command.of(
                        TIME,
                        "Later",
                        screens.either(() -> timeline.panKey(1), () -> compare.axis().panKey(1)),
                        "D"),
                Command.of(
                        TIME,
                        "Centre the selection, then fit it",
                        screens.either(timeline::focus, compare::focus),
                        "F"),
                Command.of(
                        TIME,
                        "Show everything",
                        screens.either(timeline::showAll, compare.axis()::showAll),
                        "0"),
                Command.of(
                        TIME,
                        "Show everything; in a race, go to its beginning",
                        screens.either(timeline::showAll, compare::home),
                        "Home"),
                Command.of(
                        TIME,
                        "Undo the move",
                        screens.onTimeline(timeline::back),
                        "Shortcut+Z",
                        "Alt+Left"),
                Command.of(
                        TIME,
                        "Redo the move",
                        screens.onTimeline(timeline::forward),
                        "Shortcut+Y",
                        "Alt+Right"),
                gesture(TIME, "Zoom at the pointer", "Ctrl + wheel, pinch"),
                gesture(TIME, "Earlier or later", "Shift + wheel"),
                gesture(TIME, "Scroll the lanes", "Wheel"),
                gesture(TIME, "Move the picture", "Shift + drag, middle drag"));
    }

    private static List<Command> spans(TimelineModel timeline, OnScreens on) {
        Screens screens = on.screens();
        CompareModel compare = on.compare();
        ScalingModel scaling = on.scaling();
        return List.of(
                gesture(SPANS, "Choose a span", "Click"),
                gesture(SPANS, "Choose a page as a whole", "Click its band"),
                gesture(SPANS, "Choose and focus it", "Double click"),
                Command.of(
                        SPANS,
                        "Previous span",
                        screens.any(
                                timeline::previous, () -> compare.step(-1), () -> scaling.step(-1)),
                        ",",
                        "Left"),
                Command.of(
                        SPANS,
                        "Next span",
                        screens.any(timeline::next, () -> compare.step(1), () -> scaling.step(1)),
                        ".",
                        "Right"),
                Command.of(
                        SPANS,
                        "Lane above",
                        screens.either(() -> timeline.changeLane(-1), () -> compare.changeLane(-1)),
                        "Up"),
                Command.of(
                        SPANS,
                        "Lane below",
                        screens.either(() -> timeline.changeLane(+1), () -> compare.changeLane(+1)),
                        "Down"),
                Command.of(
                        SPANS,
                        "Follow the arrow to the cause",
                        screens.onTimeline(() -> CauseSteps.toCause(timeline)),
                        "["),
                Command.of(
                        SPANS,
                        "Follow the arrow to the effect",
                        screens.onTimeline(() -> CauseSteps.toEffect(timeline)),
                        "]"),
                Command.of(
                        SPANS,
                        "Span to its page, and back",
                        screens.onTimeline(() -> PageStep.toggle(timeline)),
                        "E"),
                Command.of(
                        SPANS,
                        "Let go of one thing",
                        screens.any(timeline::clear, compare::clear, scaling::clear),
                        "Esc"),
                Command.of(
                        SELECTION,
                        "Span to range, then all lanes",
                        screens.either(timeline::selectChosen, compare::selectChosen),
                        "R"),
                Command.of(
                        SELECTION,
                        "Select all in sight",
                        screens.either(timeline::selectWindow, compare.axis()::selectWindow),
                        "Shortcut+A"));
    }

    private static List<Command> search(Finder finder, Actions actions) {
        return List.of(
                Command.of(SEARCH, "Find a page, stage or time", actions.find(), "/", "Shortcut+F"),
                Command.of(SEARCH, "Next match", finder::next, "F3"),
                Command.of(SEARCH, "Previous match", finder::previous, "Shift+F3"),
                gesture(SEARCH, "Next, previous match", "Enter, Shift + Enter"),
                gesture(SEARCH, "A stretch of time", "1.2s..1.4s"),
                gesture(SEARCH, "A page by its number", "page 12"));
    }

    private static List<Command> figures(Actions actions) {
        return List.of(
                view(actions, "Charts", "Alt+1"),
                view(actions, Figures.FLAME_GRAPH, "Alt+2"),
                view(actions, Figures.HEAT_MAP, "Alt+3"),
                view(actions, Figures.SPANS, "Alt+4"),
                view(actions, Figures.STATISTICS, "Alt+5"),
                view(actions, Figures.JVM, "Alt+6"),
                view(actions, NOTES, "Alt+7"),
                view(actions, Figures.BOTTLENECKS, "Alt+8"),
                view(actions, Figures.COUNTERS, "Alt+9"),
                gesture(FIGURES, "Light up the spans of a bar", "Point at the histogram"),
                Command.of(FIGURES, "Copy what the inspector says", actions.copyText()),
                Command.of(FIGURES, "Copy it as CSV", actions.copyCsv()));
    }

    private static Command view(Actions actions, String name, String key) {
        return Command.of(FIGURES, "Show " + name, () -> actions.showView().accept(name), key);
    }

    List<Command> all() {
        return all;
    }

    /// Those of one group.
    List<Command> in(Command.Group group) {
        return all.stream().filter(command -> command.group() == group).toList();
    }

    /// The commands whose words contain all the words typed, the nearest first.
    List<Command> matching(String typed) {
        List<String> words =
                Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)).toList();
        return all.stream()
                .filter(command -> !command.isGesture())
                .filter(command -> words.stream().allMatch(text(command)::contains))
                .sorted(Comparator.comparingInt(command -> text(command).indexOf(words.getFirst())))
                .toList();
    }

    private static String text(Command command) {
        return command.does().toLowerCase(Locale.ROOT);
    }
}
