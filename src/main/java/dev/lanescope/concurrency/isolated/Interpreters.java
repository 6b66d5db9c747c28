package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.isolated.inside.Queues;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/// Interpreters and who has them. They live as long as the app, not as long as a run: each loads
/// and compiles every class for itself, and a new one is slow for its first thousand pages.
public final class Interpreters {

    private static final Interpreters OF_THIS_APP = new Interpreters();

    private final List<Interpreter> all = new ArrayList<>();
    private final Map<String, InterpreterQueue> queues = new ConcurrentSkipListMap<>();
    private final Map<String, BlockingQueue<byte[]>> bytesByName = new ConcurrentHashMap<>();
    private int lastId;

    /// Those that all runs of this app share.
    public static Interpreters ofThisApp() {
        return OF_THIS_APP;
    }

    /// All there are, in the order in which they were made.
    public synchronized List<Interpreter> list() {
        return List.copyOf(all);
    }

    /// How many items the one that has done least has done, of the oldest so many; 0 if there are
    /// not so many.
    synchronized long leastDone(int count) {
        return all.size() < count
                ? 0
                : all.stream().limit(count).mapToLong(Interpreter::itemsDone).min().orElse(0);
    }

    /// Whether a run has it.
    public synchronized boolean isTaken(Interpreter interpreter) {
        return interpreter.isTaken();
    }

    /// Makes another one.
    ///
    /// @throws OutOfMemoryError if the system gives no more threads
    public synchronized Interpreter create() {
        var made = new Interpreter(++lastId);
        all.add(made);
        return made;
    }

    /// Ends an interpreter and returns when nothing of it is left but what the caller keeps.
    ///
    /// @throws IllegalStateException if a run has it
    public void destroy(Interpreter interpreter) throws InterruptedException {
        List<OwnedThread> threads;
        synchronized (this) {
            if (interpreter.isTaken()) {
                throw new IllegalStateException(interpreter + " works in a run; stop that first");
            }
            all.remove(interpreter);
            threads = interpreter.end();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /// Has a task done in an idle interpreter, and waits for it. Task and result cross as bytes;
    /// meanwhile no run gets the interpreter.
    ///
    /// @param task is [java.io.Serializable], as is what it gives back
    /// @throws IllegalStateException if a run has it, or if it has been ended
    /// @throws IllegalArgumentException if the task cannot cross
    /// @throws Exception what the task threw, or why its result cannot cross
    @SuppressWarnings("unchecked") // what a task of this type came to
    public <T> Called<T> call(Interpreter interpreter, Callable<T> task) throws Exception {
        byte[] bytes = Crossing.bytes(task);
        synchronized (this) {
            if (!all.contains(interpreter)) {
                throw new IllegalStateException(interpreter + " has been ended");
            }
            if (!interpreter.take(() -> 0)) {
                throw new IllegalStateException(interpreter + " is at work; wait for that first");
            }
        }
        var there =
                new FutureTask<>(() -> {
                    ClassLoader inside = interpreter.loader();
                    inside.loadClass(Queues.class.getName())
                            .getMethod("know", Map.class)
                            .invoke(null, bytesByName);
                    interpreter.isSetUp();
                    return Crossing.answer(inside, bytes);
                });
        OwnedThread thread = interpreter.thread(0);
        thread.execute(there);
        byte[] answer;
        try {
            answer = there.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the task could not be called: " + e.getCause(), e);
        } catch (InterruptedException e) {
            thread.interrupt(there);
            writeOff(interpreter); // its thread ends when the task does, if ever
            throw e;
        } finally {
            var _ = giveBack(interpreter);
        }
        T result = (T) Crossing.result(answer, ResultFilter.STANDARD);
        interpreter.didOne();
        return new Called<>(result, bytes.length, answer.length);
    }

    /// Makes a queue.
    ///
    /// @throws IllegalArgumentException if there is one of this name, or its size cannot be
    public synchronized InterpreterQueue createQueue(String name, int capacity) {
        if (name.isBlank() || queues.containsKey(name)) {
            throw new IllegalArgumentException(
                    name.isBlank()
                            ? "a queue needs a name"
                            : "there is a queue \"" + name + "\" already");
        }
        var queue = new InterpreterQueue(name, capacity);
        queues.put(name, queue);
        bytesByName.put(name, queue.bytes());
        return queue;
    }

    /// All there are, by name.
    public List<InterpreterQueue> queues() {
        return List.copyOf(queues.values());
    }

    /// Forgets a queue and what is in it. Who waits at it goes on waiting.
    public synchronized void destroyQueue(InterpreterQueue queue) {
        if (queues.remove(queue.name(), queue)) {
            bytesByName.remove(queue.name());
        }
    }

    /// Takes so many for a run, the oldest first, and makes those that are missing.
    ///
    /// @param clock of the run
    /// @throws OutOfMemoryError if the system gives no more threads; none is taken then
    synchronized List<Interpreter> take(int count, LongSupplier clock) {
        long free = all.stream().filter(each -> !each.isTaken()).count();
        for (long made = free; made < count; made++) {
            var _ = create();
        }
        var chosen = new ArrayList<Interpreter>();
        for (Interpreter each : all) {
            if (chosen.size() < count && each.take(clock)) {
                chosen.add(each);
            }
        }
        return List.copyOf(chosen);
    }

    /// A run needs it no more.
    ///
    /// @return what it has gone through in the run, for people
    synchronized String giveBack(Interpreter interpreter) {
        return interpreter.giveBack();
    }

    /// A thread hangs in it: it ends when that comes back, if ever, and nobody gets it again.
    public synchronized void writeOff(Interpreter interpreter) {
        all.remove(interpreter);
        interpreter.end();
    }
}
