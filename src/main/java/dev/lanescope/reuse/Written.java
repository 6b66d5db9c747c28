package dev.lanescope.reuse;

import dev.lanescope.content.FileStamp;
import dev.lanescope.pipeline.fingerprint.ContentHash;
import dev.lanescope.pipeline.fingerprint.Hasher;
import dev.lanescope.pipeline.output.OutputTree.Leaf;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file as we know it.
///
/// @param stamp taken before the bytes were hashed; null if the file had none then
record Written(@Nullable FileStamp stamp, Leaf leaf) {

    private static final long UNKNOWN_SIZE = -1;

    /// A file of which only the hash is known.
    static Written hashed(@Nullable FileStamp stamp, ContentHash content) {
        return new Written(stamp, new Leaf(UNKNOWN_SIZE, content));
    }

    /// Reads and hashes a file.
    static Written read(Path file, Hasher hasher) throws IOException {
        @Nullable FileStamp stamp = FileStamp.of(file);
        ContentHash content = hasher.of(file);
        return new Written(stamp, new Leaf(Files.size(file), content));
    }

    /// This file as it is now, if it still has the same bytes; otherwise, or if it cannot be read,
    /// null. Reads it only where the stamp leaves a doubt.
    @Nullable Written ifUntouched(Path file, Hasher hasher) {
        try {
            @Nullable FileStamp now = FileStamp.of(file);
            if (now != null && now.equals(stamp)) {
                return this;
            }
            if (isOfAnotherSize(file) || !hasher.of(file).equals(leaf.content())) {
                return null;
            }
            return new Written(now, leaf);
        } catch (IOException _) {
            return null;
        }
    }

    private boolean isOfAnotherSize(Path file) throws IOException {
        return leaf.bytes() != UNKNOWN_SIZE && leaf.bytes() != Files.size(file);
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(stamp != null);
        if (stamp != null) {
            stamp.write(out);
        }
        out.writeLong(leaf.bytes());
        leaf.content().write(out);
    }

    static Written read(DataInput in) throws IOException {
        @Nullable FileStamp stamp = in.readBoolean() ? FileStamp.read(in) : null;
        return new Written(stamp, new Leaf(in.readLong(), ContentHash.read(in)));
    }
}
