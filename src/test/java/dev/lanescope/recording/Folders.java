package dev.lanescope.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Content folders for tests, made on the spot.
public final class Folders {

    private Folders() {}

    /// A folder with so many small pages in two sections, and a picture.
    public static Path withPages(Path parent, int pages) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("pages-" + pages));
        Path guide = Files.createDirectories(folder.resolve("guide"));
        Files.writeString(folder.resolve("_index.md"), "---\ntitle: Home\n---\nWelcome.\n");
        Files.writeString(folder.resolve("picture.svg"), "<svg/>");
        for (int page = 1; page < pages; page++) {
            Files.writeString(
                    guide.resolve("page-%05d.md".formatted(page)),
                    """
                    ---
                    title: Page %d
                    tags: [one, two]
                    ---
                    Some *text* with a [link](page-00001.md) and a footnote[^1].

                    ## A heading

                    | a | b |
                    |---|---|
                    | 1 | %d |

                    > [!NOTE]
                    > Mind this.

                    ```java
                    int x = %d;
                    ```

                    [^1]: Down here.
                    """
                            .formatted(page, page, page));
        }
        return folder;
    }

    /// Adds pages that cannot come out: not UTF-8, broken front matter, an unknown template.
    public static void addBrokenPages(Path folder) throws IOException {
        Files.write(folder.resolve("latin.md"), new byte[] {'a', '\n', (byte) 0xe9, '\n'});
        Files.writeString(folder.resolve("matter.md"), "---\ntitle: [\n---\ntext\n");
        Files.writeString(folder.resolve("shape.md"), "---\ntemplate: no-such\n---\ntext\n");
    }
}
