package dev.lanescope.trace;

import java.io.IOException;
import java.nio.file.Path;

/// A trace file that cannot be read or written. The message is one sentence for people: which file,
/// what is wrong and, where there is something to do about it, what.
public final class TraceFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /// @param complaint the end of the sentence that begins with the file
    public TraceFileException(Path file, String complaint) {
        super(file + " " + complaint);
    }

    public TraceFileException(Path file, String complaint, Throwable cause) {
        super(file + " " + complaint, cause);
    }
}
