package dev.lanescope.ui;

import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.EnumSet;
import java.util.Set;

/// Lets keys do what the [Commands] say, unless they are somebody else's at that moment.
final class Keys {

    /// With the shortcut key these edit a text that has the focus.
    private static final Set<KeyCode> EDIT =
            EnumSet.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z);

    private static final Set<KeyCode> CONTROL_KEYS =
            EnumSet.of(KeyCode.HOME, KeyCode.END, KeyCode.SPACE, KeyCode.DELETE);

    private final Commands commands;
    private boolean done;

    Keys(Commands commands) {
        this.commands = commands;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        done = false;
        if (isTyping(event) || isUsedByControl(event)) {
            return;
        }
        commands.all().stream()
                .filter(command -> !command.isGesture() && matches(command, event))
                .findFirst()
                .ifPresent(command -> {
                    done = true;
                    event.consume();
                    command.run();
                });
    }

    /// The letter of a command must not end up in a field that the command put the caret into.
    private void typed(KeyEvent event) {
        if (done) {
            event.consume();
        }
    }

    /// Whoever types means letters; the keys with Ctrl are commands even then.
    private static boolean isTyping(KeyEvent event) {
        return takesText(event.getTarget())
                && !event.getCode().isFunctionKey()
                && (!event.isShortcutDown() || EDIT.contains(event.getCode()));
    }

    /// The focus is not on the field in a spinner, but on the spinner.
    private static boolean takesText(EventTarget target) {
        return target instanceof TextInputControl
                || (target instanceof Spinner<?> spinner && spinner.isEditable());
    }

    /// Arrow keys, Home, End, Space and Delete belong to lists, sliders, buttons and menus while
    /// those have the focus.
    private static boolean isUsedByControl(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean theirs = code.isArrowKey() || CONTROL_KEYS.contains(code);
        return theirs && !event.isAltDown() && event.getTarget() instanceof Control;
    }

    private static boolean matches(Command command, KeyEvent event) {
        return command.keys().stream().anyMatch(keys -> KeyCombination.valueOf(keys).match(event));
    }
}
