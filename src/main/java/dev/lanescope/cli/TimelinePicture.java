package dev.lanescope.cli;

import dev.lanescope.trace.Snapshot;

import java.nio.file.Path;

/// Paints a trace as the window would show it. The terminal cannot do that itself: it knows no
/// toolkit; [dev.lanescope.Main] brings somebody who can.
@FunctionalInterface
public interface TimelinePicture {

    /// Writes a PNG file.
    ///
    /// @throws Exception if this machine lacks what it takes; everything else goes on without the
    ///   picture
    void paint(Snapshot trace, Path png) throws Exception;
}
