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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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
/// Every invocation is a lane of its own with a hundred thousand spans, about what a worker records
/// in ten seconds. Spans that follow each other share their clock readings, so a span is one mark
/// and one reading; `twoReadingsASpan` is what a recorder would pay that reads the clock at both
/// ends and keeps nothing. The marks include the lane's blocks and the readings of the thread's CPU
/// time every millisecond.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xmx4g", "-XX:+UseSerialGC"})
public class SpanCost {

    private static final int SPANS = 100_000;
    private static final int READINGS = 10_000;

    private final Clock clock = Clock.ofThisMachine();
    private final RunStates states = new RunStates(List.of(new Stage("work", Stage.Kind.COMPUTE)));
    private final Clock silent = withoutAllocations(clock);
    private LaneRecorder recorder = fresh(clock);
    private LaneRecorder silentRecorder = fresh(silent);

    /// As it is where nobody can tell what a thread allocated.
    private static Clock withoutAllocations(Clock clock) {
        return new Clock() {
            @Override
            public long nanos() {
                return clock.nanos();
            }

            @Override
            public long threadCpuNanos() {
                return clock.threadCpuNanos();
            }
        };
    }

    private LaneRecorder fresh(Clock its) {
        var info =
                new RunInfo("m", "M", 1, "c", 0, Instant.EPOCH, 0, states.all(), List.of("page"));
        var trace = new Trace(info, states.code(Waiting.STARTING));
        var progress =
                new RunProgress(1, 1, (_, _, _) -> new PageFailure("page", "work", 0, "never"));
        return new LaneRecorder(
                trace.lane(0), states, progress, its, its.nanos(), Thread.currentThread());
    }

    @Setup(Level.Invocation)
    public void freshLane() {
        recorder = fresh(clock);
        silentRecorder = fresh(silent);
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public long oneReadingASpan() {
        long sum = 0;
        for (int span = 0; span < SPANS; span++) {
            sum += System.nanoTime();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public long twoReadingsASpan() {
        long sum = 0;
        for (int span = 0; span < SPANS; span++) {
            long start = System.nanoTime();
            sum += System.nanoTime() - start;
        }
        return sum;
    }

    /// Not part of every span: one is taken every [LaneRecorder#CPU_EVERY_NANOS] at most.
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public long readingOfTheCpuClock() {
        long last = 0;
        for (int reading = 0; reading < READINGS; reading++) {
            last = clock.threadCpuNanos();
        }
        return last;
    }

    /// Part of every span of a platform thread.
    @Benchmark
    @OperationsPerInvocation(READINGS)
    public long readingOfAllocatedBytes() {
        long last = 0;
        for (int reading = 0; reading < READINGS; reading++) {
            last = clock.threadAllocatedBytes();
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public long recordedSpanWithoutAllocations() {
        for (int span = 0; span < SPANS; span++) {
            silentRecorder.works(span & 1023, 0);
        }
        return silentRecorder.lastResultNanos();
    }

    @Benchmark
    @OperationsPerInvocation(SPANS)
    public long recordedSpan() {
        for (int span = 0; span < SPANS; span++) {
            recorder.works(span & 1023, 0);
        }
        return recorder.lastResultNanos();
    }
}
