package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.isolated.inside.Errand;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutionException;

/// How a task gets into an interpreter and what came of it out again: as bytes, by Java
/// serialization inside one process.
final class Crossing {

    private Crossing() {}

    /// The byte form of a task.
    ///
    /// @throws IllegalArgumentException if it cannot cross
    static byte[] bytes(Object task) {
        try {
            if (task instanceof Serializable) {
                return Errand.bytes(task);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("a task that cannot be written as bytes: " + e, e);
        }
        throw new IllegalArgumentException(
                "a task must be Serializable to cross into an interpreter: " + task);
    }

    /// Has the task done behind a loader, on the calling thread, and gives its answer as bytes.
    static byte[] answer(ClassLoader inside, byte[] task) throws Exception {
        Method run = inside.loadClass(Errand.class.getName()).getMethod("run", byte[].class);
        byte[] answer = (byte[]) run.invoke(null, (Object) task);
        if (answer.length > ResultFilter.MOST_BYTES) {
            throw new IOException("a result of " + answer.length + " bytes is too big to cross");
        }
        return answer;
    }

    /// What the task came to.
    ///
    /// @throws Exception what it threw
    static Object result(byte[] answer, ObjectInputFilter filter) throws Exception {
        ClassLoader ours = Crossing.class.getClassLoader();
        Object[] parts = (Object[]) Errand.read(answer, ours, filter);
        return switch (parts[1]) {
            case Exception exception -> throw exception;
            case Error error -> throw error;
            case Throwable other -> throw new ExecutionException(other);
            case null, default -> parts[0];
        };
    }
}
