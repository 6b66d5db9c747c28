package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

/// What a setting would be without its losses, and who of them has which share in that.
class CounterfactualsTest {

    @ParameterizedTest
    @MethodSource("dev.lanescope.trace.Traces#seeds")
    void the_shares_come_to_what_is_gained_without_all_losses(long seed) {
        Counterfactuals.Told told = told(random(seed, 3, 4));
        double shares = told.parts().stream().mapToDouble(Counterfactuals.Part::share).sum();
        assertThat(told.replayed() + shares).isCloseTo(told.all().speedUp(), within(1e-9));
        assertThat(told.parts()).hasSizeGreaterThan(2);
        assertThat(told.runs()).isEqualTo(3);
        assertThat(told.parts())
                .allSatisfy(part -> {
                    assertThat(part.share()).isBetween(part.shareLow(), part.shareHigh());
                    assertThat(part.alone().speedUp())
                            .isBetween(part.alone().low(), part.alone().high());
                });
    }

    /// Both pages of 50, alone and beside each other; what the pool loses is written into it.
    @Test
    void a_loss_that_is_alone_has_the_whole_share() {
        Snapshot one = run("sequential", 2, "write@0 50, write@1 50");
        Snapshot pool = run("fixed-pool", 2, "starting 50, write@0 50", "starting 50, write@1 50");
        Counterfactuals.Told told = told(List.of(one, pool));
        assertThat(told.replayed()).isEqualTo(1);
        assertThat(told.measured()).isEqualTo(1);
        assertThat(told.all().speedUp()).isEqualTo(2);
        assertThat(told.parts()).hasSize(1);
        assertThat(told.parts().getFirst().part()).isEqualTo(StackPart.START_UP);
        assertThat(told.parts().getFirst().share()).isEqualTo(1);
        assertThat(told.parts().getFirst().sentence(1))
                .isEqualTo(
                        "Without start-up, alone: 2.00 (1.33 to 2.00). Its share of what all bring:"
                                + " +1.00. Predicted: workers are there at once.");
    }

    @Test
    void more_lanes_than_processors_are_not_replayed() {
        Comparison comparison = Comparison.of(random(1, 1, 2));
        assertThat(Counterfactuals.of(comparison.rows().get(1), comparison))
                .isInstanceOfSatisfying(
                        Counterfactuals.Withheld.class,
                        withheld ->
                                assertThat(withheld.why())
                                        .startsWith("It had 3 lanes on 2 processors"));
    }

    @Test
    void a_run_that_the_replay_does_not_understand_is_not_told_about() {
        Snapshot one = run("sequential", 2, "write@0 50, write@1 50");
        Snapshot odd = run("fixed-pool", 2, "write@0 50, lock 150", "lock 150, write@1 50");
        Comparison comparison = Comparison.of(List.of(one, odd));
        assertThat(Counterfactuals.of(comparison.rows().get(1), comparison))
                .isInstanceOfSatisfying(
                        Counterfactuals.Withheld.class,
                        withheld ->
                                assertThat(withheld.why()).startsWith("The replay misses the run"));
    }

    @Test
    void who_is_interrupted_gives_up() {
        Comparison comparison = Comparison.of(random(1, 1, 4));
        Comparison.Row row = comparison.rows().get(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Counterfactuals.of(row, comparison))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Counterfactuals.Told told(List<Snapshot> runs) {
        Comparison comparison = Comparison.of(runs);
        assertThat(comparison.objections()).isEmpty();
        Counterfactuals answer = Counterfactuals.of(comparison.rows().get(1), comparison);
        assertThat(answer).isInstanceOf(Counterfactuals.Told.class);
        return (Counterfactuals.Told) answer;
    }

    /// A sequential run of some forty pages, and a pool of three that takes them from a queue and
    /// loses some time at each turn.
    private static List<Snapshot> random(long seed, int repeats, int processors) {
        var random = new Random(seed);
        int pages = 30 + random.nextInt(20);
        int[] parse = random.ints(pages, 500, 2000).toArray();
        var one = new StringBuilder("starting 1");
        for (int page = 0; page < pages; page++) {
            one.append(
                    ", read@%d 100, parse@%d %d, write@%d 100"
                            .formatted(page, page, parse[page], page));
        }
        var runs = new ArrayList<Snapshot>();
        runs.add(run("sequential", processors, one.toString()));
        for (int repeat = 0; repeat < repeats; repeat++) {
            runs.add(run("fixed-pool", processors, pool(parse, random)));
        }
        return runs;
    }

    private static String[] pool(int[] parse, Random random) {
        long[] at = new long[3];
        var lanes = new String[3];
        for (int lane = 0; lane < lanes.length; lane++) {
            at[lane] = 500L + random.nextInt(1000);
            lanes[lane] = "starting " + at[lane];
        }
        for (int page = 0; page < parse.length; page++) {
            int lane = 0;
            for (int other = 1; other < lanes.length; other++) {
                lane = at[other] < at[lane] ? other : lane;
            }
            int queue = 1 + random.nextInt(60);
            int read = 80 + random.nextInt(200);
            int compute = parse[page] + random.nextInt(500);
            int write = 80 + random.nextInt(200);
            lanes[lane] +=
                    ", queue %d, read@%d %d, parse@%d %d, write@%d %d"
                            .formatted(queue, page, read, page, compute, page, write);
            at[lane] += queue + read + compute + write;
        }
        long end = 1 + Arrays.stream(at).max().orElseThrow();
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane] += ", idle " + (end - at[lane]);
        }
        return lanes;
    }

    private static Snapshot run(String model, int processors, String... lanes) {
        Snapshot made = Traces.of(lanes);
        RunInfo info = made.info();
        var named =
                new RunInfo(
                        model,
                        model,
                        info.workers(),
                        info.setting(),
                        info.content(),
                        info.contentBytes(),
                        info.started(),
                        info.renderedBefore(),
                        info.states(),
                        info.items(),
                        info.phases(),
                        List.of(
                                new Fact("Processor", "made, " + processors + " cores"),
                                new Fact("Output hash", "the same")));
        return new Snapshot(
                named,
                made.lanes(),
                made.counters(),
                made.remarks(),
                made.jvm(),
                made.notes(),
                made.endNanos(),
                made.finished());
    }
}
