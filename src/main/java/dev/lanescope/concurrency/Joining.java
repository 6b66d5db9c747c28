package dev.lanescope.concurrency;

import java.util.List;

/// Waiting for threads to end, come what may.
final class Joining {

    private Joining() {}

    /// Returns when all threads have ended. An interrupt asks for a stop, and the calling thread is
    /// interrupted again at the end. Threads that were never started count as ended.
    static void all(List<? extends Thread> threads, StopSignal stop) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException _) {
                    interrupted = true;
                    stop.request();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
