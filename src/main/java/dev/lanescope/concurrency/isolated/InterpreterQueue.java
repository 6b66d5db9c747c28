package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.isolated.inside.Errand;
import dev.lanescope.concurrency.isolated.inside.Queues;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.Serializable;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A bounded queue with a name that interpreters and this heap share, after CPython's
/// `concurrent.interpreters.create_queue`. What goes through are bytes. Tasks reach it by its name,
/// through [Queues].
public final class InterpreterQueue {

    /// No queue holds more.
    public static final int MOST = 10_000;

    private final String name;
    private final int capacity;
    private final BlockingQueue<byte[]> bytes;

    InterpreterQueue(String name, int capacity) {
        if (capacity < 1 || capacity > MOST) {
            throw new IllegalArgumentException(
                    "a queue holds 1 to " + MOST + " objects, not " + capacity);
        }
        this.name = name;
        this.capacity = capacity;
        this.bytes = new ArrayBlockingQueue<>(capacity);
    }

    public String name() {
        return name;
    }

    public int capacity() {
        return capacity;
    }

    /// How many objects are in it now.
    public int size() {
        return bytes.size();
    }

    BlockingQueue<byte[]> bytes() {
        return bytes;
    }

    /// Puts an object in from this heap, and waits as long as it is full.
    public void put(Serializable value) throws IOException, InterruptedException {
        byte[] form = Errand.bytes(value);
        if (form.length > Queues.MOST_BYTES) {
            throw new IOException(form.length + " bytes are too many for a queue");
        }
        bytes.put(form);
    }

    /// Takes an object out into this heap, and waits as long as it is empty.
    ///
    /// @throws IOException if it is made of classes that may not come out of an interpreter
    public Object take() throws IOException, ClassNotFoundException, InterruptedException {
        ObjectInputFilter filter = ResultFilter.STANDARD;
        return Errand.read(bytes.take(), InterpreterQueue.class.getClassLoader(), filter);
    }

    @Override
    public String toString() {
        return name;
    }
}
