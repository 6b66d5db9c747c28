package dev.lanescope.ui;

import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

    /// By the sign that the key types, or else by where the key is.
    private void pressed(KeyEvent event) {
        done = false;
        if (isTyping(event) || isUsedByControl(event)) {
            return;
        }
        first(keys -> keys.isTypedBy(event))
                .or(() -> first(keys -> keys.isAt(event)))
                .ifPresent(command -> run(command, event));
    }

    private Optional<Command> first(Predicate<KeyPress> fits) {
        return commands.all().stream()
                .filter(command -> !command.isGesture())
                .filter(command -> command.keys().stream().map(KeyPress::new).anyMatch(fits))
                .findFirst();
    }

    private void run(Command command, KeyEvent event) {
        done = true;
        event.consume();
        command.run();
    }

    /// The letter of a command must not end up in a field that the command put the caret into. Some
    /// platforms tell a sign only here, where it takes AltGr or two keys.
    private void typed(KeyEvent event) {
        if (done) {
            event.consume();
        } else if (!takesText(event.getTarget())) {
            first(keys -> keys.isTypedBy(event)).ifPresent(command -> run(command, event));
        }
    }

    /// Whoever types means letters; the keys with Ctrl are commands even then.
    private static boolean isTyping(KeyEvent event) {
        boolean letters =
                !event.isShortcutDown()
                        || KeyPress.isAltGraph(event)
                        || EDIT.contains(event.getCode());
        return takesText(event.getTarget()) && !event.getCode().isFunctionKey() && letters;
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
}
