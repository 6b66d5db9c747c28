package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.trace.Fact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a trace tells of its run besides the spans.
class RunFactsTest {

    @TempDir Path temp;

    @Test
    void a_trace_knows_its_settings_and_what_came_out() throws Exception {
        RunResult result = run("fixed-pool", Knobs.STANDARD.withCpuWeight(3));
        Map<String, String> facts = facts(result);
        assertThat(facts.get("Knobs"))
                .contains("cpu-weight 3", "scheduling shared-queue", "batch 8", "warm-up 0");
        assertThat(facts)
                .containsEntry("Output hash", result.treeHash())
                .containsEntry("Raw HTML", "kept")
                .containsEntry("Templates", "docs");
        assertThat(facts.get("Result")).startsWith("12 pages came out, 0 items failed, ");
    }

    @Test
    void a_trace_knows_what_to_type_for_such_a_run() throws Exception {
        Knobs knobs =
                Knobs.STANDARD
                        .withBatch(4)
                        .withLatency(Duration.ofNanos(1_500_000), Duration.ZERO)
                        .withWarmUp(1);
        assertThat(facts(run("isolated", knobs)))
                .containsEntry(
                        "Options",
                        "--model isolated --workers 2 --batch 4 --read-latency 1.5ms --warm-up 1")
                .hasEntrySatisfying(
                        "Worker start", start -> assertThat(start).matches("\\d+\\.\\d{3} ms, .*"));
    }

    @Test
    void the_content_hash_is_that_of_the_content_and_of_nothing_else() throws Exception {
        String first = facts(run("fixed-pool", Knobs.STANDARD)).get("Content hash");
        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(facts(run("sequential", Knobs.STANDARD.withCpuWeight(2))))
                .containsEntry("Content hash", first);
        Path page = temp.resolve("pages-12/guide/page-00010.md");
        Files.writeString(page, Files.readString(page) + "\nOne more word.\n");
        assertThat(facts(run("fixed-pool", Knobs.STANDARD)).get("Content hash"))
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "sequential, PER_WORKER, 1",
        "sequential, PER_PAGE, 12",
        "fixed-pool, PER_PAGE, 12",
        "fixed-pool, SHARED, 1",
        "isolated, PER_PAGE, 12",
        "processes, PER_PAGE, 12"
    })
    void parsers_are_counted_one_for_each_page_one_for_each_worker_or_one_for_all(
            String model, WorkerState state, int parsers) throws Exception {
        assertThat(facts(run(model, Knobs.STANDARD.with(state))))
                .containsEntry("Parsers created", parsers + ", for 12 pages");
    }

    @Test
    void of_workers_only_those_that_had_a_page_have_a_parser() throws Exception {
        for (String model : List.of("fixed-pool", "isolated", "processes")) {
            assertThat(facts(run(model, Knobs.STANDARD)).get("Parsers created"))
                    .isIn("1, for 12 pages", "2, for 12 pages");
        }
    }

    @Test
    void the_lives_of_interpreters_and_of_processes_are_told() throws Exception {
        assertThat(facts(run("isolated", Knobs.STANDARD)))
                .anySatisfy((name, life) -> {
                    assertThat(name).startsWith("Life of interpreter ");
                    assertThat(life).contains("run").contains("warm after ");
                });
        assertThat(run("processes", Knobs.STANDARD).trace().info().facts())
                .filteredOn(fact -> fact.name().startsWith("Life of process "))
                .hasSize(2)
                .allSatisfy(fact ->
                        assertThat(fact.value())
                                .startsWith("new, init after ")
                                .contains("closed after "));
    }

    @Test
    void it_is_known_how_well_the_clocks_of_child_processes_are_known() throws Exception {
        for (int warmUp : List.of(0, 1)) {
            RunResult result = run("processes", Knobs.STANDARD.withWarmUp(warmUp));
            assertThat(result.trace().info().facts())
                    .filteredOn(fact -> fact.name().startsWith("Clock of process "))
                    .hasSize(2)
                    .allSatisfy(fact -> assertThat(fact.value()).containsPattern("within .* µs"));
        }
    }

    @Test
    void machine_and_java_are_told_without_a_path_or_a_name() {
        assertThat(Machine.facts())
                .extracting(Fact::name)
                .containsExactly(
                        "System", "Processor", "Memory", "Java", "Java options", "Collector");
        assertThat(Machine.facts())
                .allSatisfy(fact -> assertThat(fact.value()).isNotBlank())
                .noneSatisfy(fact ->
                        assertThat(fact.value()).contains(System.getProperty("user.dir", "?")));
    }

    private RunResult run(String model, Knobs knobs) throws Exception {
        Path content = temp.resolve("pages-12");
        var site =
                SiteScanner.scan(
                        Files.exists(content) ? content : Folders.withPages(temp, 12),
                        ScanProgress.NONE);
        var experiment =
                new Experiment(
                        site,
                        temp.resolve("out"),
                        Models.byId(model).orElseThrow(),
                        model.equals("sequential") ? 1 : 2);
        return new Run(experiment.with(knobs)).carryOut();
    }

    private static Map<String, String> facts(RunResult result) {
        return result.trace().info().facts().stream()
                .collect(Collectors.toMap(Fact::name, Fact::value));
    }
}
