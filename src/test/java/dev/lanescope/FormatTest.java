package dev.lanescope;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The formatter check. It is a test and not a build plugin because the formatter must run on the
/// JDK 25 that the tests run on: Maven itself may run on an older one, which cannot parse our code.
@Execution(ExecutionMode.CONCURRENT)
class FormatTest {

    private static final JavaFormatterOptions OPTIONS =
            JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();

    @Test
    void all_sources_are_formatted() throws Exception {
        assertThat(sources().parallelStream().filter(file -> !isFormatted(file)))
                .as("not formatted; mend with: mvn test-compile exec:exec@format")
                .isEmpty();
    }

    private static boolean isFormatted(Path file) {
        try {
            String text = Files.readString(file);
            return formatted(text).equals(text);
        } catch (IOException | FormatterException e) {
            throw new AssertionError("cannot format " + file, e);
        }
    }

    /// Rewrites every source file that is not formatted: `mvn test-compile exec:exec@format`.
    public static void main(String[] args) throws Exception {
        for (Path file : sources()) {
            String text = Files.readString(file);
            String formatted = formatted(text);
            if (!formatted.equals(text)) {
                Files.writeString(file, formatted);
                System.out.println("formatted " + file);
            }
        }
    }

    private static String formatted(String text) throws FormatterException {
        String imports =
                RemoveUnusedImports.removeUnusedImports(
                        ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.AOSP));
        return new Formatter(OPTIONS).formatSource(imports);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
