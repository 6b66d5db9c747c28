package dev.lanescope.recording;

import dev.lanescope.trace.Fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/// How much of the machine's CPU others used during a run: what all processes used, by `/proc/stat`
/// of Linux, without this one and its children. The kernel counts in steps of 10 ms, so nothing is
/// said of short runs; and nothing on other systems.
///
/// @param busy ticks in which some core was busy
/// @param all ticks of all cores
/// @param ours ticks that this process and its children that have ended were busy
record Neighbours(long busy, long all, long ours) {

    private static final Path MACHINE = Path.of("/proc/stat");
    private static final Path THIS_PROCESS = Path.of("/proc/self/stat");
    private static final Neighbours NOT_KNOWN = new Neighbours(0, 0, 0);

    /// Fewer ticks tell nothing: at 100 a second and core, half a second of one core.
    private static final int LEAST_TICKS = 50;

    /// Where `idle` and `iowait` stand in the line of the machine, and how many of its columns
    /// count time; those after them are counted in others as well.
    private static final int IDLE = 3;

    private static final int WAITING_FOR_DISK = 4;
    private static final int COLUMNS = 8;

    /// Where `utime` and `cstime` stand after the state of the process; `stime` and `cutime` lie
    /// between them.
    private static final int FIRST_OURS = 10;

    private static final int LAST_OURS = 13;

    static Neighbours now() {
        try {
            List<Long> machine = numbers(Files.readString(MACHINE).lines().findFirst().orElse(""));
            String process = Files.readString(THIS_PROCESS);
            List<Long> mine = numbers(process.substring(process.lastIndexOf(')') + 1));
            if (machine.size() < COLUMNS || mine.size() <= LAST_OURS) {
                return NOT_KNOWN;
            }
            long all = machine.subList(0, COLUMNS).stream().mapToLong(ticks -> ticks).sum();
            long ours =
                    mine.subList(FIRST_OURS, LAST_OURS + 1).stream()
                            .mapToLong(ticks -> ticks)
                            .sum();
            return new Neighbours(
                    all - machine.get(IDLE) - machine.get(WAITING_FOR_DISK), all, ours);
        } catch (IOException | RuntimeException e) {
            return NOT_KNOWN;
        }
    }

    /// The numbers of a line after its first word.
    private static List<Long> numbers(String line) {
        var words = new StringTokenizer(line);
        var numbers = new ArrayList<Long>();
        if (words.hasMoreTokens()) {
            words.nextToken();
        }
        while (words.hasMoreTokens()) {
            numbers.add(Long.parseLong(words.nextToken()));
        }
        return numbers;
    }

    /// What others have used since then.
    Optional<Fact> since() {
        Neighbours now = equals(NOT_KNOWN) ? NOT_KNOWN : now();
        long passed = now.all - all;
        if (passed < LEAST_TICKS) {
            return Optional.empty();
        }
        double share = Math.max(0, (double) (now.busy - busy - (now.ours - ours)) / passed);
        return Optional.of(
                new Fact(
                        "CPU used by others",
                        String.format(Locale.ROOT, "%.1f %% of the machine's time", 100 * share)));
    }
}
