package dev.lanescope.ui;

import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.timeline.TimelineModel;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All keys of the window: the one list from which they are installed and from which the sheet of
/// keys is made, so the sheet cannot be wrong.
final class Keys {

    /// A key and what it does. Keys without an action are gestures, listed on the sheet only.
    private record Key(String keys, String does, @Nullable Runnable action) {}

    private final Map<String, List<Key>> groups;
    private @Nullable Scene scene;
    private @Nullable PopOver sheet;

    Keys(
            SessionModel session,
            TimelineModel timeline,
            Appearance appearance,
            Runnable askForFolder,
            Runnable askForTrace) {
        groups =
                new java.util.TreeMap<>(
                        Map.of(
                                "1 Experiment",
                                List.of(
                                        new Key("Shortcut+Enter", "Run", session::run),
                                        new Key("Shortcut+Period", "Stop", session::stop),
                                        new Key("Shortcut+O", "Open a folder", askForFolder),
                                        new Key("Shortcut+Shift+O", "Open a trace", askForTrace),
                                        new Key(
                                                "Shortcut+Shift+L",
                                                "Light or dark",
                                                appearance::toggle),
                                        new Key("Shift+Slash", "These keys", this::showSheet)),
                                "2 Time",
                                List.of(
                                        new Key("W", "Zoom in", () -> timeline.zoomKey(1)),
                                        new Key("S", "Zoom out", () -> timeline.zoomKey(-1)),
                                        new Key("A", "Earlier", () -> timeline.panKey(-1)),
                                        new Key("D", "Later", () -> timeline.panKey(1)),
                                        new Key("F", "Focus the selection", timeline::focus),
                                        new Key("0", "Everything", timeline::showAll),
                                        new Key("Home", "Everything", timeline::showAll),
                                        gesture("Ctrl + wheel", "Zoom at the pointer"),
                                        gesture("Shift + wheel", "Earlier or later"),
                                        gesture("Wheel", "Scroll the lanes"),
                                        gesture("Shift + drag", "Move the picture")),
                                "3 Spans",
                                List.of(
                                        gesture("Click", "Choose a span"),
                                        gesture("Double click", "Choose and focus it"),
                                        new Key("Comma", "Previous span", timeline::previous),
                                        new Key("Period", "Next span", timeline::next),
                                        new Key("Left", "Previous span", timeline::previous),
                                        new Key("Right", "Next span", timeline::next),
                                        new Key("Up", "Lane above", timeline::laneAbove),
                                        new Key("Down", "Lane below", timeline::laneBelow),
                                        new Key(
                                                "Esc",
                                                "Let go of the selection",
                                                timeline::clear))));
    }

    private static Key gesture(String keys, String does) {
        return new Key(keys, does, null);
    }

    private Stream<Key> all() {
        return groups.values().stream().flatMap(List::stream);
    }

    void install(Scene owner) {
        scene = owner;
        owner.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean plain = !event.isShortcutDown() && event.getCode() != KeyCode.ESCAPE;
        if (typing && plain) {
            return;
        }
        if (plain && usedByControl(event)) {
            return;
        }
        all().filter(key -> key.action() != null && matches(key.keys(), event))
                .findFirst()
                .ifPresent(key -> {
                    if (key.action() != null) {
                        key.action().run();
                    }
                    event.consume();
                });
    }

    /// Arrow keys and Home belong to lists, sliders and menus while those have the focus.
    private static boolean usedByControl(KeyEvent event) {
        boolean moves = event.getCode().isArrowKey() || event.getCode() == KeyCode.HOME;
        return moves && event.getTarget() instanceof javafx.scene.control.Control;
    }

    private static boolean matches(String keys, KeyEvent event) {
        return KeyCombination.valueOf(keys).match(event);
    }

    /// Shows or hides the sheet of keys.
    void showSheet() {
        if (sheet != null && sheet.isShowing()) {
            sheet.hide();
            return;
        }
        if (scene == null) {
            return;
        }
        var grid = new GridPane(24, 4);
        grid.setId("keys");
        grid.setStyle("-fx-padding: 12px");
        int column = 0;
        for (var group : groups.entrySet()) {
            var title = new Label(group.getKey().substring(2));
            title.getStyleClass().add("text-small-strong");
            grid.add(title, column, 0, 2, 1);
            int row = 1;
            for (Key key : group.getValue()) {
                var keys = new Label(shown(key));
                keys.getStyleClass().add("kbd");
                grid.add(keys, column, row);
                grid.add(new Label(key.does()), column + 1, row);
                row++;
            }
            column += 2;
        }
        var popOver = Windows.popOver(grid);
        popOver.setTitle("Keys and gestures");
        popOver.setHeaderAlwaysVisible(true);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setAnimated(false);
        popOver.show(scene.lookup("#help"));
        sheet = popOver;
    }

    private static String shown(Key key) {
        return key.action() == null
                ? key.keys()
                : KeyCombination.valueOf(key.keys()).getDisplayText();
    }
}
