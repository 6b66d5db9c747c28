package dev.lanescope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Studies of sixty small pages: what commands say that let settings take turns.
final class Studies {

    private Studies() {}

    /// Puts the pages into `content` and has a command study them; the site goes to `out`.
    static Answer of(Path place, String command, Object... more) {
        Path content = place.resolve("content");
        if (Files.notExists(content)) {
            for (int page = 0; page < 60; page++) {
                String text = "# Page " + page + "\n\nSome *text*.\n";
                Answer.page(content, "page-" + page + ".md", text);
            }
        }
        var all = new ArrayList<Object>(List.of(command, content, "--out", place.resolve("out")));
        all.addAll(List.of(more));
        return Answer.to(all.toArray());
    }
}
