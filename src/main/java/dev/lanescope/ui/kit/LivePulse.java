package dev.lanescope.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/// The one pulse of everything in the window that moves while a run goes on. All live views beat
/// together, so that a beat costs one frame and not five.
///
/// The window must not disturb what it shows: the pulse measures the CPU time that the FX thread
/// and the thread that renders have used since the last beat, and waits so long that together they
/// use at most [#SHARE] of one core. With a graphics card that means thirty beats a second; where
/// every pixel is painted by the processor, fewer. Where [Motion] is reduced, one.
public final class LivePulse {

    /// How much of one core the live picture may use.
    static final double SHARE = 0.25;

    private static final long LEAST_NANOS = 33_000_000;
    private static final long MOST_NANOS = 500_000_000;
    private static final long CALM_NANOS = 1_000_000_000;
    private static final String RENDERER = "QuantumRenderer";

    private final List<Runnable> views = new ArrayList<>();
    private final FrameTicker ticker;
    private final ReadOnlyBooleanProperty calm;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long[] painters = {};
    private long usedBefore;
    private long beatAt;
    private long interval = LEAST_NANOS;

    /// @param node beats only while it can be seen
    public LivePulse(Node node, Motion motion) {
        calm = motion.reducedProperty();
        ticker = new FrameTicker(node, java.time.Duration.ZERO, this::frame);
        ticker.activeProperty().subscribe(this::begin);
    }

    /// Registers a view. It is called on every beat, on the FX thread.
    public void add(Runnable view) {
        views.add(view);
    }

    /// Whether there is something live to show.
    public BooleanProperty activeProperty() {
        return ticker.activeProperty();
    }

    private void begin(boolean active) {
        if (active) {
            if (painters.length == 0) {
                painters = findPainters();
            }
            usedBefore = cpuNanos();
            interval = LEAST_NANOS; // the first two beats come soon, for something to be seen
            beatAt = 0;
        }
    }

    /// The threads that paint; looked for once, because looking stops all threads for a moment.
    private static long[] findPainters() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(LivePulse::paints)
                .mapToLong(Thread::threadId)
                .toArray();
    }

    private static boolean paints(Thread thread) {
        return thread.equals(Thread.currentThread()) || thread.getName().startsWith(RENDERER);
    }

    private long cpuNanos() {
        long sum = 0;
        for (long id : painters) {
            sum += Math.max(0, threads.getThreadCpuTime(id));
        }
        return sum;
    }

    private void frame() {
        long now = System.nanoTime();
        if (now - beatAt < interval) {
            return;
        }
        long used = cpuNanos();
        interval = intervalAfter(used - usedBefore, calm.get());
        usedBefore = used;
        beatAt = now;
        views.forEach(Runnable::run);
    }

    /// How long to wait from a beat to the next, given what the last one cost.
    ///
    /// @param calm whether the picture is to move as little as possible
    static long intervalAfter(long cpuNanos, boolean calm) {
        return calm ? CALM_NANOS : Math.clamp((long) (cpuNanos / SHARE), LEAST_NANOS, MOST_NANOS);
    }
}
