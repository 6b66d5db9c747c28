package dev.lanescope.trace;

import java.nio.file.Path;
import java.util.Locale;

/// Where in a file something is wrong.
///
/// @param file the file
/// @param kind of the chunk
/// @param at the chunk's first byte in the file
record Place(Path file, ChunkKind kind, long at) implements ByteSource.Complaint {

    @Override
    public TraceFileException damaged(String what) {
        return new TraceFileException(
                file,
                "is damaged at byte "
                        + at
                        + " ("
                        + kind.name().toLowerCase(Locale.ROOT)
                        + "): "
                        + what);
    }
}
