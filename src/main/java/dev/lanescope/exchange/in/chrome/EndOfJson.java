package dev.lanescope.exchange.in.chrome;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Tells a file that breaks off from one that says something wrong: the parser has an exception for
/// the first, but does not always throw it.
public final class EndOfJson {

    private EndOfJson() {}

    /// Whether the input ended where more had to come.
    public static boolean isReached(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException
                || String.valueOf(e.getOriginalMessage()).startsWith("Unexpected end-of-input");
    }
}
