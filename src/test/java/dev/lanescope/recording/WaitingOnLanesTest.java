package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Waiting is called by its name on real runs: who shares a lock waits for it, nobody else does.
class WaitingOnLanesTest {

    /// Pages that compute for long against what they read and write, during which the lock is free.
    private static final Knobs HEAVY = Knobs.STANDARD.withCpuWeight(60).withWarmUp(1);

    /// During these the lock is free.
    private static final Set<String> FILES = Set.of("read", "write");

    @TempDir Path temp;

    private Snapshot trace(String model, Knobs knobs) throws Exception {
        var site = SiteScanner.scan(Folders.withPages(temp, 60), ScanProgress.NONE);
        var experiment =
                new Experiment(site, temp.resolve("out"), Models.byId(model).orElseThrow(), 2);
        return new Run(experiment.with(knobs)).carryOut().trace();
    }

    /// Whatever else the machine does: what they compute under the lock fits one after the other
    /// into the run. A busy machine may start one of them so late that it hardly waits: one run of
    /// several has to show both waiting.
    @Test
    void two_workers_under_one_lock_never_compute_at_once_and_each_waits_for_the_other()
            throws Exception {
        List<List<Double>> shares = new ArrayList<>();
        do {
            Snapshot trace = trace("gil", HEAVY);
            assertThat(computed(trace, 0) + computed(trace, 1))
                    .isPositive()
                    .isLessThanOrEqualTo(trace.endNanos());
            shares.add(List.of(shareWaited(trace, 0), shareWaited(trace, 1)));
        } while (!isMuch(shares.getLast()) && shares.size() < 20);
        assertThat(shares).anyMatch(WaitingOnLanesTest::isMuch);
    }

    private static boolean isMuch(List<Double> shares) {
        return shares.stream().allMatch(share -> 0.1 <= share && share <= 0.9);
    }

    private static double shareWaited(Snapshot trace, int lane) {
        long waited = nanos(trace, lane, state -> state.kind() == State.Kind.LOCK);
        return waited / (double) (waited + computed(trace, lane));
    }

    private static long computed(Snapshot trace, int lane) {
        return nanos(trace, lane, state -> state.kind().isWork() && !FILES.contains(state.name()));
    }

    private static long nanos(Snapshot trace, int lane, Predicate<State> which) {
        var time = LaneTime.of(trace);
        assertThat(time.lanes()).isEqualTo(2);
        List<State> states = trace.info().states();
        return IntStream.range(0, states.size())
                .filter(state -> which.test(states.get(state)))
                .mapToLong(state -> time.nanos(lane, state))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"isolated", "fixed-pool", "staged"})
    void who_shares_no_lock_waits_for_none(String model) throws Exception {
        assertThat(LaneTime.of(trace(model, Knobs.STANDARD)).nanos(State.Kind.LOCK)).isZero();
    }

    /// What a virtual thread waits for lies on no lane; but a carrier that has nothing to do
    /// because all of them wait for the disk does not wait for work.
    @Test
    void a_carrier_without_a_page_because_the_disk_has_them_all_waits_for_the_disk()
            throws Exception {
        Duration latency = Duration.ofMillis(40);
        Snapshot trace = trace("virtual-threads", Knobs.STANDARD.withLatency(latency, latency));
        LaneView lane = trace.lanes().getFirst();
        int first = spanOf(trace, lane, "read");
        assertThat(trace.state(lane.state(first - 1)).name()).isEqualTo("waiting for I/O");
        assertThat(LaneTime.of(trace).nanos(State.Kind.IO)).isPositive();
    }

    private static int spanOf(Snapshot trace, LaneView lane, String state) {
        return IntStream.range(1, lane.size())
                .filter(span -> trace.state(lane.state(span)).name().equals(state))
                .findFirst()
                .orElseThrow();
    }
}
