package dev.lanescope.pipeline.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;

/// A page as programs put it together that do not think of memory: one string, in a buffer that
/// grows from next to nothing, and encoded when it is whole. It is what a [Utf8Buffer] saves.
final class JoinedText extends Writer {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] chars, int from, int count) throws IOException {
        room(count);
        text.append(chars, from, count);
    }

    @Override
    public void write(String more, int from, int count) throws IOException {
        room(count);
        text.append(more, from, from + count);
    }

    private void room(int more) throws IOException {
        if ((long) text.length() + more > Utf8Buffer.MAX_BYTES) {
            throw Utf8Buffer.tooBig();
        }
    }

    /// What was written, as UTF-8.
    byte[] toByteArray() throws IOException {
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (bytes.length > Utf8Buffer.MAX_BYTES) {
            throw Utf8Buffer.tooBig();
        }
        return bytes;
    }

    /// Nothing to do: it is all here.
    @Override
    public void flush() {}

    /// Nothing to do: it is all here.
    @Override
    public void close() {}
}
