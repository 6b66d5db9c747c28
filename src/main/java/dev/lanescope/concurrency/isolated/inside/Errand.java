package dev.lanescope.concurrency.isolated.inside;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.concurrent.Callable;

/// A task that crosses into an interpreter, and what comes of it, by Java serialization inside one
/// process. Both sides use this class, each its own copy.
public final class Errand {

    private Errand() {}

    /// Does the task whose byte form this is, called by reflection in an interpreter.
    ///
    /// @return the byte form of an array: what came out, and what was thrown, one of them null
    public static byte[] run(byte[] task) throws IOException {
        try {
            Object read = read(task, Errand.class.getClassLoader(), null);
            Object result = null;
            if (read instanceof Callable<?> callable) {
                result = callable.call();
            } else {
                ((Runnable) read).run();
            }
            return bytes(new @Nullable Object[] {result, null});
        } catch (Throwable thrown) {
            return failure(thrown);
        }
    }

    private static byte[] failure(Throwable thrown) throws IOException {
        try {
            return bytes(new @Nullable Object[] {null, thrown});
        } catch (IOException _) { // it holds what cannot be written
            return bytes(new @Nullable Object[] {null, new IllegalStateException("" + thrown)});
        }
    }

    /// The byte form of an object.
    ///
    /// @throws IOException if it has none
    public static byte[] bytes(Object object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /// The object of which this is the byte form.
    ///
    /// @param loader whose classes it is made of
    /// @param filter says which of them may be; null for all
    public static Object read(byte[] bytes, ClassLoader loader, @Nullable ObjectInputFilter filter)
            throws IOException, ClassNotFoundException {
        try (var in =
                new ObjectInputStream(new ByteArrayInputStream(bytes)) {
                    @Override
                    protected Class<?> resolveClass(ObjectStreamClass described)
                            throws IOException, ClassNotFoundException {
                        try {
                            return Class.forName(described.getName(), false, loader);
                        } catch (ClassNotFoundException _) {
                            return super.resolveClass(described); // a primitive type
                        }
                    }
                }) {
            if (filter != null) {
                in.setObjectInputFilter(filter);
            }
            return in.readObject();
        }
    }
}
