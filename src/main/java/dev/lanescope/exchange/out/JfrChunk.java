package dev.lanescope.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A chunk of a JFR file, again and again: a head, events, the constants that the events name by
/// number, and the metadata that says what all of it means. Each chunk can be read without the
/// others. Kept in memory until it is written, for its head tells where the rest lies.
///
/// Its clock turns moments of the run into ticks. The layout is that of JDK 11 and newer, version
/// 2.1; the JDK says nowhere how it is, so `jdk.jfr.consumer` is what the tests read it with.
final class JfrChunk {

    private static final int HEAD = 68;
    private static final int METADATA = 0;
    private static final int CONSTANTS = 1;
    private static final int CONSTANT = 2;
    private static final int UTF8 = 3;

    private final JfrClock clock;
    private final Leb128 events = new Leb128();
    private final Leb128 event = new Leb128();
    private final Map<String, Long> strings = new LinkedHashMap<>();
    private final Map<Integer, String> threads = new LinkedHashMap<>();
    private long lastString;

    JfrChunk(JfrClock clock) {
        this.clock = clock;
    }

    int size() {
        return events.size();
    }

    /// Begins an event. Its other fields follow in the order of [JfrType], then [#end].
    JfrChunk begin(JfrType type, long startNanos) {
        event.clear();
        event.writeLong(type.id());
        return moment(startNanos);
    }

    /// A moment of the run.
    JfrChunk moment(long nanos) {
        return number(clock.at(nanos));
    }

    /// How long something lasts.
    JfrChunk lasting(long nanos) {
        return number(clock.lasting(nanos));
    }

    JfrChunk number(long value) {
        event.writeLong(value);
        return this;
    }

    JfrChunk fraction(double value) {
        event.writeFixed(Double.doubleToRawLongBits(value));
        return this;
    }

    JfrChunk flag(boolean value) {
        event.writeByte(value ? 1 : 0);
        return this;
    }

    /// A text that other events may have too. Its number is never used again in the file, for the
    /// JDK takes a constant of the chunk before for the same if its number is.
    JfrChunk text(String value) {
        event.writeByte(CONSTANT);
        event.writeLong(strings.computeIfAbsent(value, _ -> ++lastString));
        return this;
    }

    JfrChunk noText() {
        event.writeByte(0);
        return this;
    }

    /// @param number at least 1
    JfrChunk thread(int number, String name) {
        threads.putIfAbsent(number, name);
        event.writeLong(number);
        return this;
    }

    void end() {
        writeSized(event, events);
    }

    /// An event's size counts itself.
    private static void writeSized(Leb128 from, Leb128 to) {
        int size = from.size() + 1;
        while (size - from.size() < lengthOf(size)) {
            size++;
        }
        to.writeLong(size);
        to.write(from);
    }

    private static int lengthOf(long value) {
        return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
    }

    /// Writes the chunk and empties it.
    ///
    /// @param last whether no other one follows
    void writeTo(OutputStream out, long nanos, boolean last) throws IOException {
        var rest = new Leb128();
        long constantsAt = HEAD + (long) events.size();
        writeConstants(rest);
        long metadataAt = constantsAt + rest.size();
        writeMetadata(rest);
        out.write(
                ByteBuffer.allocate(HEAD)
                        .put(new byte[] {'F', 'L', 'R', 0})
                        .putShort((short) 2)
                        .putShort((short) 1)
                        .putLong(constantsAt + rest.size())
                        .putLong(constantsAt)
                        .putLong(metadataAt)
                        .putLong(clock.epochNanos())
                        .putLong(nanos)
                        .putLong(clock.ticks())
                        .putLong(clock.ticksPerSecond())
                        .putInt(last ? 3 : 1) // numbers are LEB128; the last chunk
                        .array());
        events.writeTo(out);
        rest.writeTo(out);
        events.clear();
        strings.clear();
        threads.clear();
    }

    private void writeConstants(Leb128 out) {
        var body = new Leb128();
        body.writeLong(CONSTANTS);
        body.writeLong(0); // when
        body.writeLong(0); // how long it took
        body.writeLong(0); // there are no constants before these
        body.writeByte(1); // all there are
        body.writeLong((threads.isEmpty() ? 0 : 1) + (strings.isEmpty() ? 0 : 1));
        if (!threads.isEmpty()) {
            body.writeLong(JfrType.THREAD.id());
            body.writeLong(threads.size());
            threads.forEach((number, name) -> writeThread(body, number, name));
        }
        if (!strings.isEmpty()) {
            body.writeLong(JfrType.STRING.id());
            body.writeLong(strings.size());
            strings.forEach((text, number) -> {
                body.writeLong(number);
                writeText(body, text);
            });
        }
        writeSized(body, out);
    }

    private static void writeThread(Leb128 out, int number, String name) {
        out.writeLong(number);
        writeText(out, name);
        out.writeLong(number);
        writeText(out, name);
        out.writeLong(number);
        out.writeByte(0);
    }

    private static void writeMetadata(Leb128 out) {
        var body = new Leb128();
        body.writeLong(METADATA);
        body.writeLong(0); // when
        body.writeLong(0); // how long it took
        body.writeLong(1); // its number: the same in all chunks
        JfrType.metadata().writeTo(body);
        writeSized(body, out);
    }

    static void writeText(Leb128 out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(UTF8);
        out.writeLong(utf8.length);
        out.write(utf8, utf8.length);
    }
}
