package dev.lanescope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.Children;
import dev.lanescope.Temporary;
import dev.lanescope.Wait;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Experiment;
import dev.lanescope.recording.RunException;
import dev.lanescope.trace.RunInfo;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// Runs in JVMs of their own: nothing came before them, and nothing is left of them.
@Timeout(120)
@ResourceLock(Children.OF_THIS_JVM)
class ColdStudyTest {

    @TempDir Path place;
    private Set<String> before = Set.of();

    @BeforeEach
    void write() throws Exception {
        before = Temporary.ofThisJvm();
        Path content = Files.createDirectory(place.resolve("content"));
        for (int page = 0; page < 5; page++) {
            Files.writeString(content.resolve("page-" + page + ".md"), "# Page\n\nSome *text*.\n");
        }
        Files.writeString(content.resolve("bad.md"), "---\nno: [end\n---\n");
    }

    private Site site() throws Exception {
        return SiteScanner.scan(place.resolve("content"), ScanProgress.NONE);
    }

    private Experiment setting(String model, int workers) throws Exception {
        return new Experiment(
                site(), place.resolve("out"), Models.byId(model).orElseThrow(), workers);
    }

    @Test
    void every_run_is_the_first_of_its_jvm_and_tells_all_that_it_did() throws Exception {
        var study =
                new Study(List.of(setting("sequential", 1), setting("fixed-pool", 2)), 2, 1, true);
        StudyResult result = new StudyRun(study).carryOut();
        assertThat(result.runs()).hasSize(4);
        assertThat(result.traces())
                .allSatisfy(trace -> {
                    assertThat(trace.finished()).isTrue();
                    assertThat(trace.info().temperature()).isEqualTo(RunInfo.Temperature.COLD);
                    assertThat(trace.info().facts())
                            .extracting(fact -> fact.name())
                            .contains("Processor", "Output hash");
                });
        assertThat(result.runs())
                .allSatisfy(done -> {
                    assertThat(done.result().done()).isEqualTo(5);
                    assertThat(done.result().failures()).hasSize(1);
                    assertThat(done.result().failures().getFirst().page()).isEqualTo("bad.md");
                    assertThat(done.result().phases().renderNanos()).isPositive();
                });
        assertThat(result.runs())
                .extracting(done -> done.result().treeHash())
                .containsOnly(result.runs().getFirst().result().treeHash());
        assertNothingIsLeft();
    }

    @Test
    void who_stops_it_leaves_neither_process_nor_file_behind() throws Exception {
        Experiment patient =
                setting("processes", 2)
                        .with(Knobs.STANDARD.withLatency(Duration.ofHours(1), Duration.ZERO));
        var run = new StudyRun(new Study(List.of(patient), 3, 1, true));
        var result = new FutureTask<>(run::carryOut);
        Thread.ofPlatform().daemon().start(result);
        Wait.until(() -> {
            assertThat(result).isNotDone();
            return family().count() >= 3; // the cold JVM and its two children
        });
        List<ProcessHandle> family = family().toList();
        run.stop();
        assertThat(result.get().stopped()).isTrue();
        assertThat(result.get().runs()).isEmpty();
        for (ProcessHandle process : family) {
            process.onExit().get();
            assertThat(Temporary.all()).noneMatch(name -> name.endsWith("_" + process.pid()));
        }
        assertNothingIsLeft();
    }

    @Test
    void what_is_refused_here_is_refused_there_with_the_same_sentence() throws Exception {
        Files.createDirectory(place.resolve("out"));
        Files.writeString(place.resolve("out/mine.txt"), "mine");
        var study = new Study(List.of(setting("sequential", 1)), 1, 1, true);
        assertThatThrownBy(() -> new StudyRun(study).carryOut())
                .isInstanceOfSatisfying(
                        RunException.class, refused -> assertThat(refused.begun()).isFalse())
                .hasMessageContaining("out");
        assertThat(place.resolve("out/mine.txt")).hasContent("mine");
    }

    private static Stream<ProcessHandle> family() {
        return ProcessHandle.current().descendants();
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(family()).isEmpty();
        assertThat(Temporary.ofThisJvm()).isEqualTo(before);
    }
}
