package dev.lanescope.concurrency.processes.wire;

import java.io.IOException;

/// Single messages as records of our own.
public final class Records {

    private static final MessageForm FORM = new MessageForm();

    private Records() {}

    /// A message in its byte form.
    public static byte[] bytes(Message message) throws IOException {
        return Bytes.of(message, FORM).array();
    }

    /// The message of which this is the byte form.
    ///
    /// @throws IOException if it is none, or if it is followed by something
    public static Message message(byte[] bytes) throws IOException {
        try (var bounded = new BoundedInput(bytes)) {
            Message message = FORM.read(bounded);
            if (bounded.available() > 0) {
                throw new IOException(bounded.available() + " bytes behind a message");
            }
            return message;
        }
    }
}
