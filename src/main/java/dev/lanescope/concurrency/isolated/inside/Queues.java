package dev.lanescope.concurrency.isolated.inside;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;

/// The named queues as a task in an interpreter sees them. Each interpreter has its own copy of this
/// class, and all copies know the same queues, through which only bytes go: what is taken out is
/// equal to what was put in, and never the same object.
public final class Queues {

    /// More bytes than that do not go through a queue at once.
    public static final int MOST_BYTES = 1 << 26;

    private static volatile Map<String, BlockingQueue<byte[]>> all = Map.of();

    private Queues() {}

    /// Tells this interpreter which queues there are; they may become more and fewer later.
    public static void know(Map<String, BlockingQueue<byte[]>> queues) {
        all = queues;
    }

    /// Puts an object into a queue, and waits as long as that is full.
    ///
    /// @throws IOException if it has no byte form, or too big a one
    /// @throws IllegalArgumentException if there is no such queue
    public static void put(String name, Object value) throws IOException, InterruptedException {
        queue(name).put(bytes(value));
    }

    /// The same without waiting.
    ///
    /// @return false if the queue is full
    public static boolean offer(String name, Object value) throws IOException {
        return queue(name).offer(bytes(value));
    }

    /// Takes an object out of a queue, and waits as long as that is empty.
    public static Object take(String name)
            throws IOException, ClassNotFoundException, InterruptedException {
        return object(queue(name).take());
    }

    /// The same without waiting.
    ///
    /// @return null if the queue is empty
    public static @Nullable Object poll(String name) throws IOException, ClassNotFoundException {
        byte[] bytes = queue(name).poll();
        return bytes == null ? null : object(bytes);
    }

    private static BlockingQueue<byte[]> queue(String name) {
        BlockingQueue<byte[]> queue = all.get(name);
        if (queue == null) {
            throw new IllegalArgumentException("there is no queue \"" + name + "\"");
        }
        return queue;
    }

    private static byte[] bytes(Object value) throws IOException {
        byte[] bytes = Errand.bytes(value);
        if (bytes.length > MOST_BYTES) {
            throw new IOException(bytes.length + " bytes are too many for a queue");
        }
        return bytes;
    }

    private static Object object(byte[] bytes) throws IOException, ClassNotFoundException {
        return Errand.read(bytes, Queues.class.getClassLoader(), null);
    }
}
