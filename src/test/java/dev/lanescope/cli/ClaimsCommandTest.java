package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Children;
import dev.lanescope.claims.Claim;
import dev.lanescope.claims.Claims;
import dev.lanescope.claims.tables.TableFrame;
import dev.lanescope.claims.tables.Tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `lanescope claims`: the list, a card, and the tests, which are ordinary studies and trials.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
@ResourceLock("evidence in the data folder")
class ClaimsCommandTest {

    @TempDir Path place;

    private Answer claims(Object... more) {
        return Studies.of(place, "claims", more);
    }

    @Test
    void all_claims_are_listed_with_a_state_each_and_the_way_through_the_tree() {
        Answer answer = claims();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains(", 60 pages")
                .contains(Claims.all().stream().map(Claim::id).toList())
                .contains("The decision tree of NoDupeLabs");
        for (Claim claim : Claims.all()) {
            assertThat(answer.out())
                    .containsPattern(
                            "(confirmed|refuted|undecided|not testable) +" + claim.id() + " ");
        }
    }

    @Test
    void a_test_is_a_study_with_its_report_and_the_card_remembers_what_came_of_it()
            throws Exception {
        Path report = place.resolve("report.html");
        Path words = place.resolve("report.md");
        Answer answer =
                claims(
                        "--test",
                        "gil-threads-jvm",
                        "--repeats",
                        2,
                        "--warm-up",
                        0,
                        "--report",
                        report,
                        "--report",
                        words);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("2 settings take turns in 2 rounds")
                .containsPattern("sequential +1 .+the baseline")
                .contains("gil-threads-jvm: ")
                .containsPattern("claimed by +Bengal")
                .contains("The report is");
        assertThat(Files.readString(report))
                .contains("What others claimed", "Under one global lock", "Bengal");
        assertThat(Files.readString(report))
                .contains(
                        "Tables of others, filled here",
                        "they say",
                        "GIL impact",
                        "2 runs, no interval");
        assertThat(Files.readString(words))
                .contains(
                        "## What others claimed",
                        "### Six patterns, six properties",
                        ", 60 pages, ");
        JsonNode kept =
                JsonMapper.shared()
                        .readTree(claims("--claim", "gil-threads-jvm", "--json").out())
                        .get(0);
        assertThat(kept.get("from").stringValue()).contains(", 60 pages");
        assertThat(kept.get("readings")).hasSize(1);
        assertThat(kept.at("/readings/0/key").stringValue()).isEqualTo("gil/sequential");
    }

    @Test
    void a_trial_of_faults_decides_by_counting() {
        Answer answer = claims("--test", " one-crash-processes-jvm ", "--json");
        assertThat(answer.err()).isEmpty();
        JsonNode card = JsonMapper.shared().readTree(answer.out()).get(0);
        assertThat(card.get("state").stringValue()).isEqualTo("confirmed");
        assertThat(card.get("readings")).hasSize(4);
        assertThat(card.get("why").stringValue())
                .contains("pages lost under processes by crash: 1, claimed is at most 1");
        assertThat(card.get("missingRepeats").isNull()).isTrue();
    }

    @Test
    void a_real_python_is_tested_against_itself() {
        Answer answer = claims("--test", "gil-threads", "--repeats", 1, "--warm-up", 0, "--json");
        if (answer.code() == ExitCode.BAD_INPUT.number()) { // none comes along, or it is too busy
            assertThat(answer.err())
                    .containsAnyOf("cannot be tested here", "did not answer within");
            return;
        }
        JsonNode card = JsonMapper.shared().readTree(answer.out()).get(0);
        assertThat(card.get("readings")).hasSize(1);
        assertThat(card.at("/readings/0/what").stringValue())
                .contains("Python threads", "against Python sequential");
        assertThat(card.get("from").stringValue()).contains(", 60 pages");
    }

    @Test
    void what_cannot_be_tested_or_does_not_exist_is_refused_in_a_sentence() throws Exception {
        assertThat(claims("--test", "gil-thread").err())
                .contains("there is no claim 'gil-thread'", "gil-threads");
        assertThat(claims("--report", place.resolve("r.html")).err())
                .contains("name one with --test");
        assertThat(claims("--test", "gil-threads-jvm,no-lock-jvm", "--report", "r.html").err())
                .contains("these tests make 2");
        Path small = Files.createDirectory(place.resolve("small"));
        Answer.page(small, "one.md", "# One\n");
        Answer refused = Answer.to("claims", small, "--test", "gil-threads-jvm");
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(refused.err()).contains("gil-threads-jvm cannot be tested here.", "pages");
    }

    @Test
    void a_table_has_a_cell_for_each_row_and_column_and_says_what_is_not_measured() {
        Answer answer = claims("--table", "patterns");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("patterns: Six patterns, six properties", "drawn by NoDupeLabs")
                .contains("InterpreterPoolExecutor", "GIL impact", "not measured")
                .containsPattern("they say +medium");
        JsonNode table =
                JsonMapper.shared().readTree(claims("--table", "patterns", "--json").out()).get(0);
        assertThat(table.get("rows")).hasSize(6);
        table.get("rows").forEach(row -> assertThat(row.get("cells")).hasSize(6));
        assertThat(table.get("missing")).isNotEmpty();
        assertThat(claims("--table", "all").out()).contains("executors: ", "overhead: ");
    }

    @Test
    void what_a_table_misses_is_measured_and_each_figure_names_where_it_comes_from() {
        Answer answer = claims("--table", "overhead", "--measure", "--repeats", 1);
        if (answer.code() == ExitCode.BAD_INPUT.number()) { // its Python is too busy
            assertThat(answer.err()).contains("did not answer within");
            return;
        }
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .containsPattern("1 of \\d: ")
                .containsPattern("JVM +[+\u2212][0-9.]+ %, 1 run, no interval \\[\\d]")
                .containsPattern("\\[\\d] [^,]+, 60 pages, [0-9: -]+, [0-9a-f-]+\\.evidence")
                .contains("| is the target, 10 %; what was said of 3.13 is 40 %");
        JsonNode entry =
                JsonMapper.shared()
                        .readTree(claims("--table", "overhead", "--json").out())
                        .at("/0/rows/4/cells/0/entries/0");
        assertThat(entry.get("state").stringValue()).isEqualTo("too few runs");
        assertThat(entry.at("/readings/0/repeats").intValue()).isEqualTo(1);
        assertThat(entry.at("/from/0/file").stringValue()).endsWith(".evidence");
        assertThat(entry.get("by")).as("with repeats enough").isNotEmpty();
    }

    /// A file lies where evidence is kept: that is told before anything is measured.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "claims CONTENT --test gil-threads-jvm --repeats 1 --warm-up 0",
                "claims CONTENT --table overhead --measure --repeats 1",
                "guide CONTENT --study jit --step support"
            })
    void where_nothing_can_be_kept_nothing_is_measured(String words) throws Exception {
        Path content = place.resolve("content");
        for (int page = 0; page < 60; page++) {
            Answer.page(content, "page-" + page + ".md", "# Page\n");
        }
        Path data = Files.createDirectory(place.resolve("data"));
        Path file = Files.createFile(data.resolve("claims"));
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-classpath",
                                System.getProperty("java.class.path", ""),
                                "dev.lanescope.Main"));
        command.addAll(List.of(words.replace("CONTENT", content.toString()).split(" ", -1)));
        Answer answer =
                Program.start(place, Map.of("LANESCOPE_DATA", data.toString()), command).answer();
        assertThat(answer.code()).isEqualTo(ExitCode.GIVEN_UP.number());
        assertThat(answer.errLines())
                .singleElement()
                .asString()
                .contains("What is found cannot be kept in " + file)
                .contains("a file lies where the folder should be");
        assertThat(answer.outLines())
                .as("no result, and nothing begun but the title of a step")
                .noneMatch(line -> line.startsWith("1 of ") || line.contains("take turns"));
        try (var kept = Files.list(data)) {
            assertThat(kept).containsExactly(file);
        }
    }

    @Test
    void ids_may_have_blanks_around_them() {
        assertThat(claims("--test", " gil-threads-jvm , no-lock-jvm ", "--report", "r.html").err())
                .as("both are found, and both are studies")
                .contains("--report and --bundle keep one study, and these tests make 2");
        assertThat(claims("--test", " all", "--report", "r.html").err())
                .as("all of them, of which many are studies")
                .contains("--report and --bundle keep one study, and these tests make ");
    }

    @Test
    void a_table_that_does_not_exist_or_is_asked_too_much_of_is_refused_in_a_sentence() {
        assertThat(claims("--table", "pattern").err())
                .contains("there is no table 'pattern'", "patterns");
        assertThat(claims("--measure").err()).contains("name one with --table");
        assertThat(claims("--table", "all", "--test", "all").err()).contains("leave one of them");
        assertThat(claims("--table", "all", "--cold").err()).contains("--repeats");
        assertThat(claims("--table", "all", "--repeats", 3).err()).contains("--measure");
    }

    @Test
    void every_key_for_programs_is_documented() throws Exception {
        String docs = Files.readString(Path.of("docs/claims.md"));
        JsonNode card = JsonMapper.shared().readTree(claims("--json").out()).get(0);
        card.properties().forEach(key -> assertThat(docs).contains("`" + key.getKey() + "`"));
        for (Claim claim : Claims.all()) {
            assertThat(docs).contains("`" + claim.id() + "`");
        }
        for (TableFrame table : Tables.all()) {
            assertThat(docs).contains("`" + table.id() + "`");
        }
        JsonNode table =
                JsonMapper.shared().readTree(claims("--table", "overhead", "--json").out()).get(0);
        for (String place :
                List.of("", "/rows/0", "/rows/0/cells/0", "/rows/0/cells/0/entries/0")) {
            table.at(place)
                    .properties()
                    .forEach(key -> assertThat(docs).contains("`" + key.getKey() + "`"));
        }
    }
}
