package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.isolated.inside.Session;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// A [Session] as it is used from the outside. What is thrown inside does not come out but as a
/// text: its class belongs to the interpreter, and whoever kept it would keep the whole loader.
final class Door {

    private final Object session;
    private final Method work;
    private final Method stop;

    private Door(Object session) throws NoSuchMethodException {
        this.session = session;
        work =
                session.getClass()
                        .getMethod(
                                "work",
                                int.class,
                                Supplier.class,
                                LongConsumer.class,
                                Consumer.class);
        stop = session.getClass().getMethod("stop");
    }

    /// Begins a session behind a loader; for the parameters see [Session].
    static Door open(ClassLoader loader, byte[] setup, long switchNanos) throws RunAborted {
        try {
            return new Door(
                    loader.loadClass(Session.class.getName())
                            .getConstructor(byte[].class, long.class)
                            .newInstance(setup, switchNanos));
        } catch (InvocationTargetException e) {
            throw aborted("could not be set up", e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new RunAborted(
                    "an interpreter cannot find Lanescope's own classes, so start it from a class"
                            + " path of folders and jars: "
                            + e,
                    new IllegalStateException(e.toString()));
        }
    }

    /// See [Session#work].
    void work(
            int thread,
            Supplier<byte @Nullable []> messages,
            LongConsumer words,
            Consumer<byte[]> reports)
            throws RunAborted {
        try {
            work.invoke(session, thread, messages, words, reports);
        } catch (InvocationTargetException e) {
            throw aborted("failed", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// See [Session#stop].
    void stop() {
        try {
            stop.invoke(session);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException(e.toString());
        }
    }

    private static RunAborted aborted(String how, InvocationTargetException thrown) {
        String cause = String.valueOf(thrown.getCause());
        return new RunAborted(
                "an interpreter " + how + ": " + cause, new IllegalStateException(cause));
    }
}
