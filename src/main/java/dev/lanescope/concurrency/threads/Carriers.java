package dev.lanescope.concurrency.threads;

import jdk.management.VirtualThreadSchedulerMXBean;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.OptionalLong;

/// The carriers of this JVM's virtual threads. All virtual threads share them, those of other runs
/// and of the preview too; so one that a page keeps for ever is made up for by another.
final class Carriers {

    private Carriers() {}

    /// The platform thread of that name, as what is asked about threads knows it.
    static OptionalLong idOf(String carrier) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals(carrier))
                .mapToLong(ThreadInfo::getThreadId)
                .findFirst();
    }

    /// So many more carriers, or less. Does nothing where the JDK does not let itself be told.
    static void more(int count) {
        @Nullable VirtualThreadSchedulerMXBean scheduler =
                ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        if (scheduler == null) {
            return;
        }
        synchronized (Carriers.class) {
            try {
                scheduler.setParallelism(Math.max(1, scheduler.getParallelism() + count));
            } catch (IllegalArgumentException | UnsupportedOperationException _) {
                return; // as many as there may be
            }
        }
        if (count > 0) { // a new carrier is made only when something new is to be done
            var _ = Thread.startVirtualThread(() -> {});
        }
    }
}
