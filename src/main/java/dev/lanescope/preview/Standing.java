package dev.lanescope.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Which folder it is that stands at a place: it may be moved away, and come back, or another one
/// may take its place. Systems do not tell of that, so it has to be asked.
final class Standing {

    private final Path place;

    /// The folder that was there when it was last asked; empty if there was none.
    private Optional<Object> known;

    Standing(Path place) {
        this.place = place;
        this.known = now();
    }

    Path place() {
        return place;
    }

    /// Whether there was a folder when it was last asked.
    boolean isThere() {
        return known.isPresent();
    }

    /// Whether the folder has gone, come back, or become another one since it was last asked.
    boolean hasChanged() {
        Optional<Object> before = known;
        known = now();
        return !known.equals(before);
    }

    /// Takes note that the folder that was there is gone. One that is there now is another one,
    /// even if the system has given it the number of the old one.
    void isGone() {
        known = Optional.empty();
    }

    private Optional<Object> now() {
        try {
            var now = Files.readAttributes(place, BasicFileAttributes.class);
            Object key = now.fileKey() == null ? place : now.fileKey(); // Windows has none
            return now.isDirectory() ? Optional.of(key) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
