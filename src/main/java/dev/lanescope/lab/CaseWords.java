package dev.lanescope.lab;

import dev.lanescope.recording.apart.CaseAnswer;

import java.time.Duration;

/// What the process that measured something says of it, or why it says nothing.
public final class CaseWords {

    /// Before the reason of a case that could not measure.
    public static final String FAILED = "FAILED ";

    private static final int LONGEST_QUOTE = 80;

    private CaseWords() {}

    /// The words behind the head of the line that tells what was measured.
    ///
    /// @param what was measured, in the sentence that tells why it was not
    /// @param head what the line begins with
    public static String of(String what, String head, CaseAnswer answer, Duration atMost)
            throws CostException {
        String line = answer.lastLine();
        if (!answer.inTime()) {
            throw failure(what, "it took more than " + atMost.toMinutes() + " minutes");
        }
        if (line.startsWith(FAILED)) {
            throw failure(what, line.substring(FAILED.length()));
        }
        if (!line.startsWith(head)) {
            throw failure(
                    what,
                    "its process ended with exit code "
                            + answer.exitCode()
                            + " and without a result"
                            + (line.isEmpty() ? "" : ": " + quote(line)));
        }
        return line.substring(head.length());
    }

    /// Its words are not what such words are.
    public static CostException nonsense(String what, IllegalArgumentException why) {
        return failure(what, "its process gave " + quote(String.valueOf(why.getMessage())));
    }

    /// The line of a case that could not measure.
    public static String failed(Throwable why) {
        String sentence = why.getMessage() == null ? why.toString() : why.getMessage();
        return FAILED + sentence.lines().findFirst().orElse("");
    }

    private static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }

    private static CostException failure(String what, String why) {
        return new CostException(what + " could not be measured: " + why);
    }
}
