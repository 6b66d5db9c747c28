package dev.lanescope.ui;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/// Something the window can be told to do, by key, in the palette, in a menu; or a gesture, which
/// is only told about.
///
/// @param does what it does, as people look for it
/// @param keys the keys that do it as [KeyPress] takes them, or the gesture; none if it is in the
///   palette only
/// @param action null for a gesture
record Command(Group group, String does, List<String> keys, @Nullable Runnable action) {

    /// What commands are about, in the order of the sheet of keys.
    enum Group {
        EXPERIMENT("Experiment"),
        TIME("Time"),
        SPANS("Spans"),
        SELECTION("Selection"),
        SEARCH("Search"),
        LANES("Lanes"),
        COMPARE("Compare"),
        FIGURES("Figures");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    static Command of(Group group, String does, Runnable action, String... keys) {
        return new Command(group, does, List.of(keys), action);
    }

    static Command gesture(Group group, String does, String how) {
        return new Command(group, does, List.of(how), null);
    }

    /// The same, after something else; a gesture stays as it is.
    Command after(Runnable first) {
        Runnable then = action;
        return then == null
                ? this
                : new Command(
                        group,
                        does,
                        keys,
                        () -> {
                            first.run();
                            then.run();
                        });
    }

    boolean isGesture() {
        return action == null;
    }

    void run() {
        if (action != null) {
            action.run();
        }
    }

    /// Its keys as they stand on a keyboard, e.g. `Ctrl+Z or Alt+Left`.
    String keysShown() {
        return keys.stream()
                .map(key -> isGesture() ? key : new KeyPress(key).shown())
                .collect(Collectors.joining(" or "));
    }
}
