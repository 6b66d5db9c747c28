package dev.lanescope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Other processes of this same Java with this same class path.
final class Forks {

    private Forks() {}

    /// The options this JVM was started with, without its system properties.
    static List<String> options() {
        return arguments().stream().filter(argument -> !argument.startsWith("-D")).toList();
    }

    private static List<String> arguments() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /// The program that runs this process.
    static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    static String classPath() {
        return System.getProperty("java.class.path", "");
    }

    /// Runs a benchmark with the options of this process over one folder, and waits for it.
    ///
    /// @throws IllegalStateException if it fails
    static void sameAgain(Class<?> benchmark, Path folder)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(command(benchmark));
        command.add(1, "-Dlanescope.bench.content=" + folder);
        // The last of two equal properties counts, so the one for all folders must go.
        command.removeIf(word ->
                word.startsWith("-Dlanescope.bench.content=") && !word.endsWith("=" + folder));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(benchmark.getSimpleName() + " ended with " + code);
        }
    }

    /// The command line of a benchmark with the options and properties of this process.
    static List<String> command(Class<?> benchmark) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(arguments());
        command.addAll(List.of("-classpath", classPath(), benchmark.getName()));
        return command;
    }
}
