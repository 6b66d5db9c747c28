package dev.lanescope.recording.jvm;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringTokenizer;

/// How busy the processors are, with this process and with others. On Linux the kernel's own count
/// of the whole machine is read, which does not stop at the borders of a container; elsewhere what
/// the JVM says.
///
/// The kernel counts in ticks, as a rule of 10 ms. So over a tenth of a second the figures come in
/// steps of a tenth of a processor, and a tick that was used before can be counted within: what
/// would be more than all processors of the machine is told as all of them.
public final class MachineCpu {

    /// What had been used by a moment.
    ///
    /// @param ownNanos processor time of this process
    /// @param busy ticks of all processors that were not idle
    /// @param all ticks of all processors
    /// @param processors how many those are
    public record Reading(long atNanos, long ownNanos, long busy, long all, int processors) {}

    /// How busy processors were between two readings, in hundredths of a processor.
    record Load(long here, long others) {

        static Load between(Reading one, Reading other) {
            double wall = Math.max(1, other.atNanos - one.atNanos);
            double used = (other.ownNanos - one.ownNanos) / wall;
            double here = other.processors > 0 ? Math.min(used, other.processors) : used;
            long ticks = other.all - one.all;
            double busy =
                    ticks <= 0 ? here : (double) (other.busy - one.busy) / ticks * other.processors;
            return new Load(hundredths(here), hundredths(busy - here));
        }

        private static long hundredths(double processors) {
            return Math.max(0, Math.round(processors * 100));
        }
    }

    private static final Path KERNEL = Path.of("/proc/stat");

    /// The fields of a processor's line: user, nice, system, idle, waiting, interrupts twice, and
    /// what another machine on the same iron has taken. The two after it are within user and nice.
    private static final int FIELDS = 8;

    private static final int IDLE = 3;
    private static final int WAITING = 4;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private MachineCpu() {}

    /// What has been used by now.
    public static Reading read(long atNanos) {
        long own = Math.max(0, SYSTEM.getProcessCpuTime());
        try {
            if (Files.isReadable(KERNEL)) {
                return parse(Files.readAllLines(KERNEL, StandardCharsets.US_ASCII), atNanos, own);
            }
        } catch (IOException | RuntimeException e) {
            // then what this process uses is all that is known
        }
        return new Reading(atNanos, own, 0, 0, 0);
    }

    /// Reads the kernel's lines: `cpu` for all processors, `cpu0` and so on for each.
    static Reading parse(List<String> lines, long atNanos, long ownNanos) {
        long busy = 0;
        long all = 0;
        int processors = 0;
        for (String line : lines) {
            if (line.startsWith("cpu ")) {
                var fields = new StringTokenizer(line.substring(4));
                for (int field = 0; field < FIELDS && fields.hasMoreTokens(); field++) {
                    long ticks = Long.parseLong(fields.nextToken());
                    all += ticks;
                    busy += field == IDLE || field == WAITING ? 0 : ticks;
                }
            } else if (line.startsWith("cpu")) {
                processors++;
            }
        }
        return new Reading(atNanos, ownNanos, busy, all, processors);
    }
}
