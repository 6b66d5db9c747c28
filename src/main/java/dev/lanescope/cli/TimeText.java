package dev.lanescope.cli;

import dev.lanescope.concurrency.knobs.Knobs;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as people write them: `500us`, `20ms`, `0.5s`, `2s`.
final class TimeText {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(us|ms|s)");

    private TimeText() {}

    /// The time that an option was given.
    ///
    /// @throws TerminalException if it is none, or longer than any that can be set
    static Duration parse(String option, String text) throws TerminalException {
        Matcher matcher = TIME.matcher(text);
        if (matcher.matches()) {
            int zeros =
                    switch (matcher.group(2)) {
                        case "us" -> 3;
                        case "ms" -> 6;
                        default -> 9;
                    };
            long nanos = new BigDecimal(matcher.group(1)).movePointRight(zeros).longValue();
            Duration time = Duration.ofNanos(nanos);
            if (!time.isZero() && time.compareTo(Knobs.LONGEST) <= 0) {
                return time;
            }
        }
        throw TerminalException.badInput(
                option
                        + " takes a time such as 500us, 20ms or 1.5s, up to an hour, not "
                        + text
                        + ".");
    }
}
