package dev.lanescope.recording.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.JvmEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What comes in pieces is put together by what lies in what.
class HappeningsTest {

    private final Happenings happenings = new Happenings();

    @Test
    void a_stop_with_a_pause_in_it_is_a_collection_and_bears_the_collectors_name() {
        happenings.paused(7, "GC Pause", 120);
        happenings.collected(7, "G1New");
        happenings.stood("G1CollectForAllocation", 100, 150);
        assertThat(happenings.settled())
                .containsExactly(new JvmEvent(JvmEvent.Kind.COLLECTION, "G1New", 100, 150));
    }

    @Test
    void a_pause_whose_collector_has_no_name_yet_keeps_its_own() {
        happenings.paused(8, "Pause Mark End", 120);
        happenings.stood("XMarkEnd", 100, 150);
        assertThat(happenings.settled())
                .containsExactly(
                        new JvmEvent(JvmEvent.Kind.COLLECTION, "Pause Mark End", 100, 150));
    }

    @Test
    void a_stop_of_a_collection_that_tells_its_pauses_at_its_end_is_known_by_its_name() {
        happenings.stood("G1PauseRemark", 100, 150);
        List<JvmEvent> told = happenings.settled();
        happenings.paused(8, "Pause Remark", 120);
        happenings.collected(8, "G1Old");
        assertThat(told)
                .containsExactly(new JvmEvent(JvmEvent.Kind.COLLECTION, "G1PauseRemark", 100, 150));
        assertThat(happenings.settled()).isEmpty();
    }

    /// Between the end of a pause and the end of its stop, what was told until then may be given.
    @Test
    void a_stop_that_is_told_only_after_its_pause_was_given_up_for_is_a_collection_all_the_same() {
        happenings.paused(7, "GC Pause", 120);
        happenings.collected(7, "ParallelOld");
        assertThat(happenings.settled()).isEmpty();
        happenings.stood("ParallelCollectForAllocation", 100, 150);
        assertThat(happenings.settled())
                .containsExactly(new JvmEvent(JvmEvent.Kind.COLLECTION, "ParallelOld", 100, 150));
    }

    @Test
    void a_pause_waits_for_its_stop_no_longer_than_that() {
        happenings.paused(7, "GC Pause", 120);
        happenings.settled();
        happenings.settled();
        happenings.stood("ThreadDump", 100, 150);
        assertThat(happenings.settled())
                .containsExactly(new JvmEvent(JvmEvent.Kind.SAFEPOINT, "ThreadDump", 100, 150));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SerialCollectForAllocation",
                "ParallelGCCollect",
                "GenCollectForAllocation",
                "CollectForMetadataAllocation"
            })
    void a_stop_of_a_collector_whose_pause_was_never_told_is_a_collection(String operation) {
        happenings.stood(operation, 100, 150);
        assertThat(happenings.settled())
                .containsExactly(new JvmEvent(JvmEvent.Kind.COLLECTION, operation, 100, 150));
    }

    @Test
    void a_stop_without_a_pause_is_another_stop() {
        happenings.paused(7, "GC Pause", 220);
        happenings.stood("ThreadDump", 100, 150);
        happenings.stood("G1CollectFull", 200, 250);
        assertThat(happenings.settled())
                .extracting(JvmEvent::kind)
                .containsExactly(JvmEvent.Kind.SAFEPOINT, JvmEvent.Kind.COLLECTION);
    }

    @Test
    void what_began_before_the_run_counts_from_its_beginning() {
        happenings.compiled("C2 A.a", -50, 30);
        happenings.compiled("C1 B.b", -50, -10);
        assertThat(happenings.settled())
                .containsExactly(new JvmEvent(JvmEvent.Kind.COMPILATION, "C2 A.a", 0, 30));
    }

    @Test
    void everything_is_told_once_and_by_start() {
        happenings.compiled("C1 B.b", 20, 90);
        happenings.compiled("C2 A.a", 10, 95);
        assertThat(happenings.settled()).extracting(JvmEvent::startNanos).containsExactly(10L, 20L);
        assertThat(happenings.settled()).isEmpty();
    }
}
