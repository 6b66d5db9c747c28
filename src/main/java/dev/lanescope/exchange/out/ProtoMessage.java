package dev.lanescope.exchange.out;

import java.io.IOException;
import java.io.OutputStream;

/// A message of Protocol Buffers in the making. Fields are named by their numbers; those of the
/// messages used here stand in [PerfettoFile].
final class ProtoMessage {

    private static final int VARINT = 0;
    private static final int FIXED = 1;
    private static final int BYTES = 2;

    private final Leb128 bytes = new Leb128();
    private final Leb128 head = new Leb128();

    void clear() {
        bytes.clear();
    }

    ProtoMessage number(int field, long value) {
        bytes.writeVarint((long) field << 3 | VARINT);
        bytes.writeVarint(value);
        return this;
    }

    /// A number that always takes eight bytes.
    ProtoMessage fixed(int field, long value) {
        bytes.writeVarint((long) field << 3 | FIXED);
        bytes.writeFixed(Long.reverseBytes(value));
        return this;
    }

    ProtoMessage text(int field, String value) {
        bytes.writeVarint((long) field << 3 | BYTES);
        bytes.writeText(value);
        return this;
    }

    ProtoMessage message(int field, ProtoMessage value) {
        bytes.writeVarint((long) field << 3 | BYTES);
        bytes.writeVarint(value.bytes.size());
        bytes.write(value.bytes);
        return this;
    }

    /// Writes it as a field of the file's outermost message.
    void writeTo(OutputStream out, int field) throws IOException {
        head.clear();
        head.writeVarint((long) field << 3 | BYTES);
        head.writeVarint(bytes.size());
        head.writeTo(out);
        bytes.writeTo(out);
    }
}
