package dev.lanescope.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Linux says of a child process, in `/proc`.
///
/// @param rssBytes memory of it that is in RAM
/// @param pssBytes the same, but each page of memory divided by the processes that share it
/// @param threads all of them, the JVM's own too
record ChildStatus(long rssBytes, long pssBytes, int threads) {

    private static final long KILOBYTE = 1024;

    /// All children, and theirs, that anything is known of.
    static List<ChildStatus> all() {
        try (Stream<ProcessHandle> family = ProcessHandle.current().descendants()) {
            return family.flatMap(child -> of(child.pid()).stream()).toList();
        }
    }

    private static Optional<ChildStatus> of(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            List<String> memory = Files.readAllLines(folder.resolve("smaps_rollup"));
            List<String> status = Files.readAllLines(folder.resolve("status"));
            return Optional.of(
                    new ChildStatus(
                            KILOBYTE * number(memory, "Rss:"),
                            KILOBYTE * number(memory, "Pss:"),
                            (int) number(status, "Threads:")));
        } catch (IOException _) { // it has ended, or this is no Linux
            return Optional.empty();
        }
    }

    /// The number in a line such as `Rss: 81234 kB`.
    private static long number(List<String> lines, String head) throws IOException {
        for (String line : lines) {
            if (line.startsWith(head)) {
                String digits = line.replaceAll("[^0-9]", "");
                return digits.isEmpty() ? 0 : Long.parseLong(digits);
            }
        }
        throw new IOException("no " + head);
    }
}
