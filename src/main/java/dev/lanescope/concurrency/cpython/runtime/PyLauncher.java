package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The launcher of Windows, which knows where Pythons were installed: `py -0p` lists them.
final class PyLauncher {

    /// E.g. ` -V:3.14t * C:\Python314\python3.14t.exe`.
    private static final Pattern LINE =
            Pattern.compile("\\s*-(?:V:)?[\\w./-]+(?:\\s+\\*)?\\s+(\\S.*\\.exe)\\s*");

    private static final int MOST_PRINTED = 1 << 14;
    private static final int SECONDS = 3;

    private PyLauncher() {}

    /// What it lists; nothing where it is not there, or does not answer.
    static List<Path> ask() {
        Process process;
        try {
            process = new ProcessBuilder("py", "-0p").redirectErrorStream(true).start();
        } catch (IOException _) {
            return List.of();
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return List.of();
            }
            byte[] printed = process.getInputStream().readNBytes(MOST_PRINTED);
            return read(new String(printed, StandardCharsets.UTF_8));
        } catch (IOException _) {
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            process.destroyForcibly();
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
