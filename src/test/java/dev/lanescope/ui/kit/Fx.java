package dev.lanescope.ui.kit;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The FX thread for tests: starts the headless toolkit once and runs what is asked on it.
final class Fx {

    private static boolean started;

    private Fx() {}

    static synchronized void start() throws InterruptedException {
        if (started) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            up.await(30, TimeUnit.SECONDS);
        } catch (IllegalStateException alreadyRunning) {
            // Another test class of this JVM was first.
        }
        Platform.setImplicitExit(false);
        started = true;
    }

    static <T> T call(Callable<T> work) throws Exception {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }

    static void run(Runnable work) throws Exception {
        call(() -> {
            work.run();
            return true;
        });
    }
}
