package dev.lanescope.recording;

import dev.lanescope.recording.jvm.MachineCpu;
import dev.lanescope.trace.Fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final Path THIS_PROCESS = Path.of("/proc/self/stat");
    private static final Neighbours NOT_KNOWN = new Neighbours(0, 0, 0);

    /// Fewer ticks tell nothing: at 100 a second and core, half a second of one core.
    private static final int LEAST_TICKS = 50;

    /// Where `utime` and `cstime` stand after the state of the process; `stime` and `cutime` lie
    /// between them.
    private static final int FIRST_OURS = 10;

    private static final int LAST_OURS = 13;

    static Neighbours now() {
        try {
            MachineCpu.Reading machine = MachineCpu.read(0);
            return machine.all() == 0
                    ? NOT_KNOWN
                    : new Neighbours(
                            machine.busy(), machine.all(), ours(Files.readString(THIS_PROCESS)));
        } catch (IOException | RuntimeException e) {
            return NOT_KNOWN;
        }
    }

    /// The ticks that a process and its children that have ended were busy.
    ///
    /// @param line what the kernel says of it; its name, in brackets, may hold anything
    static long ours(String line) {
        var words = new StringTokenizer(line.substring(line.lastIndexOf(')') + 1));
        words.nextToken(); // its state
        long ticks = 0;
        for (int place = 0; place <= LAST_OURS; place++) {
            String word = words.nextToken();
            ticks += place < FIRST_OURS ? 0 : Long.parseLong(word);
        }
        return ticks;
    }

    /// What others have used since then.
    Optional<Fact> since() {
        Neighbours now = all == 0 ? NOT_KNOWN : now();
        long passed = now.all - all;
        if (passed < LEAST_TICKS) {
            return Optional.empty();
        }
        double share = Math.max(0, (double) (now.busy - busy - (now.ours - ours)) / passed);
        double percent = Math.round(1000 * share) / 10.0;
        return Optional.of(new Fact("CPU used by others", percent + " % of the machine's time"));
    }
}
