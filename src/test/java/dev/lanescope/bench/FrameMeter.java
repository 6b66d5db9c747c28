package dev.lanescope.bench;

import dev.lanescope.ui.kit.FxThread;

import javafx.animation.AnimationTimer;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/// What frames cost: the CPU time of the FX thread and of the thread that renders from one pulse to
/// the next, the time by the clock, and what the FX thread allocated.
final class FrameMeter {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// All clocks at one pulse, or the differences between two.
    record Frame(long fxNanos, long renderNanos, long wallNanos, long allocatedBytes) {

        double fxMillis() {
            return fxNanos / 1e6;
        }

        double renderMillis() {
            return renderNanos / 1e6;
        }

        double cpuMillis() {
            return fxMillis() + renderMillis();
        }

        double wallMillis() {
            return wallNanos / 1e6;
        }

        double allocatedKilobytes() {
            return allocatedBytes / 1024.0;
        }

        Frame since(Frame before) {
            return new Frame(
                    fxNanos - before.fxNanos,
                    renderNanos - before.renderNanos,
                    wallNanos - before.wallNanos,
                    allocatedBytes - before.allocatedBytes);
        }
    }

    private final long fx;
    private final long renderer;

    /// Made on the FX thread, when something has been rendered already.
    FrameMeter() {
        FxThread.check();
        fx = Thread.currentThread().threadId();
        renderer =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
                        .findFirst()
                        .orElseThrow()
                        .threadId();
    }

    /// What the clocks show now.
    Frame now() {
        return new Frame(
                THREADS.getThreadCpuTime(fx),
                THREADS.getThreadCpuTime(renderer),
                System.nanoTime(),
                THREADS.getThreadAllocatedBytes(fx));
    }

    /// Does one step a pulse and tells what each frame cost, without the first `warm` ones.
    List<Frame> play(int warm, int frames, IntConsumer step) throws Exception {
        var result = new CompletableFuture<List<Frame>>();
        var costs = new ArrayList<Frame>(frames);
        var timer =
                new AnimationTimer() {
                    private int count;
                    private Frame before = now();

                    @Override
                    public void handle(long pulse) {
                        Frame here = FrameMeter.this.now();
                        if (count > warm) {
                            costs.add(here.since(before));
                        }
                        before = here;
                        if (costs.size() == frames) {
                            stop();
                            result.complete(costs);
                            return;
                        }
                        try {
                            step.accept(count++);
                        } catch (RuntimeException | Error e) {
                            stop();
                            result.completeExceptionally(e);
                        }
                    }
                };
        FxThread.later(timer::start);
        return result.get();
    }

    /// One row of the table.
    static String row(String what, List<Frame> frames) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.1f | %.1f | %.1f | %.0f |",
                what,
                figures(frames, Frame::cpuMillis),
                figures(frames, Frame::fxMillis),
                figures(frames, Frame::renderMillis),
                spread(frames, Frame::wallMillis).median(),
                spread(frames, Frame::wallMillis).quantile(0.99),
                spread(frames, Frame::wallMillis).quantile(1),
                spread(frames, Frame::allocatedKilobytes).median());
    }

    /// The head of the table.
    static String head() {
        return "| frames | CPU ms: median (quartiles) | FX thread | renderer |"
                + " wall ms: median | P99 | max | KB allocated |\n"
                + "|---|---|---|---|---|---|---|---|";
    }

    private static String figures(List<Frame> frames, ToDoubleFunction<Frame> figure) {
        return spread(frames, figure).withQuartiles("%.1f");
    }

    private static Spread spread(List<Frame> frames, ToDoubleFunction<Frame> figure) {
        return new Spread(frames.stream().mapToDouble(figure).toArray());
    }
}
