package dev.lanescope.recording;

import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The thread on which a model carries out its part of a run, so that one which does not notice a
/// stop can be left behind.
final class ModelThread {

    /// How long workers may take to notice a stop before the run ends without them.
    private static final long GRACE_MILLIS = 350;

    private ModelThread() {}

    /// Lets the model run and waits for it; after a stop only as long as [#GRACE_MILLIS].
    ///
    /// @param id of the model, which becomes the thread's name
    /// @return nothing if the model had to be left behind
    static <T> Optional<T> await(String id, Callable<T> model, StopSignal stop)
            throws RunAborted, InterruptedException {
        var overOrStopped = new CountDownLatch(1);
        var task =
                new FutureTask<>(model) {
                    @Override
                    protected void done() {
                        overOrStopped.countDown();
                    }
                };
        stop.onRequest(overOrStopped::countDown);
        Thread thread = Thread.ofPlatform().daemon().name(id).start(task);
        try {
            overOrStopped.await();
            return Optional.of(
                    task.get(
                            stop.requested() ? GRACE_MILLIS : Long.MAX_VALUE,
                            TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.empty();
        } catch (InterruptedException e) {
            stop.request();
            thread.interrupt();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RunAborted aborted) {
                throw aborted;
            }
            throw new IllegalStateException(id + " is broken", e.getCause());
        }
    }
}
