package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.compare.Counterfactual;
import dev.lanescope.analysis.compare.Counterfactuals;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.Findings;
import dev.lanescope.analysis.explain.Illness;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Traces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The JSON is a promise to other people's programs: what is printed is what is documented.
class JsonTest {

    private static final Path DOCS = Path.of("docs/terminal.md");

    @TempDir Path place;

    @Test
    void the_keys_of_a_run_are_the_documented_ones_in_their_order() throws IOException {
        assertThat(keys(runWithOneFailure()).stream().map(JsonTest::withoutNames).distinct())
                .containsExactlyElementsOf(
                        documented("## The JSON of `run`").stream()
                                .map(JsonTest::withoutNames)
                                .distinct()
                                .toList());
    }

    @Test
    void the_keys_of_the_models_are_the_documented_ones_in_their_order() throws IOException {
        JsonNode models = JsonMapper.shared().readTree(Answer.to("models", "--json").out());
        assertThat(keys(models)).containsExactlyElementsOf(documented("## The JSON of `models`"));
    }

    @Test
    void the_keys_of_the_models_code_are_the_documented_ones_in_their_order() throws IOException {
        Answer answer = Answer.to("models", "--code", "gil,processes", "--json");
        assertThat(keys(JsonMapper.shared().readTree(answer.out())))
                .containsExactlyElementsOf(documented("## The JSON of `models --code`"));
    }

    @Test
    void the_code_of_one_model_is_printed_and_an_unknown_one_refused() {
        assertThat(Answer.to("models", "--code", "fixed-pool").out())
                .contains("SHA-256", "public final class FixedPool implements ConcurrencyModel");
        assertThat(Answer.to("models", "--code", "all").out())
                .containsPattern("processes +\\d+ +\\d+ +\\d+ +\\d+ +\\d+\\n")
                .doesNotContain("public final class");
        assertThat(Answer.to("models", "--code", "fixed-pol").err()).contains("fixed-pool");
    }

    @Test
    void the_keys_of_the_steps_are_the_documented_ones_in_their_order() throws IOException {
        Path content = place.resolve("content");
        Answer.page(content, "a.md", "# A");
        Answer answer =
                Answer.to(
                        "steps",
                        content,
                        "--json",
                        "--rounds",
                        1,
                        "--warm-up",
                        0,
                        "--out",
                        place.resolve("out"));
        assertThat(keys(JsonMapper.shared().readTree(answer.out())))
                .containsExactlyElementsOf(documented("## The JSON of `steps`"));
    }

    @Test
    void the_keys_of_a_comparison_are_the_documented_ones_in_their_order() throws IOException {
        assertThat(
                        keys(study("compare", "--models", "gil")).stream()
                                .map(JsonTest::withoutNames)
                                .distinct())
                .containsExactlyElementsOf(
                        documented("## The JSON of `compare`").stream()
                                .map(JsonTest::withoutNames)
                                .distinct()
                                .toList());
    }

    @Test
    void the_keys_of_gains_by_replay_are_the_documented_ones_in_their_order() throws IOException {
        var bounds = new Counterfactual(1.5, 1.2, 1.8);
        var part = new Counterfactuals.Part(StackPart.PREEMPTION, bounds, 0.2, 0.1, 0.3);
        var told = new Counterfactuals.Told(1.3, 1.3, List.of(part), bounds, 5);
        JsonNode json = JsonMapper.shared().valueToTree(WithoutJson.of(told));
        assertThat(
                        keys(json).stream()
                                .map(key -> key.replaceFirst("(alone|all)[.].+", "$1"))
                                .distinct())
                .containsExactlyElementsOf(
                        documented("## The JSON of `compare`").stream()
                                .filter(key -> key.startsWith("settings[].without."))
                                .map(key -> key.substring("settings[].without.".length()))
                                .toList());
    }

    @Test
    void the_keys_of_a_sweep_are_the_documented_ones_in_their_order() throws IOException {
        assertThat(keys(study("sweep", "--workers", "1,2")).stream().map(JsonTest::withoutNames))
                .isSubsetOf(documented("## The JSON of `sweep`"))
                .contains("points[].karpFlatt", "laws", "refusal");
    }

    @Test
    void the_keys_of_a_grid_are_the_documented_ones() throws IOException {
        JsonNode grid =
                study("sweep", "--model", "isolated-gil", "--processes", "1,2", "--threads", "1,2");
        assertThat(keys(grid))
                .isSubsetOf(documented("## The JSON of `sweep`"))
                .contains("cells[].overBest.value", "cells[].asGood", "baseline");
        assertThat(grid.at("/cells")).hasSize(4);
    }

    /// What stands in place of a null has keys of its own; gains by replay, parts of a stack,
    /// states, findings and the CPython of a run have a table of their own.
    private static String withoutNames(String key) {
        return key.replaceFirst(
                "(findings|withoutLockWait|without|stackNanos|noProcessor\\.byState|python).*",
                "$1");
    }

    private JsonNode study(String verb, String... more) {
        Path content = place.resolve("content");
        Answer.page(content, "a.md", "# A");
        var words =
                new ArrayList<Object>(List.of(verb, content, "--json", "--cold", "--repeats", 1));
        words.addAll(List.of("--out", place.resolve("out")));
        words.addAll(List.of(more));
        return JsonMapper.shared().readTree(Answer.to(words.toArray()).out());
    }

    @Test
    void the_keys_of_a_finding_are_the_documented_ones_in_their_order() throws IOException {
        Finding finding =
                Findings.of(Traces.of("read@0 9, read@1 9, parse@2 80", "read@3 9, idle 89"))
                        .getFirst();
        RunInfo info = Traces.info(2, 4);
        JsonNode json = JsonMapper.shared().valueToTree(FindingJson.of(finding, info));
        assertThat(keys(json).stream().map(key -> key.replaceFirst("knobs[.].+", "knobs")))
                .containsExactlyInAnyOrderElementsOf(documented("## A finding in JSON"));
        String docs = Files.readString(DOCS);
        for (Illness illness : Illness.values()) {
            String name = illness.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(docs).contains("| `" + name + "` |");
        }
    }

    @Test
    void a_run_says_in_json_what_happened() {
        JsonNode run = runWithOneFailure();
        assertThat(run.at("/format").intValue()).isEqualTo(RunJson.FORMAT);
        assertThat(run.at("/exitCode").intValue()).isEqualTo(1);
        assertThat(run.at("/model").stringValue()).isEqualTo("fixed-pool");
        assertThat(run.at("/workers").intValue()).isEqualTo(2);
        assertThat(run.at("/runs")).hasSize(2);
        assertThat(run.at("/runs/0/pagesDone").intValue()).isEqualTo(2);
        assertThat(run.at("/runs/0/pagesFailed").intValue()).isEqualTo(1);
        assertThat(run.at("/failures/0/page").stringValue()).isEqualTo("bad.md");
        assertThat(run.at("/trace").isNull()).isTrue();
        assertThat(run.at("/sameOutput").booleanValue()).isTrue();
    }

    @Test
    void what_the_jvm_did_is_told_if_that_was_asked_for() {
        for (JsonNode run : runWithOneFailure().at("/runs")) {
            long stopped = run.at("/jvm/stoppedNanos").longValue();
            long wall = run.at("/wallNanos").longValue();
            assertThat(run.at("/jvm/stoppedShare").doubleValue())
                    .isEqualTo((double) stopped / wall);
            assertThat(run.at("/jvm/stoppedWorkNanos").longValue()).isBetween(0L, 2 * stopped);
        }
        Answer without =
                Answer.to("run", place.resolve("content"), "--json", "--out", place.resolve("two"));
        JsonNode unwatched = JsonMapper.shared().readTree(without.out());
        assertThat(unwatched.at("/runs/0/jvm").isNull()).isTrue();
    }

    @Test
    void the_states_add_up_to_workers_times_wall_time() {
        for (JsonNode run : runWithOneFailure().at("/runs")) {
            long sum = 0;
            for (JsonNode state : run.at("/states")) {
                sum += state.at("/nanos").longValue();
            }
            assertThat(sum).isEqualTo(2 * run.at("/wallNanos").longValue());
            assertThat(run.at("/accounted").booleanValue()).isTrue();
        }
    }

    @Test
    void exit_codes_and_options_are_the_documented_ones() throws IOException {
        String docs = Files.readString(DOCS);
        for (ExitCode code : ExitCode.values()) {
            assertThat(docs).contains("| " + code.number() + " | " + code.meaning() + " |");
        }
        String help = Answer.to("run", "--help").out() + Answer.to("steps", "--help").out();
        Pattern.compile("--[a-z-]+(=[A-Z]+)?")
                .matcher(help)
                .results()
                .map(found -> found.group().replace('=', ' '))
                .filter(option -> !option.matches("--(help|version)"))
                .forEach(option -> assertThat(docs).contains("| `" + option + "` |"));
    }

    private JsonNode runWithOneFailure() {
        Path content = place.resolve("content");
        Answer.page(content, "a.md", "# A");
        Answer.page(content, "b.md", "# B\n\n[gone](gone.md)");
        Answer.page(content, "bad.md", "---\nno: [end\n---\n");
        Answer answer =
                Answer.to(
                        "run",
                        content,
                        "--json",
                        "--workers",
                        2,
                        "--repeat",
                        2,
                        "--jvm",
                        "--out",
                        place.resolve("out"));
        assertThat(answer.code()).isEqualTo(1);
        return JsonMapper.shared().readTree(answer.out());
    }

    /// The paths of all values, e.g. `runs[].states[].name`.
    private static Set<String> keys(JsonNode node) {
        var keys = new LinkedHashSet<String>();
        collect(node, "", keys);
        return keys;
    }

    private static void collect(JsonNode node, String path, Set<String> keys) {
        if (node.isArray() && (node.isEmpty() || node.get(0).isValueNode())) {
            keys.add(path);
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, path + "[]", keys));
        } else if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(entry ->
                            collect(
                                    entry.getValue(),
                                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                                    keys));
        } else {
            keys.add(path);
        }
    }

    /// The first column of the table below a heading.
    private static Set<String> documented(String heading) throws IOException {
        return Files.readAllLines(DOCS).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
