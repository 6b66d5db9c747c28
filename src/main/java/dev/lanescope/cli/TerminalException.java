package dev.lanescope.cli;

/// Why a command ends early. The message is one sentence for the user: what is wrong, and what to
/// do.
final class TerminalException extends Exception {

    private static final long serialVersionUID = 1;

    private final ExitCode code;

    TerminalException(ExitCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /// The user asked for something that cannot be; nothing was written.
    static TerminalException badInput(String sentence) {
        return new TerminalException(ExitCode.BAD_INPUT, sentence);
    }

    /// Checks a number that the user gave.
    ///
    /// @return the number
    static int within(String option, int value, int least, int most) throws TerminalException {
        if (value < least || value > most) {
            throw badInput(option + " takes " + least + " to " + most + ", not " + value + ".");
        }
        return value;
    }

    ExitCode code() {
        return code;
    }
}
