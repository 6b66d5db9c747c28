package dev.lanescope.ui;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.Map;
import java.util.Optional;

/// Keys as a command names them, wherever they lie on somebody's keyboard.
///
/// A single sign such as `?` or `[` is meant as it is typed: with Shift on a German keyboard, with
/// AltGr on a French one. Everything else is a [KeyCombination], such as `Shortcut+Z` or `Home`. A
/// keyboard that types neither the sign nor any other that is a command (a Cyrillic one) has it
/// where an American one has.
///
/// @param keys as a command names them
record KeyPress(String keys) {

    /// Where American keyboards have the signs.
    private static final Map<String, String> ON_AMERICAN =
            Map.of(
                    "/", "Slash",
                    "?", "Shift+Slash",
                    "[", "Open Bracket",
                    "]", "Close Bracket",
                    ",", "Comma",
                    ".", "Period",
                    "<", "Shift+Comma",
                    ">", "Shift+Period",
                    "0", "0");

    KeyPress {
        if (keys.length() == 1 && !isSign(keys) && !Character.isLetter(keys.charAt(0))) {
            throw new IllegalArgumentException("nobody knows where the key " + keys + " is");
        }
    }

    private static boolean isSign(String keys) {
        return ON_AMERICAN.containsKey(keys);
    }

    /// Whether this is a sign, and an event has typed it.
    boolean isTypedBy(KeyEvent event) {
        return isSign(keys) && typed(event).filter(keys::equals).isPresent();
    }

    /// Whether an event is of the keys that this names, whatever they type.
    boolean isAt(KeyEvent event) {
        return combination().match(event);
    }

    private KeyCombination combination() {
        return KeyCombination.valueOf(ON_AMERICAN.getOrDefault(keys, keys));
    }

    /// As it stands on a keyboard, e.g. `?` or `Ctrl+Z`.
    String shown() {
        return isSign(keys) ? keys : combination().getDisplayText();
    }

    /// What a press has typed, or will have, if that is anything to be seen.
    private static Optional<String> typed(KeyEvent event) {
        boolean command = (event.isShortcutDown() || event.isAltDown()) && !isAltGraph(event);
        String text =
                event.getEventType() == KeyEvent.KEY_TYPED ? event.getCharacter() : event.getText();
        return command || text.isBlank() || Character.isISOControl(text.charAt(0))
                ? Optional.empty()
                : Optional.of(text);
    }

    /// Whether AltGr is held, with which people type signs; Windows calls it Ctrl and Alt.
    static boolean isAltGraph(KeyEvent event) {
        return event.isControlDown() && event.isAltDown();
    }
}
