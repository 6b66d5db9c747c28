package dev.lanescope.study.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.ComputeAndWait;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.RuleOfThumb;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.Folders;
import dev.lanescope.recording.Run;
import dev.lanescope.study.rules.RulesOfThumb.Work;
import dev.lanescope.trace.Snapshot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Each rule chooses what its author wrote down, and none is judged by what nobody measured.
class RulesOfThumbTest {

    @TempDir Path temp;

    private static RuleOfThumb rule(String source, String title, Work work) {
        return RulesOfThumb.of(work).stream()
                .filter(rule -> rule.source().startsWith(source) && rule.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Work work(int cores, int pages) {
        return new Work(cores, pages, 1_000_000, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 100, cores, 2",
        "2, 100, cores + 1, 3",
        "2, 100, '2 × cores', 4",
        "2, 100, 'min(32, cores + 4)', 6",
        "64, 100, 'min(32, cores + 4)', 32",
        "64, 100, 'min(32, cores)', 32",
        "64, 100, '2 × cores', 128",
        "8, 100, 'min(32, 2 × cores)', 16",
        "8, 100, 'min(32, pages)', 32",
        "8, 7, 'min(32, pages)', 7",
        "8, 100, 'min(max(2, cores), 4, pages)', 4",
        "8, 100, 'min(max(2, 0.75 × cores), 12, pages)', 6",
        "32, 100, 'min(max(2, 0.75 × cores), 16, pages)', 16",
        "1, 100, 'min(max(2, 0.75 × cores), 12, pages)', 2",
        "8, 4, 'min(max(2, 0.75 × cores), 12, pages)', 1",
        "8, 0, 'min(32, pages)', 1",
    })
    void a_rule_chooses_by_processors_and_pages(int cores, int pages, String title, int workers) {
        assertThat(rule("", title, work(cores, pages)).workers()).hasValue(workers);
    }

    @Test
    void who_waits_as_long_as_it_computes_takes_twice_the_processors_by_goetz() {
        var work = new Work(4, 100, 1_000_000, Optional.of(new ComputeAndWait(5_000, 5_000)));
        assertThat(rule("Goetz", "cores × (1 + wait/compute)", work).workers()).hasValue(8);
    }

    @Test
    void without_a_run_of_one_lane_goetz_and_auto_cannot_tell() {
        for (String title : List.of("cores × (1 + wait/compute)", "auto")) {
            RuleOfThumb rule = rule("", title, work(4, 100));
            assertThat(rule.workers()).isEmpty();
            assertThat(rule.why()).contains("how long it waited");
        }
    }

    @Test
    void auto_chooses_here_as_it_does_in_a_run() {
        long second = Duration.ofSeconds(1).toNanos();
        var computes = new Work(4, 100, 1, Optional.of(new ComputeAndWait(second, 0)));
        assertThat(rule("", "auto", computes).workers()).hasValue(4);
        assertThat(rule("", "auto", computes).why()).contains("fixed-pool with 4 workers");
        var waits = new Work(4, 100, 1, Optional.of(new ComputeAndWait(second / 10, second)));
        assertThat(rule("", "auto", waits).why()).contains("virtual-threads");
        var tiny = new Work(4, 2, 1, Optional.of(new ComputeAndWait(1_000, 0)));
        assertThat(rule("", "auto", tiny).workers()).hasValue(1);
    }

    @Test
    void pages_that_really_wait_are_seen_to_wait_and_a_sweep_judges_the_rules() throws Exception {
        Site site = SiteScanner.scan(Folders.withPages(temp, 30), ScanProgress.NONE);
        List<Snapshot> runs =
                Stream.of(
                                run(site, "sequential", 1),
                                run(site, "fixed-pool", 1),
                                run(site, "fixed-pool", 16))
                        .toList();
        Comparison comparison = Comparison.of(runs);
        List<RuleCheck> checks =
                RulesOfThumb.checked(Sweep.of(comparison, "fixed-pool", 2), comparison);
        RuleOfThumb goetz =
                checks.stream()
                        .map(RuleCheck::rule)
                        .filter(rule -> rule.title().startsWith("cores ×"))
                        .findFirst()
                        .orElseThrow();
        assertThat(goetz.workers().orElseThrow()).as(goetz.why()).isGreaterThan(2);
        RuleCheck unmeasured =
                checks.stream()
                        .filter(check -> check.rule().title().equals("2 × cores"))
                        .findFirst()
                        .orElseThrow();
        assertThat(unmeasured.words()).isEqualTo("not measured");
        assertThat(RuleCheck.missing(checks)).contains(2, 3, 4).doesNotContain(1, 16);
    }

    @Test
    void a_run_with_other_knobs_does_not_tell_how_long_this_work_waits() throws Exception {
        Site site = SiteScanner.scan(Folders.withPages(temp, 10), ScanProgress.NONE);
        Snapshot waiting = run(site, "sequential", 1);
        List<Snapshot> plain =
                Stream.of(
                                run(site, "fixed-pool", 2, Knobs.STANDARD),
                                run(site, "fixed-pool", 3, Knobs.STANDARD))
                        .toList();
        Comparison comparison =
                Comparison.of(Stream.concat(Stream.of(waiting), plain.stream()).toList());
        List<RuleCheck> checks =
                RulesOfThumb.checked(Sweep.of(comparison, "fixed-pool", 2), comparison);
        assertThat(checks)
                .filteredOn(check ->
                        check.rule().title().startsWith("cores × (")
                                || check.rule().title().equals("auto"))
                .hasSize(2)
                .allMatch(check -> check.rule().workers().isEmpty())
                .allMatch(check -> check.rule().why().contains("these settings"));
    }

    private Snapshot run(Site site, String model, int workers) throws Exception {
        Duration wait = Duration.ofMillis(20);
        return run(site, model, workers, Knobs.STANDARD.withLatency(wait, wait));
    }

    private Snapshot run(Site site, String model, int workers, Knobs knobs) throws Exception {
        var experiment =
                new Experiment(site, temp.resolve("out"), Models.byId(model).orElseThrow(), workers)
                        .with(knobs);
        return new Run(experiment).carryOut().trace();
    }
}
