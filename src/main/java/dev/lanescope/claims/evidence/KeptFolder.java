package dev.lanescope.claims.evidence;

import dev.lanescope.trace.TraceFileException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A folder in which something is kept that outlives the session. It need not be there yet.
public record KeptFolder(Path path) {

    private static final int ROOM = 4 << 10;

    /// Makes sure that something can be kept in it, before minutes are spent on finding it.
    ///
    /// @throws EvidenceException with one sentence if nothing can
    public void expectRoom() throws EvidenceException {
        try {
            Files.createDirectories(path);
            Path attempt = Files.createTempFile(path, ".room", "");
            try {
                Files.write(attempt, new byte[ROOM]);
            } finally {
                Files.delete(attempt);
            }
        } catch (IOException e) {
            throw refusal("What is found cannot be kept", e);
        }
    }

    /// That something cannot be kept in it, why, and what to do, in one sentence.
    ///
    /// @param what the beginning of the sentence
    public EvidenceException refusal(String what, IOException why) {
        return new EvidenceException(
                what
                        + " in "
                        + path
                        + ": "
                        + reason(why)
                        + "; make room there, or set LANESCOPE_DATA to another folder",
                why);
    }

    /// What systems tell of a failure is often no more than the name of the file.
    private static String reason(IOException why) {
        return switch (why) {
            case TraceFileException e when e.getCause() instanceof IOException cause ->
                    reason(cause);
            case AccessDeniedException _ -> "this user may not write there";
            case NoSuchFileException _ -> "no such folder can be made";
            case FileAlreadyExistsException _ -> "a file lies where the folder should be";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(why.getMessage());
        };
    }
}
