package dev.lanescope.concurrency.threads;

import jdk.management.VirtualThreadSchedulerMXBean;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The carriers of this JVM's virtual threads. All virtual threads share them, those of other runs
/// and of the preview too; so one that a page keeps for ever is made up for by another.
final class Carriers {

    private static final int MOST_TRIES = 100;
    private static final int PAUSE_MILLIS = 20;

    private Carriers() {}

    /// The platform thread of that name, as what is asked about threads knows it.
    static OptionalLong idOf(String carrier) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(carrier))
                .mapToLong(ThreadInfo::getThreadId)
                .findFirst();
    }

    /// One more carrier.
    ///
    /// @return false if there are as many as there may be, or the JDK does not let itself be told
    static boolean oneMore() {
        boolean taken = change(1);
        if (taken) {
            wake(MOST_TRIES);
        }
        return taken;
    }

    /// One carrier less; the last one stays.
    static void oneLess() {
        change(-1);
    }

    private static synchronized boolean change(int by) {
        @Nullable VirtualThreadSchedulerMXBean scheduler =
                ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        if (scheduler == null) {
            return false;
        }
        try {
            scheduler.setParallelism(Math.max(1, scheduler.getParallelism() + by));
            return true;
        } catch (IllegalArgumentException | UnsupportedOperationException _) {
            return false;
        }
    }

    /// A new carrier begins only when something is submitted to a queue that was empty. Which of
    /// the scheduler's queues that is depends on the thread that submits; so thread after thread
    /// submits something, until it is done.
    private static void wake(int tries) {
        Thread.ofPlatform()
                .daemon()
                .name("carrier-wake")
                .start(() -> {
                    var done = new CountDownLatch(1);
                    var _ = Thread.startVirtualThread(done::countDown);
                    try {
                        if (!done.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS) && tries > 1) {
                            wake(tries - 1);
                        }
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt(); // nobody does that to a thread of ours
                    }
                });
    }
}
