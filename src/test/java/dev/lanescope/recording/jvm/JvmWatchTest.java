package dev.lanescope.recording.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Wait;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import java.util.List;

/// The own JVM is watched for real: what is provoked is seen where it happened.
@Isolated("what happens in the whole JVM is heard, and its recordings are counted")
class JvmWatchTest {

    private final Trace trace = new Trace(Traces.info(1, 1), Traces.QUEUE);

    /// What a run does with a watch, with something happening in the middle.
    ///
    /// @return when it began and ended, in nanoseconds since the first submit
    private List<Long> during(JvmWatch watch, Runnable something) throws InterruptedException {
        watch.start();
        watch.awaitReady();
        long origin = System.nanoTime();
        watch.runBegins(trace, origin);
        long from = System.nanoTime() - origin;
        something.run();
        long to = System.nanoTime() - origin;
        trace.finish(System.nanoTime() - origin);
        watch.runEnds();
        watch.awaitAll(JvmWatch.PATIENCE);
        return List.of(from, to);
    }

    private Snapshot told() {
        return trace.snapshot(() -> 0);
    }

    private List<JvmEvent> all(JvmEvent.Kind kind) {
        return told().jvm().stream().filter(event -> event.kind() == kind).toList();
    }

    @Test
    void a_collection_stands_in_the_run_where_it_happened() throws Exception {
        var watch = new JvmWatch(System::nanoTime);
        List<Long> bounds = during(watch, System::gc);
        long error = watch.errorNanos();
        assertThat(all(JvmEvent.Kind.COLLECTION))
                .anySatisfy(pause -> {
                    assertThat(pause.startNanos()).isGreaterThanOrEqualTo(bounds.get(0) - error);
                    assertThat(pause.endNanos()).isLessThanOrEqualTo(bounds.get(1) + error);
                    assertThat(pause.nanos()).isPositive();
                    assertThat(pause.name()).isNotBlank();
                });
        assertThat(told().remarks()).isEmpty();
    }

    @Test
    void a_stop_that_collects_nothing_is_another_stop() throws Exception {
        during(
                new JvmWatch(System::nanoTime),
                () -> {
                    while (Thread.getAllStackTraces().isEmpty()) {
                        Thread.onSpinWait(); // all stacks at once need all threads to stand still
                    }
                });
        assertThat(all(JvmEvent.Kind.SAFEPOINT)).extracting(JvmEvent::name).contains("ThreadDump");
    }

    /// Both collections are heard, and only the one during the run belongs to it: were the other
    /// one told as well, it would stand at the run's beginning.
    @Test
    void what_happened_before_the_run_is_none_of_its() throws Exception {
        var watch = new JvmWatch(System::nanoTime);
        watch.start();
        watch.awaitReady();
        System.gc();
        long origin = System.nanoTime();
        watch.runBegins(trace, origin);
        while (System.nanoTime() - origin <= 20_000_000) {
            Thread.onSpinWait(); // so that the beginning and the collection can be told apart
        }
        long from = System.nanoTime() - origin;
        System.gc();
        trace.finish(System.nanoTime() - origin);
        watch.runEnds();
        watch.awaitAll(JvmWatch.PATIENCE);
        long earliest = from - watch.errorNanos();
        assertThat(earliest).isPositive();
        assertThat(all(JvmEvent.Kind.COLLECTION))
                .isNotEmpty()
                .allSatisfy(
                        pause -> assertThat(pause.startNanos()).isGreaterThanOrEqualTo(earliest));
    }

    @Test
    void heap_and_processors_are_counted_from_the_beginning() throws Exception {
        during(new JvmWatch(System::nanoTime), () -> {});
        assertThat(told().counters())
                .extracting(CounterView::name)
                .containsExactly("heap MB", "CPU here", "CPU others");
        assertThat(told().counters())
                .allSatisfy(counter -> assertThat(counter.size()).isPositive());
        assertThat(told().counters().get(1).nanos(0)).isZero();
    }

    @Test
    void another_recording_does_not_disturb_it() throws Exception {
        try (var other = new Recording()) {
            other.start();
            during(new JvmWatch(System::nanoTime), System::gc);
            assertThat(all(JvmEvent.Kind.COLLECTION)).isNotEmpty();
        }
    }

    @Test
    void a_watch_that_was_never_started_does_nothing() throws Exception {
        var watch = new JvmWatch(System::nanoTime);
        watch.awaitReady();
        watch.runBegins(trace, System.nanoTime());
        watch.runEnds();
        watch.awaitAll(JvmWatch.PATIENCE);
        watch.close();
        assertThat(told().counters()).isEmpty();
        assertThat(watch.heardUpTo()).isEmpty();
    }

    @Test
    void neither_thread_nor_recording_is_left_after_fifty_runs() throws Exception {
        int before = FlightRecorder.getFlightRecorder().getRecordings().size();
        for (int run = 0; run < 50; run++) {
            try (var watch = new JvmWatch(System::nanoTime)) {
                watch.start();
                if (run % 5 != 0) { // now and then one is given up before it is ready
                    watch.awaitReady();
                    watch.runBegins(trace, System.nanoTime());
                }
                watch.runEnds();
                watch.awaitAll(JvmWatch.PATIENCE);
            }
        }
        assertThat(FlightRecorder.getFlightRecorder().getRecordings()).hasSize(before);
        // A thread that has done its work takes a moment to go.
        Wait.until(() ->
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .noneMatch(
                                name -> name.equals("JVM watch") || name.contains("Event Stream")));
    }
}
