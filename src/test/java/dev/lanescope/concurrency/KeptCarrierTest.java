package dev.lanescope.concurrency;

import static dev.lanescope.concurrency.KnobsContractTest.ITEMS;
import static dev.lanescope.concurrency.KnobsContractTest.LONG_ENOUGH;
import static dev.lanescope.concurrency.KnobsContractTest.items;
import static dev.lanescope.concurrency.KnobsContractTest.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Wait;
import dev.lanescope.concurrency.knobs.Knobs;

import jdk.management.VirtualThreadSchedulerMXBean;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A page that loops on a virtual thread keeps a carrier of the whole JVM.
class KeptCarrierTest {

    @Test
    void a_carrier_that_a_page_keeps_is_made_up_for_until_the_page_comes_back() throws Exception {
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        int before = scheduler.getParallelism();
        var loops = Trouble.loopsAt(0);
        var back = new CountDownLatch(1);
        scheduler.setParallelism(1);
        try {
            var knobs = Knobs.STANDARD.withPageTimeout(Duration.ofMillis(200));
            var work = new Sums(loops);
            assertThat(
                            model("virtual-threads")
                                    .run(
                                            work,
                                            items(),
                                            new Orders(2, knobs),
                                            Observer.nobody(),
                                            new StopSignal())
                                    .subList(1, ITEMS))
                    .hasOnlyElementsOfType(Outcome.Done.class);
            assertThat(scheduler.getParallelism()).isEqualTo(2);
            loops.letGo();
            Wait.until(() -> scheduler.getParallelism() == 1);
            Thread.startVirtualThread(back::countDown);
            assertThat(back.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            loops.letGo();
            scheduler.setParallelism(before);
        }
    }
}
