package dev.lanescope.concurrency.crossing;

import dev.lanescope.concurrency.CommonPart;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Message.Piece;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// How a crew turns items into bytes: what they have in common once, the rest one by one.
///
/// @param <C> what is common
public final class Packing<I, C> {

    private final Workload<I, ?, ?> work;
    private final @Nullable CommonPart<I, C> part;
    private @Nullable C common;
    private Message.Common packed = new Message.Common(Piece.WHOLE, Bytes.NONE);

    private Packing(Workload<I, ?, ?> work, @Nullable CommonPart<I, C> part) {
        this.work = work;
        this.part = part;
    }

    public static <I> Packing<I, ?> of(Workload<I, ?, ?> work) {
        return work.commonPart().isEmpty()
                ? new Packing<I, Object>(work, null)
                : withPart(work, work.commonPart().get());
    }

    private static <I, C> Packing<I, C> withPart(Workload<I, ?, ?> work, CommonPart<I, C> part) {
        return new Packing<>(work, part);
    }

    @SuppressWarnings("ReferenceEquality") // the same object, as CommonPart says
    public synchronized Piece pack(int number, I item) throws IOException {
        C itsCommon = part == null ? null : part.of(item);
        if (part == null || itsCommon == null) {
            return new Piece(number, Piece.WHOLE, Bytes.of(item, work.itemForm()));
        }
        if (common != itsCommon) {
            packed = new Message.Common(packed.id() + 1, Bytes.of(itsCommon, part.form()));
            common = itsCommon;
        }
        return new Piece(number, packed.id(), Bytes.of(item, part.rest(itsCommon)));
    }

    /// What the pieces packed last have in common.
    public synchronized Message.Common common() {
        return packed;
    }
}
