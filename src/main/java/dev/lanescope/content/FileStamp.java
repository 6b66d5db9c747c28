package dev.lanescope.content;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/// What the file system says of a file that nobody can change without it showing: if two stamps of
/// a path are equal, so are the bytes.
///
/// The time of modification alone is not such a thing, for anybody can set it; the time of the last
/// change of the inode is, but only Unix has it. And even that has a grain: a file may change twice
/// within one tick of the clock. So, as in git's rule for "racy" entries, there is a stamp only of
/// a file that was left alone for [#GRAIN_MILLIS]. Where there is none, the bytes must be compared.
///
/// @param bytes the size
/// @param modifiedNanos when the bytes were modified, since 1970
/// @param changedNanos when anything about the file changed, since 1970
/// @param inode the file's number in its file system
/// @param device the number of its file system
public record FileStamp(
        long bytes, long modifiedNanos, long changedNanos, long inode, long device) {

    /// Longer than one tick of any file system's clock; FAT's takes two seconds. The system
    /// property `lanescope.stamp.grain` overrules: 0 is for tests, which wait for the tick
    /// themselves.
    private static final long GRAIN_MILLIS = 2_500;

    private static final String ATTRIBUTES =
            "unix:isRegularFile,size,lastModifiedTime,ctime,ino,dev";

    /// The stamp of a regular file; null if it has none: the file system knows too little, or the
    /// file was changed just now.
    ///
    /// @throws IOException if there is no such file, or it is no regular file
    public static @Nullable FileStamp of(Path file) throws IOException {
        long grain = Long.getLong("lanescope.stamp.grain", GRAIN_MILLIS);
        long now = nanos(Instant.now().minusMillis(grain)); // the calendar, for file times only

        Map<String, Object> found;
        try {
            found = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException | IllegalArgumentException _) {
            refuseUnlessRegular(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), file);
            return null;
        }
        refuseUnlessRegular(Boolean.TRUE.equals(found.get("isRegularFile")), file);
        if (found.get("size") instanceof Long bytes
                && found.get("lastModifiedTime") instanceof FileTime modified
                && found.get("ctime") instanceof FileTime changed
                && found.get("ino") instanceof Long inode
                && found.get("dev") instanceof Long device) {
            long modifiedNanos = nanos(modified.toInstant());
            long changedNanos = nanos(changed.toInstant());
            return modifiedNanos < now && changedNanos < now
                    ? new FileStamp(bytes, modifiedNanos, changedNanos, inode, device)
                    : null;
        }
        return null;
    }

    private static void refuseUnlessRegular(boolean regular, Path file) throws IOException {
        if (!regular) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
    }

    /// Wraps round in the year 2262 and for times that make no sense; it is only compared.
    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    /// Writes what [#read] reads.
    public void write(DataOutput out) throws IOException {
        out.writeLong(bytes);
        out.writeLong(modifiedNanos);
        out.writeLong(changedNanos);
        out.writeLong(inode);
        out.writeLong(device);
    }

    /// Reads what [#write] wrote.
    public static FileStamp read(DataInput in) throws IOException {
        return new FileStamp(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
