package dev.lanescope.concurrency.cpython.runtime;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Something cannot be written into the folder of the app for what can be made again. The message
/// is one sentence for the user.
public final class UnwritableCache extends IOException {

    private static final long serialVersionUID = 1;

    /// @param what the beginning of the sentence: what cannot be done into the folder
    public UnwritableCache(String what, Path folder, IOException why) {
        super(
                what
                        + " "
                        + folder
                        + ": "
                        + reason(why)
                        + "; mend that, or set LANESCOPE_CACHE to another folder",
                why);
    }

    private static String reason(IOException why) {
        return switch (why) {
            case AccessDeniedException _ -> "this user may not write there";
            case NoSuchFileException _ -> "no such folder can be made";
            case FileAlreadyExistsException _ -> "a file lies where a folder should be";
            case FileSystemException at when at.getReason() != null -> at.getReason();
            case FileSystemException _ -> "the system refuses";
            default -> String.valueOf(why.getMessage());
        };
    }
}
