package dev.lanescope.recording;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.CommonPart;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// What the pages left, which all generated files of a run have in common: on a large site it is
/// megabytes, and there are thousands of files.
///
/// @param files those of the site, in the order of their ids
record CommonDigests(List<Generated> files) implements CommonPart<RenderItem, Digests> {

    @Override
    public @Nullable Digests of(RenderItem item) {
        return item instanceof RenderItem.OfPages(_, Digests digests) ? digests : null;
    }

    @Override
    public ByteForm<Digests> form() {
        return new ByteForm<>() {
            @Override
            public void write(Digests digests, DataOutput out) throws IOException {
                digests.write(out);
            }

            @Override
            public Digests read(DataInput in) throws IOException {
                return Digests.read(in);
            }
        };
    }

    @Override
    public ByteForm<RenderItem> rest(Digests digests) {
        return new ByteForm<>() {
            @Override
            public void write(RenderItem item, DataOutput out) throws IOException {
                if (!(item instanceof RenderItem.OfPages(Generated file, _))) {
                    throw new IOException(
                            "a page of the content has nothing in common with others");
                }
                out.writeInt(file.id());
            }

            @Override
            public RenderItem read(DataInput in) throws IOException {
                return new RenderItem.OfPages(RenderWorkload.element(files, in), digests);
            }
        };
    }
}
