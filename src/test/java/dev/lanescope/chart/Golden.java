package dev.lanescope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pictures as letters that are kept as files. `mvn test -Dlanescope.golden=write` writes them
/// anew; look at the difference before it is committed.
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/chart");

    private Golden() {}

    static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if ("write".equals(System.getProperty("lanescope.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    /// The picture with one letter a pixel, see [LetterPaint].
    static String text(Picture picture) {
        var text = new StringBuilder();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                text.append((char) picture.at(x, y));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
