package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The launcher of Windows, which knows where Pythons were installed: `py -0p` lists them.
///
/// There are three of them that differ in what they print: the launcher until 3.10 (which quotes
/// what has spaces), the one from 3.11 on, and the Python install manager, whose tags may have
/// brackets and a company, and which lists an active virtual environment without a tag.
final class PyLauncher {

    /// E.g. ` -V:3.14t * C:\Python314\python3.14t.exe`, ` -V:3.14[-64] C:\...`, ` -3.9-64
    /// "C:\..."`.
    private static final Pattern LINE =
            Pattern.compile(
                    "\\s*(?:-\\S.*?\\s+)?(?:\\*\\s+)?\"?((?:[A-Za-z]:[\\\\/]|\\\\\\\\).*\\.exe)\"?"
                            + "\\s*(?:\\*\\s*)?");

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private PyLauncher() {}

    /// What it lists; nothing where it is not there, or does not answer.
    static List<Path> ask() {
        return ask("py");
    }

    /// @param program what is started
    static List<Path> ask(String program) {
        try {
            return read(Probe.run(List.of(program, "-0p"), Map.of(), PATIENCE));
        } catch (IOException _) {
            return List.of();
        }
    }

    /// The executables in what it printed.
    static List<Path> read(String printed) {
        List<Path> found = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                try {
                    found.add(Path.of(matcher.group(1)));
                } catch (InvalidPathException _) {
                    // nothing can lie there
                }
            }
        }
        return found;
    }
}
