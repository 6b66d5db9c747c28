package dev.lanescope.cli;

import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunResult;

import java.nio.file.Path;
import java.util.List;

/// Paints runs as the window would show them. The terminal cannot do that itself: it knows no
/// toolkit; [dev.lanescope.Main] brings somebody who can.
@FunctionalInterface
public interface TimelinePicture {

    /// A run that is over, and what it was to find out.
    record Finished(Experiment experiment, RunResult result) {}

    /// Writes a PNG file that shows the last of the runs, with all of them in the library.
    ///
    /// @throws Exception if this machine lacks what it takes; everything else goes on without the
    ///   picture
    void paint(List<Finished> runs, Path png) throws Exception;
}
