package dev.lanescope.concurrency.crossing;

import java.util.Map;

/// How a process ended, as the end of a sentence that begins with its name.
public final class ExitWords {

    /// What Java adds to the number of the signal that ended a process.
    private static final int BY_SIGNAL = 128;

    private static final int MOST_SIGNALS = 32;

    private static final Map<Integer, String> SIGNALS =
            Map.of(
                    4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11,
                    "SIGSEGV", 15, "SIGTERM");

    private ExitWords() {}

    /// The words for a code as Java tells it.
    ///
    /// @param code 128 and the number of the signal if one ended it
    public static String of(int code) {
        return code > BY_SIGNAL && code < BY_SIGNAL + MOST_SIGNALS
                ? bySignal(code - BY_SIGNAL)
                : "ended with exit code " + code;
    }

    /// The words for a code as Python tells it.
    ///
    /// @param code the number of the signal, negative, if one ended it
    public static String ofPython(int code) {
        return code < 0 && code > -MOST_SIGNALS ? bySignal(-code) : "ended with exit code " + code;
    }

    private static String bySignal(int signal) {
        return "was ended by " + SIGNALS.getOrDefault(signal, "signal " + signal);
    }
}
