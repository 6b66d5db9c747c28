package dev.lanescope.recording;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.pipeline.input.PageException;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How the reason why a page did not come out crosses a boundary: what the pipeline found wrong
/// with a page stays what it is, with its file and line.
///
/// @param others for whatever else was thrown
record FailureForm(ByteForm<Throwable> others) implements ByteForm<Throwable> {

    @Override
    public void write(Throwable cause, DataOutput out) throws IOException {
        out.writeBoolean(cause instanceof PageException);
        if (cause instanceof PageException known) {
            out.writeUTF(known.source());
            out.writeInt(known.line());
            out.writeUTF(known.reason());
        } else {
            others.write(cause, out);
        }
    }

    @Override
    public Throwable read(DataInput in) throws IOException {
        if (!in.readBoolean()) {
            return others.read(in);
        }
        return new PageException(in.readUTF(), in.readInt(), in.readUTF());
    }
}
