package dev.lanescope.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parts of a whole as people write them: `10%`, `7.5 %`, `10`.
final class PercentText {

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,3})?) ?%?");
    private static final double MOST = 1_000;

    private PercentText() {}

    /// The share that an option was given, 0.1 for `10%`.
    ///
    /// @throws TerminalException if it is none
    static double parse(String option, String text) throws TerminalException {
        Matcher matcher = PERCENT.matcher(text.strip());
        double percent = matcher.matches() ? Double.parseDouble(matcher.group(1)) : -1;
        if (percent <= 0 || percent > MOST) {
            throw TerminalException.badInput(
                    option + " takes a share such as 10% or 7.5%, up to 1000%, not " + text + ".");
        }
        return percent / 100;
    }
}
