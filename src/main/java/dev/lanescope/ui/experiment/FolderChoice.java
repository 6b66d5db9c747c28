package dev.lanescope.ui.experiment;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for a folder; the window does it with the system's dialog, a test without.
@FunctionalInterface
public interface FolderChoice {

    /// The chosen folder, or nothing if the user thought better of it.
    Optional<Path> ask();
}
