package dev.lanescope.recording;

import dev.lanescope.concurrency.Gauge;
import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.recording.jvm.JvmWatch;
import dev.lanescope.recording.jvm.NativeThreads;
import dev.lanescope.trace.Counter;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.ProcessEnd;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A trace being written: one recorder a lane, all on one clock whose zero is the first submit,
/// which is when the recording is made.
final class Recording implements Observer {

    private final Trace trace;
    private final Clock clock;
    private final long originNanos;
    private final RunStates states;
    private final RunProgress progress;
    private final Neighbours neighbours = Neighbours.now();
    private final JvmWatch watch;
    private final List<LaneRecorder> recorders = new CopyOnWriteArrayList<>();

    Recording(Trace trace, RunStates states, RunProgress progress, Clock clock) {
        this(trace, states, progress, clock, new JvmWatch(clock::nanos));
    }

    /// @param watch told of lanes that have a thread of their own
    Recording(Trace trace, RunStates states, RunProgress progress, Clock clock, JvmWatch watch) {
        this.watch = watch;
        this.trace = trace;
        this.clock = clock;
        this.states = states;
        this.progress = progress;
        this.originNanos = clock.nanos();
    }

    @Override
    public LaneObserver workerBegins(int lane) {
        Thread thread = Thread.currentThread();
        NativeThreads.introduce();
        return begin(lane, thread.getName(), thread);
    }

    @Override
    public LaneObserver workerBegins(int lane, String name) {
        return begin(lane, name, null);
    }

    /// The same with the thread whose CPU time is the lane's; null if several take turns at it.
    LaneObserver begin(int number, String name, @Nullable Thread owner) {
        return recorder(number, name, owner);
    }

    /// Begins the lane of a worker that was there before the recording.
    ///
    /// @param since what it has waited for since then
    /// @param cpuNanos the CPU time that it had used by then, or [Lane#NOT_READ]
    LaneObserver resume(
            int number, String name, @Nullable Thread owner, Waiting since, long cpuNanos) {
        LaneRecorder recorder = recorder(number, name, owner);
        recorder.resumes(since, cpuNanos);
        return recorder;
    }

    private LaneRecorder recorder(int number, String name, @Nullable Thread owner) {
        Lane lane = trace.lane(number);
        lane.rename(name);
        var recorder = new LaneRecorder(lane, states, progress, clock, originNanos, owner);
        recorders.add(recorder);
        recorder.whenGone((time, why) -> trace.know(ProcessEnd.fact(number, time, why)));
        recorder.whenForeign((process, thread) -> {
            watch.laneBegins(number, process, thread);
            recorder.whenThreadLeaves(() -> watch.laneEnds(number));
        });
        if (owner != null) {
            watch.laneBegins(number, owner);
            recorder.whenThreadLeaves(() -> watch.laneEnds(number));
        }
        return recorder;
    }

    @Override
    public Gauge gauge(String name) {
        Counter counter = trace.counter(name);
        return value -> counter.append(elapsedNanos(), value);
    }

    @Override
    public void remarks(String sentence) {
        trace.remark(sentence);
    }

    @Override
    public void knows(String name, String value) {
        trace.know(new Fact(name, value));
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }

    /// What the clock said at the first submit.
    long originNanos() {
        return originNanos;
    }

    Snapshot snapshot() {
        return trace.snapshot(this::elapsedNanos);
    }

    private long elapsedNanos() {
        return clock.nanos() - originNanos;
    }

    /// Ends the recording: at the last result, or now if the run was stopped or had none.
    void finish(boolean stopped) {
        long last =
                recorders.stream()
                        .mapToLong(LaneRecorder::lastResultNanos)
                        .max()
                        .orElse(LaneRecorder.NEVER);
        neighbours.since().ifPresent(trace::know);
        trace.finish(stopped || last == LaneRecorder.NEVER ? elapsedNanos() : last);
    }
}
