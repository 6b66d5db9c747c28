package dev.lanescope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program started as a child process, without a display, its words kept in files.
record Program(Process process, Path outFile, Path errFile) {

    private static final long PATIENCE_SECONDS = 120;

    /// Starts it.
    ///
    /// @param environment what to set besides
    static Program start(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        Path words = Files.createTempDirectory(folder, "words");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(words.resolve("out").toFile())
                        .redirectError(words.resolve("err").toFile());
        builder.environment()
                .keySet()
                .removeAll(
                        List.of(
                                "DISPLAY",
                                "WAYLAND_DISPLAY",
                                "JAVA_OPTS",
                                "JAVA_HOME",
                                "LANESCOPE_JAVA_HOME"));
        builder.environment().putAll(environment);
        return new Program(builder.start(), words.resolve("out"), words.resolve("err"));
    }

    /// Waits for its end.
    Answer answer() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("no end after " + PATIENCE_SECONDS + " s");
        }
        return new Answer(
                process.exitValue(), Files.readString(outFile), Files.readString(errFile));
    }
}
