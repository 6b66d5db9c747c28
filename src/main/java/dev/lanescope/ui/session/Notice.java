package dev.lanescope.ui.session;

import dev.lanescope.recording.RunResult;

import java.util.Optional;

/// One sentence that the user should not miss.
public record Notice(Kind kind, String sentence) {

    /// How bad it is.
    public enum Kind {
        INFO,
        WARNING,
        FAILURE
    }

    /// That pages failed, and why the first of them did; nothing if none did.
    static Optional<Notice> ofFailures(RunResult result) {
        int failed = result.failures().size();
        if (failed == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Notice(
                        Kind.WARNING,
                        (failed == 1 ? "1 page" : failed + " pages")
                                + " failed, "
                                + (result.stopped()
                                        ? result.done() + " had come out when the run was stopped. "
                                        : "all others came out. ")
                                + result.failures().getFirst().cause()));
    }
}
