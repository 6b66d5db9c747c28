package dev.lanescope.ui.timeline.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Counter;
import dev.lanescope.trace.CounterView;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counters are called what people would call them, and their figures are what is sorted.
class CounterLookTest {

    private static CounterView counter(String name) {
        var trace = new Trace(Traces.info(1, 1), Traces.STARTING);
        Counter counter = trace.counter(name);
        counter.append(1, 1);
        trace.finish(10);
        return Traces.finished(trace).counters().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "waiting for the lock, waiting for the lock, wait: lock",
        "waiting for front matter, waiting for front matter, wait: front matter",
        "worker with the lock, lock token, lock token",
        "heap MB of process 2, heap, heap",
        "bytes of heap used, heap used, heap used",
        "bytes sent, bytes sent, bytes sent",
        "'CPU of the JVM, % (thousandths)', 'CPU of the JVM, %', 'CPU of JVM, %'",
        "Java threads, Java threads, Java threads"
    })
    void a_counter_has_a_name_and_a_shorter_one_where_there_is_no_room(
            String counted, String title, String brief) {
        CounterView counter = counter(counted);
        CounterLook look = CounterLook.of(counter);
        assertThat(look.title(counter)).isEqualTo(title);
        assertThat(look.briefTitle(counter)).isEqualTo(brief);
    }

    @ParameterizedTest
    @CsvSource({
        "CPU here, 195",
        "odd (thousandths), 125",
        "odd (thousandths), -2000",
        "heap MB, 148",
        "bytes sent, 9000000000",
        "queue, 7"
    })
    void the_number_behind_a_figure_is_the_figure(String counted, long value) {
        CounterLook look = CounterLook.of(counter(counted));
        assertThat(look.amount(value)).isEqualTo(Double.parseDouble(look.figure(value)));
    }
}
