package dev.lanescope.concurrency.crossing;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.CommonPart;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Message.Piece;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;

/// What the items that come have in common: unpacked once, when the first of them is. There is only
/// one such thing at a time; a new one replaces the last.
public final class Commons {

    private volatile Message.@Nullable Common packed;
    private @Nullable Object unpacked;
    private int unpackedId = Piece.WHOLE;

    public void put(Message.Common common) {
        packed = common;
    }

    <I> I item(Piece piece, Workload<I, ?, ?> work) throws IOException {
        if (piece.common() == Piece.WHOLE) {
            return piece.item().read(work.itemForm());
        }
        CommonPart<I, ?> part =
                work.commonPart().orElseThrow(() -> new IOException("items have nothing common"));
        return piece.item().read(rest(piece, part));
    }

    @SuppressWarnings("unchecked") // what was unpacked was unpacked by the same part
    private synchronized <I, C> ByteForm<I> rest(Piece piece, CommonPart<I, C> part)
            throws IOException {
        Message.Common now = packed;
        if (unpackedId != piece.common()) {
            if (now == null || now.id() != piece.common()) {
                throw new IOException("the common part " + piece.common() + " has not come");
            }
            unpacked = now.bytes().read(part.form());
            unpackedId = piece.common();
        }
        return part.rest((C) Objects.requireNonNull(unpacked));
    }
}
