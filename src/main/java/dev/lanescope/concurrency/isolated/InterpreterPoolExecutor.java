package dev.lanescope.concurrency.isolated;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// An executor whose threads share no class of the program, after CPython's
/// `concurrent.futures.InterpreterPoolExecutor` (3.14): every thread is an interpreter. Tasks are
/// [Serializable]; they, their results and what they throw cross as bytes, so a task works on
/// copies, and on statics of its own. In everything else it is a fixed thread pool.
///
/// Example: `try (var pool = new InterpreterPoolExecutor(4)) { pool.submit(task).get(); }`
public final class InterpreterPoolExecutor extends AbstractExecutorService {

    private static final AtomicInteger POOLS = new AtomicInteger();

    private final ExecutorService threads;
    private final ObjectInputFilter filter;

    /// Results are values of the JDK or of classes on this program's class path.
    public InterpreterPoolExecutor(int interpreters) {
        this(interpreters, ResultFilter.STANDARD);
    }

    /// @param filter says which classes results may be made of
    public InterpreterPoolExecutor(int interpreters, ObjectInputFilter filter) {
        this.filter = filter;
        String name = "interpreters-" + POOLS.incrementAndGet();
        var count = new AtomicInteger();
        threads =
                Executors.newFixedThreadPool(
                        interpreters,
                        loop -> new Inhabited(loop, name + "-" + count.incrementAndGet()));
    }

    /// A thread and its loader, which a task may take from the thread's context but not from it.
    private static final class Inhabited extends Thread {

        private final URLClassLoader loader;

        Inhabited(Runnable loop, String name) {
            super(null, loop, name, 0, false);
            loader =
                    new URLClassLoader(name, ClassPath.own(), ClassLoader.getPlatformClassLoader());
            setContextClassLoader(loader);
        }

        @Override
        public void run() {
            try (loader) {
                super.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A task on its way.
    private static final class Sent<T> extends FutureTask<T> {
        Sent(Callable<T> crossing) {
            super(crossing);
        }
    }

    /// @throws IllegalArgumentException if the task cannot cross
    @Override
    @SuppressWarnings("unchecked") // what a task of this type came to
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
        byte[] bytes = Crossing.bytes(task);
        return new Sent<>(() -> (T) cross(bytes));
    }

    /// @throws IllegalArgumentException if the task cannot cross
    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable task, T value) {
        byte[] bytes = Crossing.bytes(task);
        return new Sent<>(() -> {
            var _ = cross(bytes);
            return value;
        });
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task instanceof Sent<?> ? task : newTaskFor(task, true));
    }

    /// On a thread of the pool, which is an interpreter.
    private Object cross(byte[] task) throws Exception {
        var interpreter = (Inhabited) Thread.currentThread();
        return Crossing.result(Crossing.answer(interpreter.loader, task), filter);
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}
