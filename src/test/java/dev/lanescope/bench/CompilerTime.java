package dev.lanescope.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// How long the JIT compiler of this JVM has been at work. On Linux it is the CPU time of the
/// compiler's threads, as the kernel counts it (start the JVM with
/// `-XX:-UseDynamicNumberOfCompilerThreads`, for a thread that has ended is no longer counted);
/// elsewhere the time that compilations took, by the clock on the wall.
final class CompilerTime {

    private static final Path TASKS = Path.of("/proc/self/task");

    private CompilerTime() {}

    /// What [#seconds] is, for the reader of a table.
    static String says() {
        return Files.isDirectory(TASKS) ? "CPU of the compiler's threads" : "compilation time";
    }

    static double seconds() {
        if (!Files.isDirectory(TASKS)) {
            return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3;
        }
        long nanos = 0;
        try (Stream<Path> tasks = Files.list(TASKS)) {
            for (Path task : tasks.toList()) {
                nanos += isCompiler(task) ? cpuNanos(task) : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nanos / 1e9;
    }

    private static boolean isCompiler(Path task) {
        String name = firstLine(task.resolve("comm"));
        return name.startsWith("C1 Comp") || name.startsWith("C2 Comp");
    }

    private static long cpuNanos(Path task) {
        String times = firstLine(task.resolve("schedstat")); // CPU, waited, slices
        int end = times.indexOf(' ');
        return end < 0 ? 0 : Long.parseLong(times.substring(0, end));
    }

    /// Empty if the thread has ended meanwhile.
    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException _) {
            return "";
        }
    }
}
