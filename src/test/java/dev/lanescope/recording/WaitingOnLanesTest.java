package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Waiting is called by its name on real runs: who shares a lock waits for it, nobody else does.
class WaitingOnLanesTest {

    /// Pages that compute for long against what they read and write, during which the lock is free.
    private static final Knobs HEAVY = Knobs.STANDARD.withCpuWeight(60).withWarmUp(1);

    @TempDir Path temp;

    private Snapshot trace(String model, Knobs knobs) throws Exception {
        var site = SiteScanner.scan(Folders.withPages(temp, 60), ScanProgress.NONE);
        var experiment =
                new Experiment(site, temp.resolve("out"), Models.byId(model).orElseThrow(), 2);
        return new Run(experiment.with(knobs)).carryOut().trace();
    }

    /// A machine that is busy may start one of them late, which then waits for less: one run of
    /// several has to show it.
    @Test
    void of_two_workers_under_one_lock_each_waits_about_half_of_its_time_for_it() throws Exception {
        List<List<Double>> shares = new ArrayList<>();
        do {
            Snapshot trace = trace("gil", HEAVY);
            shares.add(List.of(shareWaited(trace, 0), shareWaited(trace, 1)));
        } while (!isAboutHalf(shares.getLast()) && shares.size() < 20);
        assertThat(shares).anyMatch(WaitingOnLanesTest::isAboutHalf);
    }

    private static boolean isAboutHalf(List<Double> shares) {
        return shares.stream().allMatch(share -> 0.3 <= share && share <= 0.7);
    }

    private static double shareWaited(Snapshot trace, int lane) {
        var time = LaneTime.of(trace);
        assertThat(time.lanes()).isEqualTo(2);
        long waited = 0;
        long computed = 0;
        for (int state = 0; state < trace.info().states().size(); state++) {
            State one = trace.info().states().get(state);
            if (one.kind() == State.Kind.LOCK) {
                waited += time.nanos(lane, state);
            } else if (one.kind().isWork() && !Set.of("read", "write").contains(one.name())) {
                computed += time.nanos(lane, state);
            }
        }
        return waited / (double) (waited + computed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isolated", "fixed-pool", "staged"})
    void who_shares_no_lock_waits_for_none(String model) throws Exception {
        assertThat(LaneTime.of(trace(model, Knobs.STANDARD)).nanos(State.Kind.LOCK)).isZero();
    }
}
