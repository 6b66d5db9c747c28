package dev.lanescope.recording;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.trace.Lane;

import org.jspecify.annotations.Nullable;

/// Writes down what one worker does. This is the hot path: a span costs one clock reading, because
/// the end of one state is the beginning of the next, and four stores into the lane; no lock, and
/// no allocation but a block of lane storage every few thousand spans.
///
/// The thread's CPU time is read only when [#CPU_EVERY_NANOS] have passed since the last reading.
/// So its cost stays below a thousandth however short the spans are, long spans get their own exact
/// figure, and short ones share one with their neighbours.
///
/// What the thread has allocated is read at each transition, so every span has its own figure: that
/// costs half a reading of the clock. Nobody can tell it of a virtual thread.
///
/// Reading the CPU time enters the kernel, and a thread whose time on the core is up loses it there
/// more than anywhere else. So the clock is read again after it: the pause belongs to the span
/// during which the time ran out, not to the short wait that follows.
final class LaneRecorder implements LaneObserver {

    /// At least this much time lies between two readings of the thread's CPU time.
    static final long CPU_EVERY_NANOS = 1_000_000;

    /// The lane is a thread's that speaks for itself.
    private static final long NO_CARRIER = -1;

    /// What happens, happens now.
    private static final long NOT_TOLD = Long.MIN_VALUE;

    /// No item has been finished yet.
    static final long NEVER = -1;

    private final Lane lane;
    private final RunStates states;
    private final RunProgress progress;
    private final Clock clock;
    private final long originNanos;
    private @Nullable Thread owner;
    private long carrier = NO_CARRIER;
    private boolean turns;
    private long cpuReadAt;
    private long cpuOfOwner;
    private long cpuBefore;
    private long allocatedOfOwner;
    private long allocatedBefore;
    private boolean resultPending;
    private long lastNanos;
    private long toldNanos = NOT_TOLD;
    private long toldCpu;
    private volatile long lastResultNanos = NEVER;
    private Runnable threadLeaves = () -> {};
    private Foreign foreign = (_, _) -> {};
    private Ended whenGone = (_, _) -> {};
    private int timesGone;

    /// Begins the lane's first state but one: the worker's thread exists.
    ///
    /// @param originNanos what the clock said at the first submit
    /// @param owner the thread whose CPU time is the lane's; null if several take turns at it
    LaneRecorder(
            Lane lane,
            RunStates states,
            RunProgress progress,
            Clock clock,
            long originNanos,
            @Nullable Thread owner) {
        this.lane = lane;
        this.states = states;
        this.progress = progress;
        this.clock = clock;
        this.originNanos = originNanos;
        this.owner = owner;
    }

    /// The worker was there before the recording began, and has waited since.
    ///
    /// @param cpuNanos the CPU time that it had used by then, or [Lane#NOT_READ]
    void resumes(Waiting since, long cpuNanos) {
        append(0, states.code(since), Lane.NO_ITEM, cpuNanos, Lane.NOT_READ);
        cpuReadAt = -CPU_EVERY_NANOS;
        cpuOfOwner = Math.max(0, cpuNanos);
    }

    /// Told which thread of another process the worker is.
    interface Foreign {
        void livesIn(long process, long thread);
    }

    /// What is done when the worker turns out to be a thread of another process.
    void whenForeign(Foreign action) {
        foreign = action;
    }

    @Override
    public void livesIn(long process, long thread) {
        threadLeaves();
        foreign.livesIn(process, thread);
    }

    /// To be done when the lane's first thread has done its part, by that thread if it can.
    void whenThreadLeaves(Runnable action) {
        threadLeaves = action;
    }

    private void threadLeaves() {
        Runnable action = threadLeaves;
        threadLeaves = () -> {};
        action.run();
    }

    @Override
    public void named(String name) {
        lane.rename(name);
    }

    /// The CPU time of a lane goes on from where the last owner left it.
    @Override
    public void handedOver() {
        Thread thread = Thread.currentThread();
        lane.rename(thread.getName());
        threadLeaves();
        if (owner != null) {
            owner = thread;
            cpuBefore = cpuOfOwner - clock.threadCpuNanos();
            allocatedBefore = allocatedOfOwner - Math.max(0, clock.threadAllocatedBytes());
        }
    }

    /// A thread that lives for one turn has used nothing before it, and the end of its turn is the
    /// last moment at which it can be asked.
    @Override
    public void takesTurn() {
        threadLeaves();
        owner = Thread.currentThread();
        turns = true;
        cpuBefore = cpuOfOwner;
        allocatedBefore = allocatedOfOwner;
    }

    /// What the carrier used before it had this lane is not the lane's.
    @Override
    public void carriedBy(long threadId) {
        long used = clock.cpuNanosOf(threadId);
        threadLeaves();
        if (used >= 0) {
            carrier = threadId;
            cpuBefore = cpuOfOwner - used;
            cpuReadAt = -CPU_EVERY_NANOS; // the next transition is the first with a reading
        }
    }

    @Override
    public void at(long nanos, long cpuNanos) {
        toldNanos = nanos;
        toldCpu = cpuNanos;
    }

    @Override
    public void waits(Waiting what) {
        mark(states.code(what), Lane.NO_ITEM, what == Waiting.STARTING || turns);
    }

    /// Told how the process ended that the worker lived in, and for the how manieth time.
    interface Ended {
        void ended(int time, String why);
    }

    /// What is done when the worker's process is gone.
    void whenGone(Ended action) {
        whenGone = action;
    }

    @Override
    public void gone(String why) {
        waits(Waiting.GONE);
        whenGone.ended(++timesGone, why);
    }

    @Override
    public void works(int item, int stage) {
        mark(stage, item, false);
    }

    @Override
    public void done(int item) {
        resultPending = true;
        progress.oneDone(item);
    }

    @Override
    public void failed(int item, int stage, Throwable cause) {
        resultPending = true;
        progress.oneFailed(item, stage, cause);
    }

    @Override
    public void ends() {
        mark(states.code(Waiting.NOTHING_LEFT), Lane.NO_ITEM, true);
        threadLeaves();
    }

    private void mark(int state, int item, boolean readCpu) {
        if (toldNanos != NOT_TOLD) {
            long told = Math.max(lastNanos, toldNanos - originNanos);
            append(told, state, item, toldCpu, Lane.NOT_READ);
            toldNanos = NOT_TOLD;
            return;
        }
        long now = clock.nanos() - originNanos;
        long cpu = Lane.NOT_READ;
        if (readCpu || now - cpuReadAt >= CPU_EVERY_NANOS) {
            cpu = readCpu();
            if (cpu != Lane.NOT_READ) {
                cpuOfOwner = cpu;
                now = clock.nanos() - originNanos;
                cpuReadAt = now;
            }
        }
        append(now, state, item, cpu, readAllocated());
    }

    /// Of the lane so far; a carrier's own figure would hold what others did on it.
    private long readAllocated() {
        if (carrier != NO_CARRIER || !Thread.currentThread().equals(owner)) {
            return Lane.NOT_READ;
        }
        long bytes = clock.threadAllocatedBytes();
        if (bytes < 0) {
            return Lane.NOT_READ;
        }
        allocatedOfOwner = Math.max(allocatedOfOwner, allocatedBefore + bytes);
        return allocatedOfOwner;
    }

    /// A virtual thread has no CPU time of its own, but the carrier that it is mounted on has, and
    /// the lane is the carrier's: from one mount to the next unmount it is the page's.
    private long readCpu() {
        if (carrier != NO_CARRIER) {
            long used = clock.cpuNanosOf(carrier);
            return used < 0 ? Lane.NOT_READ : cpuBefore + used;
        }
        return Thread.currentThread().equals(owner)
                ? cpuBefore + clock.threadCpuNanos()
                : Lane.NOT_READ;
    }

    private void append(long now, int state, int item, long cpu, long allocated) {
        lane.append(now, state, item, cpu, allocated);
        lastNanos = now;
        if (resultPending) {
            resultPending = false;
            lastResultNanos = now;
        }
    }

    /// When this worker's last item so far was finished, in nanoseconds since the first submit, or
    /// [#NEVER]. May be asked from any thread. An item of a child process was finished when the
    /// child had it ready, not when it had crossed: the makespan of child processes ends there.
    long lastResultNanos() {
        return lastResultNanos;
    }
}
