package dev.lanescope.recording.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// What is kept of the readings of a run queue.
class RunQueueReadingsTest {

    @TempDir Path place;

    private final Trace trace = new Trace(Traces.info(1, 0), Traces.STARTING);
    private final Counter counter = trace.counter("queue");

    private void waited(long nanos) throws IOException {
        Files.writeString(place.resolve("schedstat"), "5 " + nanos + " 1\n");
    }

    private RunQueue open() throws IOException {
        waited(100);
        return RunQueue.open(place, counter, 1_000, 1_010).orElseThrow();
    }

    private String told() {
        CounterView view = Traces.finished(trace).counters().getFirst();
        return IntStream.range(0, view.size())
                .mapToObj(reading -> view.nanos(reading) + ":" + view.value(reading))
                .reduce("", (one, other) -> one + " " + other)
                .strip();
    }

    @Test
    void of_readings_that_say_the_same_the_first_and_the_last_are_kept() throws Exception {
        RunQueue queue = open();
        for (long now = 1_020; now <= 1_050; now += 10) {
            queue.read(now);
        }
        waited(130);
        queue.read(1_060);
        for (long now = 1_070; now <= 1_090; now += 10) {
            queue.read(now);
        }
        queue.end();
        trace.finish(100);
        assertThat(told()).isEqualTo("10:0 20:0 50:0 60:30 90:30");
    }

    @Test
    void readings_that_differ_are_all_kept() throws Exception {
        RunQueue queue = open();
        for (long now = 1_020; now <= 1_040; now += 10) {
            waited(now);
            queue.read(now);
        }
        queue.end();
        trace.finish(100);
        assertThat(told()).isEqualTo("10:0 20:920 30:930 40:940");
    }
}
