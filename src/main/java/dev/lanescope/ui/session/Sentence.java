package dev.lanescope.ui.session;

import dev.lanescope.claims.evidence.EvidenceException;
import dev.lanescope.content.ContentException;
import dev.lanescope.lab.CostException;
import dev.lanescope.recording.RunException;
import dev.lanescope.trace.TraceFileException;

import java.util.Locale;

/// Words for people.
public final class Sentence {

    private Sentence() {}

    /// The same words with a capital at the beginning.
    public static String begun(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Of a failure, what was meant for people, or else what it was.
    static String of(Throwable failure) {
        String message = failure.getMessage();
        boolean forPeople =
                failure instanceof ContentException
                        || failure instanceof RunException
                        || failure instanceof CostException
                        || failure instanceof EvidenceException
                        || failure instanceof TraceFileException;
        return forPeople && message != null ? message : "Something went wrong: " + failure;
    }
}
