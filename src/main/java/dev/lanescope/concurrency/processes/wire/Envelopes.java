package dev.lanescope.concurrency.processes.wire;

import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.processes.wire.Message.Piece;
import dev.lanescope.concurrency.processes.wire.Message.Report;
import dev.lanescope.concurrency.processes.wire.Message.Work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/// Work and reports by Java serialization, to be compared with records of our own. What comes in
/// passes a filter that knows these messages and nothing else, so no class is ever loaded that the
/// other side chose.
final class Envelopes {

    private static final int MOST_THINGS = 10_000_000;

    private static final Set<Class<?>> OURS =
            Set.of(
                    Work.class,
                    Piece.class,
                    Report.class,
                    Event.class,
                    Event.Waits.class,
                    Event.Works.class,
                    Event.Done.class,
                    Event.Failed.class,
                    Bytes.class,
                    Waiting.class,
                    Enum.class,
                    List.of().getClass(),
                    List.of(1).getClass());

    /// How the JDK serializes an unmodifiable list: a class of its own, without a public name.
    private static final String LIST = "java.util.CollSer";

    private Envelopes() {}

    static byte[] bytes(Serializable message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(message);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException if the bytes are anything but work or a report
    static Message message(byte[] bytes) throws IOException {
        ObjectInputFilter filter = info -> only(info, bytes.length);
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(filter);
            return switch (in.readObject()) {
                case Work work -> work;
                case Report report -> report;
                case null, default -> throw new IOException("neither work nor a report");
            };
        } catch (ClassNotFoundException | RuntimeException e) {
            throw new IOException("bytes that are no message: " + e, e);
        }
    }

    private static Status only(FilterInfo info, int size) {
        if (info.references() > MOST_THINGS || info.depth() > 20 || info.arrayLength() > size) {
            return Status.REJECTED;
        }
        Class<?> type = info.serialClass();
        if (type == null || type == byte[].class || type == Object[].class) {
            return Status.ALLOWED;
        }
        return OURS.contains(type) || type.getName().equals(LIST)
                ? Status.ALLOWED
                : Status.REJECTED;
    }
}
