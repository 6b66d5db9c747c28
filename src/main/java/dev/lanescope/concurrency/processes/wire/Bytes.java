package dev.lanescope.concurrency.processes.wire;

import dev.lanescope.concurrency.ByteForm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;

/// A value in its byte form. Whoever makes one gives the array away.
public final class Bytes implements Serializable {

    private static final long serialVersionUID = 1;

    /// Of no bytes.
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    Bytes(byte[] array) {
        this.array = array;
    }

    /// Of a copy of the array.
    public static Bytes copyOf(byte[] array) {
        return new Bytes(array.clone());
    }

    /// The byte form of a value.
    public static <T> Bytes of(T value, ByteForm<T> form) throws IOException {
        var bytes = new ByteArrayOutputStream(64);
        try (var out = new DataOutputStream(bytes)) {
            form.write(value, out);
        }
        return new Bytes(bytes.toByteArray());
    }

    /// The value of which this is the byte form.
    ///
    /// @throws IOException if it is not, which nobody who sends it can rule out
    public <T> T read(ByteForm<T> form) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(array))) {
            T value = form.read(in);
            if (in.available() > 0) {
                throw new IOException(in.available() + " bytes behind a value");
            }
            return value;
        } catch (RuntimeException e) {
            throw new IOException("bytes that are no value: " + e, e);
        }
    }

    public int size() {
        return array.length;
    }

    byte[] array() {
        return array;
    }

    /// A copy of the array.
    public byte[] toArray() {
        return array.clone();
    }
}
