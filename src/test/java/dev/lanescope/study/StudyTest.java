package dev.lanescope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanescope.Wait;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunResult;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.StudyMark;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/// Settings take turns in an order that favours none, and can be stopped.
@Execution(ExecutionMode.CONCURRENT)
class StudyTest {

    @TempDir Path place;
    private List<Experiment> settings = List.of();

    @BeforeEach
    void write() throws Exception {
        Path content = Files.createDirectory(place.resolve("content"));
        for (int page = 0; page < 400; page++) {
            Files.writeString(content.resolve("page-" + page + ".md"), "# Page\n\nSome *text*.\n");
        }
        Site site = SiteScanner.scan(content, ScanProgress.NONE);
        settings = List.of(setting(site, "sequential", 1), setting(site, "fixed-pool", 2));
    }

    private Experiment setting(Site site, String model, int workers) {
        return new Experiment(
                site, place.resolve("out"), Models.byId(model).orElseThrow(), workers);
    }

    @Test
    void every_round_runs_every_setting_once_in_an_order_of_its_own() {
        List<List<Integer>> rounds = new Study(settings, 40, 7).rounds();
        assertThat(rounds).hasSize(40);
        assertThat(rounds).allSatisfy(round -> assertThat(round).containsExactlyInAnyOrder(0, 1));
        assertThat(rounds).contains(List.of(0, 1), List.of(1, 0));
        assertThat(new Study(settings, 40, 7).rounds()).isEqualTo(rounds);
        assertThat(new Study(settings, 40, 8).rounds()).isNotEqualTo(rounds);
    }

    @Test
    void the_warm_up_renders_enough_pages_in_few_runs() {
        List<Experiment> warmUp = new Study(settings, 1, 1).warmUp();
        assertThat(warmUp).hasSize(1).noneMatch(Experiment::recorded);
        int passes = warmUp.stream().mapToInt(run -> 1 + run.knobs().warmUp()).sum();
        assertThat(passes * 400).isBetween(RunInfo.WARM_PAGES, RunInfo.WARM_PAGES + 400);
    }

    @Test
    void interpreters_with_code_of_their_own_make_a_pass_before_their_first_round() {
        Site site = settings.getFirst().site();
        Experiment isolated = setting(site, "isolated", 2);
        Experiment passing = isolated.with(isolated.knobs().withWarmUp(1));
        var all = List.of(settings.getFirst(), isolated, passing, setting(site, "processes", 2));
        assertThat(new Study(all, 1, 1).warmUp())
                .extracting(each -> each.model().id())
                .as("one that makes passes by itself needs none, and children are new in each run")
                .containsExactly("sequential", "isolated");
    }

    @Test
    void the_warm_up_says_which_pass_it_is_at() throws Exception {
        var run = new StudyRun(new Study(settings, 1, 1));
        var result = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().daemon().start(result);
        var seen = new TreeSet<Integer>();
        Wait.until(() -> {
            StudyProgress now = run.progress();
            if (now.part() == StudyProgress.Part.WARMING_UP) {
                seen.add(now.warmUp().begun());
                assertThat(now.warmUp().total()).isEqualTo(Math.ceilDiv(RunInfo.WARM_PAGES, 400));
                assertThat(now.share()).isBetween(0.0, 1.0);
                assertThat(now.left().isPresent()).isEqualTo(now.warmUp().begun() > 2);
                assertThat(now.words(ConcurrencyModel::id).endsWith(" of it"))
                        .isEqualTo(now.left().isPresent());
            }
            return result.isDone();
        });
        assertThat(result.get().runs()).hasSize(2);
        assertThat(seen).hasSizeGreaterThan(2);
        assertThat(seen.last()).isLessThanOrEqualTo(Math.ceilDiv(RunInfo.WARM_PAGES, 400));
    }

    @Test
    void each_setting_runs_as_often_as_asked_for_on_a_warm_jvm() throws Exception {
        StudyResult result = new StudyRun(new Study(settings, 3, 1)).carryOut();
        assertThat(result.stopped()).isFalse();
        assertThat(result.runs()).hasSize(6);
        assertThat(result.traces())
                .extracting(trace -> trace.info().model())
                .containsExactly(
                        "sequential",
                        "sequential",
                        "sequential",
                        "fixed-pool",
                        "fixed-pool",
                        "fixed-pool");
        assertThat(result.traces()).noneMatch(trace -> trace.info().isCold());
        assertThat(result.runs())
                .extracting(done -> done.result().treeHash())
                .containsOnly(result.runs().getFirst().result().treeHash());
        assertThat(result.traces())
                .extracting(trace -> StudyMark.of(trace.info()).orElseThrow())
                .startsWith(new StudyMark(result.study().id(), 1, 3))
                .extracting(StudyMark::round)
                .containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(new Study(settings, 3, 1).id()).isNotEqualTo(result.study().id());
        assertThat(result.comparison().objections()).isEmpty();
        assertThat(result.before().effective()).isPositive();
    }

    @Test
    @Timeout(120)
    void a_study_that_is_stopped_keeps_the_runs_before() throws Exception {
        var run = new StudyRun(new Study(settings, Study.MOST_REPEATS, 1));
        CompletableFuture<StudyResult> result =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return run.carryOut();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        Wait.until(() -> {
            assertThat(result).isNotCompletedExceptionally();
            return run.progress().done() >= 3;
        });
        run.stop();
        StudyResult stopped = result.get();
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.runs()).hasSizeBetween(3, run.study().runs() - 1);
        assertThat(stopped.runs())
                .extracting(StudyResult.Done::result)
                .noneMatch(RunResult::stopped);
        assertThat(stopped.traces()).allMatch(Snapshot::finished);
        StudyResult whole = stopped.ofWholeRounds();
        assertThat(whole.runs()).hasSize(2 * stopped.wholeRounds());
        assertThat(stopped.runs().size() - whole.runs().size()).isBetween(0, 1);
        assertThat(whole.comparison().contenders())
                .as("every setting ran as often")
                .extracting(each -> each.runs().size())
                .containsOnly(stopped.wholeRounds());
        assertThat(run.progress().part()).isEqualTo(StudyProgress.Part.OVER);
    }

    @Test
    @Timeout(120)
    void a_study_that_is_stopped_while_it_copies_static_files_ends_without_a_run()
            throws Exception {
        try (var big = new RandomAccessFile(place.resolve("content/film.bin").toFile(), "rw")) {
            big.setLength(256 << 20);
        }
        Site site = SiteScanner.scan(place.resolve("content"), ScanProgress.NONE);
        var run = new StudyRun(new Study(List.of(setting(site, "sequential", 1)), 2, 1));
        var result = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().daemon().start(result);
        Wait.until(() -> Files.exists(place.resolve("out")));
        run.stop();
        assertThat(result.get().stopped()).isTrue();
        assertThat(result.get().runs()).isEmpty();
    }

    @Test
    @Timeout(120)
    void a_run_that_cannot_be_carried_out_does_not_lose_those_before() throws Exception {
        Path picture = Files.writeString(place.resolve("content/picture.svg"), "<svg/>");
        Site site = SiteScanner.scan(place.resolve("content"), ScanProgress.NONE);
        var run =
                new StudyRun(
                        new Study(List.of(setting(site, "sequential", 1)), Study.MOST_REPEATS, 1));
        var result = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().daemon().start(result);
        Wait.until(() -> run.progress().done() >= 2 || result.isDone());
        Files.delete(picture);
        StudyResult early = result.get();
        assertThat(early.runs()).hasSizeBetween(2, Study.MOST_REPEATS - 1);
        assertThat(early.stopped()).isFalse();
        assertThat(early.early().orElseThrow())
                .startsWith("given up after " + early.runs().size() + " of 1,000 runs: ")
                .contains("picture.svg");
        assertThat(early.comparison().rows()).hasSize(1);
    }

    @Test
    void a_study_of_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Study(List.of(), 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Study(settings, 0, 1));
    }
}
