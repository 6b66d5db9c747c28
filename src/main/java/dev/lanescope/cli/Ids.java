package dev.lanescope.cli;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Choices that the terminal takes by their ids.
final class Ids {

    private Ids() {}

    /// The value with the id.
    ///
    /// @param option which was given it
    /// @throws TerminalException if none has it
    static <T> T find(String option, String text, T[] values, Function<T, String> id)
            throws TerminalException {
        for (T value : values) {
            if (id.apply(value).equals(text)) {
                return value;
            }
        }
        String all = Arrays.stream(values).map(id).collect(Collectors.joining(", "));
        throw TerminalException.badInput(option + " takes " + all + ", not " + text + ".");
    }
}
