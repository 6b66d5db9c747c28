package dev.lanescope.cli;

import dev.lanescope.content.ContentException;
import dev.lanescope.recording.RunException;
import dev.lanescope.trace.TraceFileException;

import java.io.PrintStream;

/// What an exception means to the user: one line and an exit code. All exceptions of all commands
/// come through here, and no stack trace passes, unless the system property `lanescope.debug` is
/// `true`.
record Trouble(String sentence, ExitCode code) {

    static Trouble of(Throwable cause) {
        return switch (cause) {
            case TerminalException e -> new Trouble(message(e), e.code());
            case ContentException e -> new Trouble(message(e), ExitCode.BAD_INPUT);
            case TraceFileException e -> new Trouble(message(e), ExitCode.BAD_INPUT);
            case RunException e ->
                    new Trouble(message(e), e.begun() ? ExitCode.GIVEN_UP : ExitCode.BAD_INPUT);
            case InterruptedException _ -> new Trouble("interrupted", ExitCode.INTERRUPTED);
            case OutOfMemoryError _ ->
                    new Trouble(
                            "out of memory; give it more with JAVA_OPTS=-Xmx4g", ExitCode.GIVEN_UP);
            default ->
                    new Trouble(
                            "something went wrong inside Lanescope: "
                                    + String.valueOf(cause).lines().findFirst().orElse("")
                                    + " (JAVA_OPTS=-Dlanescope.debug=true tells more)",
                            ExitCode.GIVEN_UP);
        };
    }

    /// Says it, and answers with the number of the exit code.
    static int report(Throwable cause, PrintStream err) {
        Trouble trouble = of(cause);
        err.println("lanescope: " + Plain.of(trouble.sentence()));
        if (Boolean.getBoolean("lanescope.debug")) {
            cause.printStackTrace(err);
        }
        return trouble.code().number();
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
