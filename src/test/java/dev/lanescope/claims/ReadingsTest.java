package dev.lanescope.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.compare.Contender;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.Costs;
import dev.lanescope.lab.Figure;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Run;
import dev.lanescope.recording.faults.FaultVerdict;
import dev.lanescope.recording.faults.FaultVerdict.Loss;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What measures come to, out of real runs and of what trials and the lab told.
class ReadingsTest {

    private static final Measure POOL =
            new Measure.SpeedUp(Side.jvm("fixed-pool"), Side.jvm("gil"));

    @TempDir Path place;
    private Site site;

    @BeforeEach
    void write() throws Exception {
        Path content = Files.createDirectory(place.resolve("content"));
        for (int page = 0; page < 20; page++) {
            Files.writeString(content.resolve("page-" + page + ".md"), "# Page\n\nSome *text*.\n");
        }
        site = SiteScanner.scan(content, ScanProgress.NONE);
    }

    private Snapshot run(String model, int workers, Knobs knobs) throws Exception {
        var experiment =
                new Experiment(
                                site,
                                place.resolve("out"),
                                Models.byId(model).orElseThrow(),
                                workers)
                        .with(knobs);
        return new Run(experiment).carryOut().trace();
    }

    private Snapshot run(String model, int workers) throws Exception {
        return run(model, workers, Knobs.STANDARD);
    }

    private static Here here() {
        return new Here("this machine", 2, "content", 20, List.of(), false);
    }

    private static List<Reading> read(Measure measure, List<Snapshot> runs) {
        return Readings.of(List.of(measure), Contender.group(runs), here()).stream()
                .filter(each -> each.key().equals(measure.key()))
                .toList();
    }

    @Test
    void one_model_is_held_against_the_other_with_as_many_workers_as_processors() throws Exception {
        var runs = new ArrayList<Snapshot>();
        for (int round = 0; round < 5; round++) {
            runs.add(run("sequential", 1));
            runs.add(run("fixed-pool", 2));
            runs.add(run("fixed-pool", 3));
            runs.add(run("gil", 2));
        }
        Reading reading = read(POOL, runs).getFirst();
        assertThat(reading.repeats()).isEqualTo(5);
        assertThat(reading.isSure()).isTrue();
        assertThat(reading.low()).isLessThanOrEqualTo(reading.value());
        assertThat(reading.what())
                .startsWith("Platform threads \u00d7 2 against Global lock")
                .endsWith("\u00d7 2");
        List<Double> pool = new Contender(runs.subList(1, 2)).walls();
        assertThat(pool).hasSize(1);
        assertThat(Readings.of(List.of(), Contender.group(runs), here()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.key()).isEqualTo(Readings.computing("sequential"));
                    assertThat(each.repeats()).as("a share for each run").isEqualTo(5);
                    assertThat(each.low()).isLessThanOrEqualTo(each.high());
                    assertThat(each.value()).isBetween(0.0, 1.0);
                });
    }

    @Test
    void runs_with_other_knobs_or_workers_or_of_nothing_give_no_reading() throws Exception {
        Snapshot gil = run("gil", 2);
        assertThat(read(POOL, List.of(gil))).isEmpty();
        assertThat(read(POOL, List.of(gil, run("fixed-pool", 3)))).isEmpty();
        Snapshot heavy = run("fixed-pool", 2, Knobs.STANDARD.withCpuWeight(2));
        assertThat(read(POOL, List.of(gil, heavy))).isEmpty();
        assertThat(read(POOL, List.of(gil, run("fixed-pool", 2)))).hasSize(1);
    }

    @Test
    void runs_that_did_not_do_the_same_give_no_reading() throws Exception {
        Snapshot gil = run("gil", 2);
        Files.writeString(place.resolve("content/page-0.md"), "# Another page\n");
        site = SiteScanner.scan(place.resolve("content"), ScanProgress.NONE);
        assertThat(read(POOL, List.of(gil, run("fixed-pool", 2)))).isEmpty();
    }

    @Test
    void the_best_number_of_workers_is_held_against_each_other_one() throws Exception {
        var best = new Measure.BestWorkers(Side.jvm("fixed-pool"), 2);
        var runs = new ArrayList<Snapshot>();
        for (int workers = 1; workers <= 4; workers++) {
            runs.add(run("fixed-pool", workers));
        }
        assertThat(read(best, runs))
                .extracting(Reading::what)
                .containsExactly(
                        "Platform threads \u00d7 4 against Platform threads \u00d7 1",
                        "Platform threads \u00d7 4 against Platform threads \u00d7 2",
                        "Platform threads \u00d7 4 against Platform threads \u00d7 3");
        assertThat(read(best, runs.subList(0, 3))).as("4 was not run").isEmpty();
    }

    private static Measure slowed() {
        return new Measure.SpeedUp(
                Side.jvm("fixed-pool"),
                Side.jvm("sequential"),
                ClaimExperiment.Crew.CORES,
                Way.WAITING);
    }

    @Test
    void runs_with_a_slow_disk_tell_what_waits_and_nothing_of_what_computes() throws Exception {
        Knobs slow = Way.WAITING.knobs();
        List<Snapshot> runs = List.of(run("sequential", 1, slow), run("fixed-pool", 2, slow));
        var usual = new Measure.SpeedUp(Side.jvm("fixed-pool"), Side.jvm("sequential"));
        assertThat(read(usual, runs)).isEmpty();
        double ratio = (double) runs.getFirst().endNanos() / runs.getLast().endNanos();
        assertThat(read(slowed(), runs))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.key()).isEqualTo("fixed-pool/sequential~waiting");
                    assertThat(each.value()).isCloseTo(ratio, within(1e-9));
                });
        assertThat(Readings.of(List.of(slowed()), Contender.group(runs), here()))
                .as("and nothing of what part of its time one computes")
                .hasSize(1);
        List<Snapshot> fast = List.of(run("sequential", 1), run("fixed-pool", 2));
        assertThat(read(slowed(), fast)).isEmpty();
        assertThat(read(usual, fast)).hasSize(1);
    }

    @Test
    void one_worker_is_held_against_one() throws Exception {
        Measure one = Measure.SpeedUp.ofOne(Side.jvm("fixed-pool"), Side.jvm("gil"));
        assertThat(one.key()).isEqualTo("fixed-pool/gil*1");
        assertThat(read(one, List.of(run("fixed-pool", 2), run("gil", 2)))).isEmpty();
        assertThat(read(one, List.of(run("fixed-pool", 1), run("gil", 1)))).hasSize(1);
    }

    @Test
    void each_run_says_how_many_processors_it_used() throws Exception {
        var used = new Measure.OfRuns(Quantity.PROCESSORS, Side.jvm("fixed-pool"));
        var runs = new ArrayList<Snapshot>();
        for (int round = 0; round < 3; round++) {
            runs.add(run("fixed-pool", 2));
        }
        assertThat(read(used, runs))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.value()).isBetween(0.01, 2.5);
                    assertThat(each.repeats()).isEqualTo(3);
                    assertThat(each.isSure()).as("6 carry an interval of rounds").isFalse();
                    assertThat(each.what()).contains("Platform threads \u00d7 2");
                });
        assertThat(read(used, List.of(run("fixed-pool", 1)))).isEmpty();
        var start = new Measure.OfRuns(Quantity.WORKER_START, Side.jvm("gil"));
        assertThat(read(start, runs)).isEmpty();
    }

    @Test
    void the_memory_of_a_further_worker_is_all_of_it_round_by_round() {
        var measure = new Measure.WorkerMemory("isolated");
        var costs =
                new Costs(
                        Map.of(
                                Figure.HEAP, List.of(100.0, 300.0, 200.0),
                                Figure.METASPACE, List.of(10.0, 30.0, 20.0),
                                Figure.CHILD_RSS, List.of(9_000.0, 9_000.0, 9_000.0)));
        assertThat(Readings.of(List.of(measure), Map.of("isolated", costs)))
                .singleElement()
                .isEqualTo(new Reading(measure.key(), measure.title(), 220, 110, 330, 3, 6));
        var gaps =
                new Costs(Map.of(Figure.HEAP, List.of(1.0, 2.0), Figure.METASPACE, List.of(1.0)));
        assertThat(Readings.of(List.of(measure), Map.of("isolated", gaps)))
                .as("a round that misses something")
                .isEmpty();
    }

    @Test
    void code_is_counted_in_the_source_that_runs() throws Exception {
        var lines = new Measure.Code("isolated", Measure.Code.Aspect.LINES);
        var failures = new Measure.Code("fixed-pool", Measure.Code.Aspect.FAILURES);
        var other = new Measure.Code("gil", Measure.Code.Aspect.STATES);
        List<Reading> found =
                Trials.of(
                        new ClaimExperiment.Sources(List.of("isolated", "fixed-pool")),
                        List.of(lines, failures, other));
        assertThat(found).extracting(Reading::key).containsExactly(lines.key(), failures.key());
        assertThat(found.getFirst().value()).isGreaterThan(100);
        assertThat(found).allMatch(Reading::isCounted);
    }

    @Test
    void lost_pages_are_counted_and_the_difference_between_models_too() {
        Fault.Kind poison = Fault.Kind.POISONED_STATIC;
        var isolated = new Measure.PagesLost("isolated", poison);
        var pool = new Measure.PagesLost("fixed-pool", poison);
        var fewer = new Measure.FewerLost("isolated", "fixed-pool", poison);
        List<Reading> found =
                Readings.ofFaults(
                        List.of(fewer),
                        Map.of(
                                isolated, new FaultVerdict(Loss.NEIGHBOURS, 20, 0, 0, "broken"),
                                pool, new FaultVerdict(Loss.PROCESS, 48, 0, 0, "")));
        assertThat(found)
                .extracting(Reading::key, Reading::value)
                .containsExactlyInAnyOrder(
                        tuple(isolated.key(), 20.0),
                        tuple(pool.key(), 48.0),
                        tuple(fewer.key(), 28.0));
        assertThat(found).extracting(Reading::what).anyMatch(each -> each.contains("process"));
        assertThat(
                        Readings.ofFaults(
                                List.of(fewer),
                                Map.of(isolated, new FaultVerdict(Loss.PAGE, 1, 0, 0, ""))))
                .hasSize(1);
    }

    @Test
    void costs_are_held_against_each_other_and_what_was_not_measured_gives_nothing() {
        var start = new Measure.CostRatio(Figure.START, "processes", "isolated");
        var bytes = new Measure.Cost("isolated", Figure.RECORDS_BYTES);
        var fast = new Costs(Map.of(Figure.START, List.of(10.0, 11.0, 12.0, 10.5, 11.5)));
        var slow =
                new Costs(
                        Map.of(
                                Figure.START, List.of(100.0, 110.0, 120.0, 105.0, 115.0),
                                Figure.RECORDS_BYTES,
                                        List.of(700.0, 690.0, 700.0, 720.0, 700.0, 700.0)));
        List<Reading> found =
                Readings.of(List.of(start, bytes), Map.of("isolated", fast, "processes", slow));
        assertThat(found)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.value()).isEqualTo(10);
                    assertThat(each.low()).isGreaterThan(5);
                    assertThat(each.repeats()).isEqualTo(5);
                });
        assertThat(Readings.of(List.of(bytes), Map.of("isolated", slow)))
                .singleElement()
                .isEqualTo(
                        new Reading(
                                bytes.key(), "records bytes under isolated", 700, 690, 720, 6, 6));
    }
}
