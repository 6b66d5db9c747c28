package dev.lanescope.concurrency.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jdk.management.VirtualThreadSchedulerMXBean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import java.lang.management.ManagementFactory;

/// However pages hang and come back, the JVM has as many carriers afterwards as before.
@Isolated("the carriers are everybody's")
class SpareCarrierTest {

    /// More threads a ForkJoinPool, which the scheduler is, never has.
    private static final int MOST = 32_767;

    private final VirtualThreadSchedulerMXBean scheduler =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    private final SpareCarrier spare = new SpareCarrier();
    private int before;

    @BeforeEach
    void count() {
        assumeTrue(scheduler != null, "skipped: this JDK does not let carriers be counted");
        before = scheduler.getParallelism();
    }

    @AfterEach
    void restore() {
        scheduler.setParallelism(before);
    }

    @Test
    void one_that_was_given_is_taken_back_once() {
        spare.give();
        assertThat(scheduler.getParallelism()).isEqualTo(before + 1);
        spare.takeBack();
        spare.takeBack();
        assertThat(scheduler.getParallelism()).isEqualTo(before);
    }

    @Test
    void one_that_could_not_be_given_is_not_taken_back() {
        scheduler.setParallelism(MOST);
        spare.give();
        assertThat(scheduler.getParallelism()).isEqualTo(MOST);
        spare.takeBack();
        assertThat(scheduler.getParallelism()).isEqualTo(MOST);
    }
}
