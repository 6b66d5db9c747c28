package dev.lanescope.study;

import dev.lanescope.trace.Fact;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// How much of its processors a machine gives us: as many threads as there are processors compute
/// for a moment, and their CPU time is held against the time that passed. On a machine of our own
/// both are the same.
///
/// @param processors how many there are
/// @param effective how many we got
public record NoiseProbe(int processors, double effective) {

    /// What a trace calls it.
    static final String FACT = "Noise probe";

    private static final long NANOS = 200_000_000;
    private static final long BRIEF_NANOS = 10_000_000;
    private static final double QUIET = 0.9;

    /// Computes for a fifth of a second on all processors.
    ///
    /// @throws InterruptedException if the calling thread is interrupted; the threads end soon
    public static NoiseProbe now() throws InterruptedException {
        return lasting(NANOS);
    }

    /// What a single run's trace keeps of the machine's noise: a probe of a hundredth of a second,
    /// made now that the run is over, so that it takes nothing from it. What the JVM still does for
    /// itself then counts as noise. Empty if the calling thread is interrupted, which it stays.
    public static List<Fact> afterRun() {
        try {
            String words = lasting(BRIEF_NANOS).words();
            return List.of(
                    new Fact(
                            FACT, words + " for " + BRIEF_NANOS / 1_000_000 + " ms after the run"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static NoiseProbe lasting(long nanos) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
        var cpu = new AtomicLong();
        var wall = new AtomicLong();
        var begin = new CountDownLatch(processors);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < processors; i++) {
            threads.add(
                    Thread.ofPlatform()
                            .daemon()
                            .name("noise-probe-" + (i + 1))
                            .start(() -> {
                                begin.countDown();
                                awaitQuietly(begin);
                                long cpuBefore = clocks.getCurrentThreadCpuTime();
                                long before = System.nanoTime();
                                while (System.nanoTime() - before < nanos) {
                                    Thread.onSpinWait();
                                }
                                cpu.addAndGet(clocks.getCurrentThreadCpuTime() - cpuBefore);
                                wall.addAndGet(System.nanoTime() - before);
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new NoiseProbe(processors, processors * (double) cpu.get() / wall.get());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether nearly all of the machine was ours.
    public boolean isQuiet() {
        return effective >= QUIET * processors;
    }

    /// E.g. `1.93 of 2 processors`.
    public String words() {
        return String.format(Locale.ROOT, "%.2f of %d processors", effective, processors);
    }
}
