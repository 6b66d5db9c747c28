package dev.lanescope.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.ArgSpec;

import java.util.Objects;

/// What was given for an option or a place of the command line, once it has been read.
///
/// @param <T> what its words are read as; the [OptionSheet] that hands this out sees to it
final class Given<T> {

    private final ArgSpec spec;
    private @Nullable T otherwise;

    Given(ArgSpec spec) {
        this.spec = spec;
    }

    /// Says what counts if nothing is given.
    Given<T> or(T usual) {
        otherwise = usual;
        return this;
    }

    boolean isThere() {
        return spec.getValue() != null;
    }

    /// What was given, or what counts otherwise; null if there is neither.
    @Nullable T orNull() {
        return isThere() ? spec.getValue() : otherwise;
    }

    /// What was given, or what counts otherwise.
    ///
    /// @throws NullPointerException if there is neither
    T get() {
        return Objects.requireNonNull(orNull(), spec.paramLabel());
    }
}
