package dev.lanescope.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/// Where a command writes: results to `out`, everything else to `err`.
///
/// @param lively whether a person watches: only then does progress move
public record Streams(PrintStream out, PrintStream err, boolean lively) {

    /// Whatever is written to them goes through [HarmlessOutput].
    public Streams {
        out = HarmlessOutput.of(out);
        err = HarmlessOutput.of(err);
    }

    /// Those of this process.
    @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where there is no terminal
    public static Streams ofThisProcess() {
        boolean lively =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new Streams(System.out, System.err, lively);
    }

    /// The same without moving progress.
    Streams still() {
        return new Streams(out, err, false);
    }
}
