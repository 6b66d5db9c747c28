package dev.lanescope.ui.session;

import dev.lanescope.content.ContentException;
import dev.lanescope.lab.CostException;
import dev.lanescope.recording.RunException;
import dev.lanescope.trace.TraceFileException;

/// What people are told of a failure.
final class Sentence {

    private Sentence() {}

    /// What was meant for them, or else what it was.
    static String of(Throwable failure) {
        String message = failure.getMessage();
        boolean forPeople =
                failure instanceof ContentException
                        || failure instanceof RunException
                        || failure instanceof CostException
                        || failure instanceof TraceFileException;
        return forPeople && message != null ? message : "Something went wrong: " + failure;
    }
}
