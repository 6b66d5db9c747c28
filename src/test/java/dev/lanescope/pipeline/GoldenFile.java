package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Generated files that are kept as they should be. `mvn test -Dlanescope.golden=write` writes them
/// anew; look at the difference before it is committed.
final class GoldenFile {

    private static final Path FOLDER = Path.of("src/test/resources/pipeline");

    private GoldenFile() {}

    static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("lanescope.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).isRegularFile();
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
