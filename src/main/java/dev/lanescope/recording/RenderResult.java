package dev.lanescope.recording;

import dev.lanescope.pipeline.PageDigest;
import dev.lanescope.pipeline.links.LinkLookups;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What is known of a file when it has been written.
///
/// @param bytesOut its size
/// @param left what a page of the content leaves for others; null of a generated file
public record RenderResult(long bytesOut, @Nullable Left left) {

    /// What a page leaves.
    ///
    /// @param digest for the files made of pages, and for the check of links
    /// @param lookups what it asked of the site, for a later build
    public record Left(PageDigest digest, LinkLookups lookups) {}

    void write(DataOutput out) throws IOException {
        out.writeLong(bytesOut);
        out.writeBoolean(left != null);
        if (left != null) {
            left.digest.write(out);
            left.lookups.write(out);
        }
    }

    static RenderResult read(DataInput in) throws IOException {
        long bytesOut = in.readLong();
        return new RenderResult(
                bytesOut,
                in.readBoolean() ? new Left(PageDigest.read(in), LinkLookups.read(in)) : null);
    }
}
