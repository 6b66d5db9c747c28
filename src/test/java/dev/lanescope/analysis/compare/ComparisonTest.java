package dev.lanescope.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.StudyMark;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Settings against a baseline: what is a verdict, what is none, and why.
class ComparisonTest {

    @Test
    void another_setting_can_be_the_baseline_and_ratios_and_standings_follow() {
        var runs = new ArrayList<Snapshot>();
        for (int repeat = 0; repeat < 5; repeat++) {
            runs.add(run("sequential", 1, 100, "a"));
            runs.add(run("gil", 2, 95, "a"));
            runs.add(run("fixed-pool", 2, 50, "a"));
        }
        Comparison usual = Comparison.of(runs);
        assertThat(usual.rows().stream().map(usual::standing).map(Optional::orElseThrow))
                .containsExactly(Standing.BASELINE, Standing.SIMILAR, Standing.IMPROVED);
        Comparison other = usual.against(usual.contenders().get(2));
        assertThat(other.rows().getFirst().speedUp().value()).isEqualTo(0.5);
        assertThat(other.rows().stream().map(other::standing).map(Optional::orElseThrow))
                .containsExactly(Standing.DEGRADED, Standing.DEGRADED, Standing.BASELINE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usual.against(new Contender(List.of(run("gil", 3, 9, "a")))))
                .withMessageContaining("not among them");
    }

    @Test
    void runs_of_the_same_setting_are_repeats() {
        var runs =
                List.of(
                        run("sequential", 1, 100, "a"),
                        run("gil", 2, 90, "a"),
                        run("gil", 2, 80, "a"));
        var comparison = Comparison.of(runs);
        assertThat(comparison.contenders())
                .extracting(each -> each.runs().size())
                .containsExactly(1, 2);
        assertThat(comparison.baseline().isSequential()).isTrue();
        assertThat(comparison.contenders().get(1).median().endNanos()).isEqualTo(80);
    }

    @Test
    void five_runs_apart_from_five_others_show_a_difference() {
        var comparison = Comparison.of(repeats(1000, 500));
        Comparison.Row pool = comparison.rows().get(1);
        assertThat(pool.speedUp().value()).isEqualTo(1004.0 / 504);
        assertThat(pool.speedUp().low()).isLessThan(2).isGreaterThan(1.9);
        assertThat(pool.verdict()).isEqualTo(Verdict.CLEARLY_FASTER);
        assertThat(comparison.efficiency(pool)).hasValue(pool.speedUp().value() / 2);
        var other = comparison.against(comparison.contenders().get(1));
        assertThat(other.efficiency(other.rows().getFirst()))
                .as("over two lanes, which is no efficiency")
                .isEmpty();
        assertThat(pool.stack().orElseThrow().closes()).isTrue();
        assertThat(comparison.cautions()).isEmpty();
    }

    @Test
    void runs_that_overlap_show_none() {
        var runs = new ArrayList<Snapshot>();
        for (long nanos : new long[] {1000, 1300, 900, 1250, 1100, 980}) {
            runs.add(run("sequential", 1, nanos, "a"));
            runs.add(run("fixed-pool", 2, 2200 - nanos, "a"));
        }
        assertThat(Comparison.of(runs).rows().get(1).verdict()).isEqualTo(Verdict.NO_DIFFERENCE);
    }

    @Test
    void what_is_hardly_faster_or_slower_does_not_pay() {
        assertThat(verdict(1000, 950)).isEqualTo(Verdict.HARDLY_FASTER);
        assertThat(verdict(1000, 800)).isEqualTo(Verdict.FASTER);
        assertThat(verdict(1000, 1500)).isEqualTo(Verdict.SLOWER);
    }

    @Test
    void the_whole_interval_decides_and_not_the_figure_in_its_middle() {
        var runs = new ArrayList<Snapshot>();
        for (long nanos : new long[] {300, 450, 500, 700, 950}) {
            runs.add(run("sequential", 1, 990 + nanos / 100, "a"));
            runs.add(run("fixed-pool", 2, nanos, "a"));
        }
        Comparison.Row pool = Comparison.of(runs).rows().get(1);
        assertThat(pool.speedUp().value()).isGreaterThan(1.9);
        assertThat(pool.speedUp().low()).isBetween(1.0, 1.1);
        assertThat(pool.verdict()).isEqualTo(Verdict.SOMEWHAT_FASTER);
    }

    @Test
    void the_more_settings_are_tried_the_more_it_takes_to_show_a_difference() {
        var runs = new ArrayList<Snapshot>();
        for (int repeat = 0; repeat < 8; repeat++) {
            runs.add(run("sequential", 1, 1000 + 20 * repeat, "a"));
            runs.add(run("fixed-pool", 2, 930 + 20 * repeat, "a"));
        }
        Ratio alone = Comparison.of(runs).rows().get(1).speedUp();
        for (int workers = 3; workers < 13; workers++) {
            for (int repeat = 0; repeat < 8; repeat++) {
                runs.add(run("fixed-pool", workers, 1000 + 20 * repeat, "a"));
            }
        }
        Ratio amongMany = Comparison.of(runs).rows().get(1).speedUp();
        assertThat(amongMany.value()).isEqualTo(alone.value());
        assertThat(amongMany.low()).isLessThan(alone.low());
        assertThat(amongMany.high()).isGreaterThan(alone.high());
    }

    private static Verdict verdict(long sequential, long pool) {
        return Comparison.of(repeats(sequential, pool)).rows().get(1).verdict();
    }

    @Test
    void few_runs_decide_nothing_and_that_is_said() {
        var comparison =
                Comparison.of(List.of(run("sequential", 1, 100, "a"), run("gil", 2, 50, "a")));
        assertThat(comparison.rows().get(1).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(comparison.cautions())
                .contains(
                        "1 repeat cannot carry an interval; 5 would. Where there are fewer, no"
                                + " verdict is given.");
        assertThat(comparison.standing(comparison.rows().get(1)))
                .as("improved by chance, perhaps")
                .isEmpty();
    }

    @Test
    void five_repeats_decide_nothing_among_twenty_settings_and_six_do() {
        Comparison five = ofMany(5);
        assertThat(five.rows()).allMatch(row -> row.verdict() == Verdict.UNDECIDED);
        assertThat(five.cautions())
                .contains(
                        "5 repeats cannot carry 95 % certainty for 20 settings at once; 6 would."
                                + " Where there are fewer, no verdict is given.");
        Comparison six = ofMany(6);
        assertThat(six.rows().getLast().verdict()).isEqualTo(Verdict.CLEARLY_FASTER);
        assertThat(six.cautions()).isEmpty();
    }

    /// Twenty settings twice as fast as the sequential one.
    private static Comparison ofMany(int repeats) {
        var runs = new ArrayList<Snapshot>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            runs.add(run("sequential", 1, 1000 + repeat, "a"));
            for (int workers = 2; workers < 22; workers++) {
                runs.add(run("fixed-pool", workers, 500 + repeat, "a"));
            }
        }
        return Comparison.of(runs);
    }

    @Test
    void other_bytes_are_no_comparison() {
        var comparison =
                Comparison.of(List.of(run("sequential", 1, 100, "a"), run("gil", 2, 50, "b")));
        assertThat(comparison.objections())
                .containsExactly("The runs did not write the same bytes.");
        assertThat(comparison.rows().get(1).verdict()).isEqualTo(Verdict.NONE);
        assertThat(comparison.rows().get(1).stack()).isEmpty();
    }

    @Test
    void a_run_that_left_pages_out_is_no_comparison() {
        Snapshot half = snapshot("gil", 2, 50, "a", 1);
        var comparison = Comparison.of(List.of(run("sequential", 1, 100, "a"), half));
        assertThat(comparison.objections()).contains("Not every run finished all of its pages.");
    }

    @Test
    void without_a_sequential_run_the_first_is_the_baseline() {
        var comparison =
                Comparison.of(List.of(run("gil", 2, 100, "a"), run("fixed-pool", 2, 50, "a")));
        assertThat(comparison.baseline().info().model()).isEqualTo("gil");
        assertThat(comparison.rows().get(1).stack()).isEmpty();
    }

    @Test
    void what_stands_beside_a_study_changes_nothing_that_it_says() {
        List<Snapshot> study =
                repeats(1000, 500).stream().map(run -> marked(run, "5f2c71a9")).toList();
        Comparison alone = Comparison.of(study);
        var later = new ArrayList<>(study);
        later.addFirst(run("sequential", 1, 10, "a"));
        later.add(run("fixed-pool", 2, 5000, "a"));
        later.add(run("gil", 2, 900, "a"));
        Comparison beside = Comparison.of(later);
        assertThat(beside.baseline().runs()).isEqualTo(alone.baseline().runs());
        Comparison.Row before = alone.rows().get(1);
        Comparison.Row after =
                beside.rows().stream()
                        .filter(row -> row.contender().study().equals("5f2c71a9"))
                        .toList()
                        .get(1);
        assertThat(after.speedUp()).isEqualTo(before.speedUp());
        assertThat(after.pageSpeedUp()).isEqualTo(before.pageSpeedUp());
        assertThat(after.wallNanos()).isEqualTo(before.wallNanos());
        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(beside.tooFew()).isEqualTo(alone.tooFew()).isEmpty();
        assertThat(beside.contenders())
                .extracting(Contender::shortTitle)
                .containsExactly(
                        "sequential \u00d7 1, by itself",
                        "sequential \u00d7 1, study 5f2c71a9",
                        "fixed-pool \u00d7 2, study 5f2c71a9",
                        "fixed-pool \u00d7 2, by itself",
                        "gil \u00d7 2, by itself");
        assertThat(beside.cautions()).anyMatch(each -> each.startsWith("3 settings stand beside"));
        assertThat(alone.contenders()).allMatch(each -> each.apart().isEmpty());
    }

    @Test
    void runs_of_two_studies_are_no_repeats_of_each_other() {
        List<Snapshot> runs =
                List.of(
                        marked(run("sequential", 1, 100, "a"), "00000001"),
                        marked(run("sequential", 1, 200, "a"), "00000002"),
                        marked(run("sequential", 1, 300, "a"), "00000001"));
        assertThat(Contender.group(runs))
                .extracting(Contender::walls)
                .containsExactly(List.of(100.0, 300.0), List.of(200.0));
    }

    @Test
    void a_cold_run_is_no_repeat_of_warm_ones_and_both_say_what_they_were() {
        List<Snapshot> runs =
                List.of(
                        run("fixed-pool", 2, 420, 0),
                        run("fixed-pool", 2, 28, WARM),
                        run("fixed-pool", 2, 30, WARM),
                        run("gil", 2, 60, WARM));
        assertThat(Contender.group(runs))
                .extracting(Contender::title)
                .containsExactly("fixed-pool × 2, cold", "fixed-pool × 2, warm", "gil × 2");
        assertThat(Contender.group(runs))
                .extracting(Contender::walls)
                .containsExactly(List.of(420.0), List.of(28.0, 30.0), List.of(60.0));
        assertThat(Contender.group(runs).getFirst().name()).isEqualTo("fixed-pool, cold");
        assertThat(Comparison.of(runs).cautions())
                .contains(
                        "Some runs were cold and others warm: part of the difference is the"
                                + " compiler.");
    }

    @Test
    void the_warm_sequential_runs_are_the_baseline_of_warm_runs_and_the_cold_ones_of_cold_runs() {
        Snapshot cold = run("sequential", 1, 900, 0);
        Snapshot warm = run("sequential", 1, 100, WARM);
        Snapshot warmPool = run("fixed-pool", 2, 50, WARM);
        Snapshot coldPool = run("fixed-pool", 2, 50, 0);
        assertThat(Comparison.of(List.of(cold, warm, warmPool)).baseline().median()).isSameAs(warm);
        assertThat(Comparison.of(List.of(cold, warm, coldPool)).baseline().median()).isSameAs(cold);
    }

    @Test
    void runs_of_a_study_took_turns_and_stay_together_while_the_compiler_is_at_work() {
        List<Snapshot> runs =
                List.of(
                        marked(run("gil", 2, 500, 0), "00000001"),
                        marked(run("gil", 2, 100, WARM - 1), "00000001"),
                        marked(run("gil", 2, 90, WARM), "00000001"));
        assertThat(Contender.group(runs))
                .extracting(Contender::title)
                .containsExactly("gil × 2, cold", "gil × 2, not cold");
        assertThat(Contender.group(runs).getLast().walls()).containsExactly(100.0, 90.0);
    }

    private static final long WARM = RunInfo.WARM_PAGES;

    private static Snapshot run(String model, int workers, long nanos, long renderedBefore) {
        return snapshot(model, workers, nanos, "a", 2, renderedBefore);
    }

    private static Snapshot marked(Snapshot run, String study) {
        return run.withFacts(List.of(new StudyMark(study, 1, 5).fact()));
    }

    /// Five runs of each, in turns, 1 ns apart.
    private static List<Snapshot> repeats(long sequential, long pool) {
        var runs = new ArrayList<Snapshot>();
        for (int repeat = 2; repeat < 7; repeat++) {
            runs.add(run("sequential", 1, sequential + repeat, "a"));
            runs.add(run("fixed-pool", 2, pool + repeat, "a"));
        }
        return runs;
    }

    private static Snapshot run(String model, int workers, long nanos, String hash) {
        return snapshot(model, workers, nanos, hash, 2);
    }

    /// A run of two pages on as many lanes as workers, of which some are written.
    private static Snapshot snapshot(
            String model, int workers, long nanos, String hash, int written) {
        long before = Traces.info(workers, 2).renderedBefore();
        return snapshot(model, workers, nanos, hash, written, before);
    }

    private static Snapshot snapshot(
            String model, int workers, long nanos, String hash, int written, long renderedBefore) {
        RunInfo usual = Traces.info(workers, 2);
        var info =
                new RunInfo(
                        model,
                        model,
                        workers,
                        usual.setting(),
                        usual.content(),
                        usual.contentBytes(),
                        usual.started(),
                        renderedBefore,
                        usual.states(),
                        usual.items(),
                        usual.phases(),
                        List.of(new Fact("Output hash", hash)));
        var trace = new Trace(info, Traces.IDLE);
        IntStream.range(0, workers).forEach(trace::lane);
        for (int item = 0; item < written; item++) {
            trace.lane(0).append(item * nanos / 3, Traces.WRITE, item, 0);
        }
        trace.lane(0).append(2 * nanos / 3, Traces.IDLE, -1, 0);
        trace.finish(nanos);
        return Traces.finished(trace);
    }
}
