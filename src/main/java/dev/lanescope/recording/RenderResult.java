package dev.lanescope.recording;

import dev.lanescope.pipeline.Provenance;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What is known of a file when it has been written.
///
/// @param bytesOut its size
/// @param parser a number that the parser that read the page has alone; 0 of a generated file
/// @param left what a page of the content was made of, and what it leaves for others; null of a
///   generated file
public record RenderResult(long bytesOut, long parser, @Nullable Provenance left) {

    void write(DataOutput out) throws IOException {
        out.writeLong(bytesOut);
        out.writeLong(parser);
        out.writeBoolean(left != null);
        if (left != null) {
            left.write(out);
        }
    }

    static RenderResult read(DataInput in) throws IOException {
        long bytesOut = in.readLong();
        long parser = in.readLong();
        return new RenderResult(bytesOut, parser, in.readBoolean() ? Provenance.read(in) : null);
    }
}
