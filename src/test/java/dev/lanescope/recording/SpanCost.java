package dev.lanescope.recording;

import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Trace;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a span costs beyond the reading of the clock. `mvn test-compile exec:exec@bench` runs it.
///
/// A span that stands alone is two marks and costs two clock readings; spans that follow each other
/// share them, so in a run it is one of each. Compare `oneMark` with `oneClockReading`, and
/// `twoMarks` with `twoClockReadings`. The marks include the lane's new blocks and the readings of
/// the thread's CPU time every hundred microseconds.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xmx4g", "-XX:+UseSerialGC"})
public class SpanCost {

    private final RunStates states = new RunStates(List.of(new Stage("work", Stage.Kind.COMPUTE)));
    private LaneRecorder recorder = fresh();
    private int item;

    private LaneRecorder fresh() {
        var info =
                new RunInfo("m", "M", 1, "c", 0, Instant.EPOCH, 0, states.all(), List.of("page"));
        var trace = new Trace(info, states.code(Waiting.STARTING));
        var clock = Clock.ofThisMachine();
        var progress = new RunProgress(1, (_, _, _) -> new PageFailure("page", "work", 0, "never"));
        return new LaneRecorder(trace.lane(0), states, progress, clock, clock.nanos());
    }

    /// A new lane for every iteration, so that memory is bounded.
    @Setup(Level.Iteration)
    public void freshLane() {
        recorder = fresh();
    }

    @Benchmark
    public long oneClockReading() {
        return System.nanoTime();
    }

    @Benchmark
    public long twoClockReadings() {
        long start = System.nanoTime();
        return System.nanoTime() - start;
    }

    @Benchmark
    public void oneMark() {
        recorder.works(item++ & 1023, 0);
    }

    @Benchmark
    public void twoMarks() {
        recorder.works(item++ & 1023, 0);
        recorder.waits(Waiting.FOR_WORK);
    }
}
