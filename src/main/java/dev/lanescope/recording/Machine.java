package dev.lanescope.recording;

import dev.lanescope.trace.Fact;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What this machine and this JVM are, for whoever opens a trace elsewhere. No path and no name of
/// a person or a host is among it, because traces are passed on.
public final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /// How most processors of Linux, and some of ARM, call their model there.
    private static final List<String> MODEL_KEYS = List.of("model name", "Processor", "Hardware");

    private Machine() {}

    /// Asked for the first time, this takes some milliseconds.
    public static List<Fact> facts() {
        return Known.FACTS;
    }

    /// None of it changes.
    private static final class Known {
        static final List<Fact> FACTS =
                List.of(
                        new Fact(
                                "System",
                                property("os.name")
                                        + " "
                                        + property("os.version")
                                        + ", "
                                        + property("os.arch")),
                        new Fact("Processor", processor()),
                        new Fact("Memory", memory()),
                        new Fact(
                                "Java",
                                property("java.vm.name")
                                        + " "
                                        + property("java.vm.version")
                                        + ", "
                                        + property("java.vm.vendor")),
                        new Fact("Java options", options()),
                        new Fact("Collector", collector()));
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static String processor() {
        int cores = Runtime.getRuntime().availableProcessors();
        return model().orElse("unknown") + ", " + (cores == 1 ? "1 core" : cores + " cores");
    }

    private static Optional<String> model() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> MODEL_KEYS.stream().anyMatch(line::startsWith))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .filter(name -> !name.isEmpty())
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")); // Windows
        }
    }

    private static String memory() {
        String heap = megabytes(Runtime.getRuntime().maxMemory()) + " for the heap at most";
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? megabytes(system.getTotalMemorySize()) + ", " + heap
                : heap;
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    /// Those that can make a difference; what is a path is left out.
    private static String options() {
        String options =
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(option -> option.startsWith("-X"))
                        .map(option ->
                                option.contains("/") || option.contains("\\")
                                        ? option.replaceFirst("[=:][^=:]*[/\\\\].*", "=...")
                                        : option)
                        .collect(Collectors.joining(" "));
        return options.isEmpty() ? "none" : options;
    }

    private static String collector() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }
}
