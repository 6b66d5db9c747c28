package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.processes.child.ChildMain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

/// How a JVM of ours is started: with the same Java, the same class path, the same language and
/// time zone, and little of everything else.
///
/// @param classPath where the program is
/// @param heapBytes how much memory it may take
/// @param isShort whether it is over so soon that the second compiler takes more than it gives
record JavaCommand(String classPath, long heapBytes, boolean isShort) {

    private static final long MEGABYTE = 1 << 20;

    /// What a JVM needs for classes, templates and a few big pages.
    private static final long LEAST_HEAP = 192 * MEGABYTE;

    /// How much bigger a recipe is once it has become objects; measured: less than half of it.
    private static final int OBJECTS_PER_BYTE = 24;

    /// For workers of this program.
    ///
    /// @param recipeBytes how much they have to know
    static JavaCommand forWorkers(int recipeBytes, boolean isShort) {
        long heap = LEAST_HEAP + (long) OBJECTS_PER_BYTE * recipeBytes;
        return new JavaCommand(
                System.getProperty("java.class.path", ""),
                Math.min(heap, Math.max(LEAST_HEAP, Runtime.getRuntime().maxMemory())),
                isShort);
    }

    /// Starts a worker.
    ///
    /// @param cache an AOT cache that fits
    ProcessBuilder worker(Optional<Path> cache) {
        return builder(ChildMain.class, cache.map(file -> "-XX:AOTCache=" + file));
    }

    /// Starts a worker that leaves an AOT cache when it ends.
    ProcessBuilder workerThatLeaves(Path cache) {
        return builder(ChildMain.class, Optional.of("-XX:AOTCacheOutput=" + cache));
    }

    ProcessBuilder builder(Class<?> main, Optional<String> cacheOption) {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        cacheOption.ifPresent(command::add);
        command.addAll(
                List.of(
                        "-Xmx" + heapBytes / MEGABYTE + "m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData", // leaves a file behind if killed
                        "-XX:+DisplayVMOutputToStderr",
                        "-XX:+ErrorFileToStderr",
                        "-XX:-CreateCoredumpOnCrash",
                        "-Xlog:aot=off",
                        "-Xlog:cds=off",
                        "-Djava.awt.headless=true",
                        "-Duser.language=" + Locale.getDefault().getLanguage(),
                        "-Duser.country=" + Locale.getDefault().getCountry(),
                        "-Duser.timezone=" + TimeZone.getDefault().getID()));
        if (isShort) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-classpath", classPath, main.getName()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder;
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
