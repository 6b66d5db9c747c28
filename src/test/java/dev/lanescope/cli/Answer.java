package dev.lanescope.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a command said, and how it ended.
record Answer(int code, String out, String err) {

    /// Runs a command in this process, as nobody's terminal. Pictures are empty files.
    static Answer to(Object... args) {
        return to((_, png) -> Files.createFile(png), args);
    }

    static Answer to(TimelinePicture picture, Object... args) {
        return of(picture, terminal -> terminal.run(words(args)));
    }

    /// Runs what is done where a window was asked for, but cannot open.
    static Answer insteadOfWindow(Object... args) {
        return of(
                (_, png) -> Files.createFile(png),
                terminal -> terminal.runInstead("No display found", words(args)));
    }

    private static Answer of(
            TimelinePicture picture, java.util.function.ToIntFunction<Terminal> command) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var streams =
                new Streams(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false);
        int code = command.applyAsInt(new Terminal(streams, picture));
        return new Answer(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String[] words(Object... args) {
        return List.of(args).stream().map(Object::toString).toArray(String[]::new);
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }

    /// Writes a page, and its folders.
    static void page(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
