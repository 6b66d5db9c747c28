package dev.lanescope.lab;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;
import java.util.OptionalDouble;

/// How busy the machine is, by itself and by all others: figures mean the less the busier it was.
///
/// @param average how many threads wanted a processor over the last minute; empty where the system
///   does not tell
public record MachineLoad(int processors, OptionalDouble average) {

    /// Of this moment.
    public static MachineLoad now() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        double average = system.getSystemLoadAverage();
        return new MachineLoad(
                system.getAvailableProcessors(),
                average < 0 ? OptionalDouble.empty() : OptionalDouble.of(average));
    }

    /// Before and after, e.g. `2 processors; load 0.4 before, 2.1 after`.
    public String wordsUntil(MachineLoad after) {
        String many = processors + (processors == 1 ? " processor" : " processors");
        return average.isEmpty() || after.average.isEmpty()
                ? many + "; the system does not tell its load"
                : String.format(
                        Locale.ROOT,
                        "%s; load %.1f before, %.1f after",
                        many,
                        average.getAsDouble(),
                        after.average.getAsDouble());
    }
}
