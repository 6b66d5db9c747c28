package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `packaging/ModernClasses.java`, started as the launcher starts it.
final class ModernClassesTest {

    @TempDir private Path place;

    @Test
    void only_libraries_without_stack_maps_are_written_anew_and_they_work() throws Exception {
        Files.writeString(place.resolve("left-from-before.jar"), "");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "packaging/ModernClasses.java",
                                "target/lib",
                                place.toString())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor()).isZero();

        List<Path> written;
        try (var files = Files.list(place)) {
            written = files.toList();
        }
        assertThat(written)
                .singleElement()
                .satisfies(jar -> assertThat(jar.getFileName().toString()).startsWith("picocli-"));
        URL[] jar = {written.getFirst().toUri().toURL()};
        try (var loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
                InputStream bytes = loader.getResourceAsStream("picocli/CommandLine.class")) {
            assertThat(bytes.readNBytes(8)[7]).as("major version").isEqualTo((byte) 52);
            assertThat(
                            Class.forName("picocli.CommandLine$Help$Ansi", true, loader)
                                    .getEnumConstants())
                    .as("the JVM verifies and runs it")
                    .hasSize(3);
        }
    }
}
