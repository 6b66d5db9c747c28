package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.recording.OutputLock;
import dev.lanescope.trace.TraceFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class RunCommandTest {

    @TempDir Path place;
    private Path content;
    private Path out;

    @BeforeEach
    void writeContent() {
        content = place.resolve("my notes");
        out = place.resolve("site");
        IntStream.range(0, 20)
                .forEach(number ->
                        Answer.page(content, "page-" + number + ".md", "# Page\n\nText."));
    }

    @Test
    void all_pages_come_out_and_the_account_closes() {
        Answer answer = Answer.to("run", content, "--workers", 3, "--out", out);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("my notes: 20 pages")
                .contains("(fixed-pool), 3 workers")
                .contains("20 came out, 0 failed")
                .containsPattern("accounted: the states add up to 3 lanes x .*nanosecond")
                .contains(out.toString());
        assertThat(out.resolve("page-19.html")).isNotEmptyFile();
    }

    @Test
    void what_the_jvm_did_is_told_in_one_line_if_asked_for() {
        Answer watched = Answer.to("run", content, "--out", out, "--jvm");
        assertThat(watched.code()).isZero();
        assertThat(watched.out())
                .containsPattern("JVM +collections \\d+, .*; other stops \\d+, .*; compilations");
        assertThat(Answer.to("run", content, "--out", out).out()).doesNotContain("collections");
    }

    @Test
    void a_folder_of_templates_may_be_named_by_a_symbolic_link() throws Exception {
        Path own = Files.createDirectory(place.resolve("own"));
        Files.writeString(own.resolve("page.peb"), "my look: {{ body | raw }}");
        Path link = Files.createSymbolicLink(place.resolve("link"), own);
        Answer answer = Answer.to("run", content, "--out", out, "--own-templates", link);
        assertThat(answer.code()).isZero();
        assertThat(out.resolve("page-19.html")).content().startsWith("my look: ");
    }

    @Test
    void what_was_left_out_is_counted_with_an_example_and_listed_for_programs() throws Exception {
        Files.createSymbolicLink(content.resolve("one.md"), Path.of("elsewhere"));
        Files.createSymbolicLink(content.resolve("two.md"), Path.of("elsewhere"));

        assertThat(Answer.to("run", content, "--out", out).out())
                .contains("2 things, e.g. one.md (", "; --json lists all");
        assertThat(Answer.to("run", content, "--out", out, "--json").out())
                .contains("\"leftOut\"", "\"one.md (", "\"two.md (");
    }

    @Test
    void drafts_are_left_out_and_counted_unless_asked_for() throws Exception {
        Answer.page(content, "later.md", "---\ndraft: true\n---\n");
        Answer without = Answer.to("run", content, "--out", out);
        assertThat(without.out())
                .contains("20 came out")
                .contains("1 page left out; --drafts renders them");
        assertThat(out.resolve("later.html")).doesNotExist();
        Answer with = Answer.to("run", content, "--out", out, "--drafts");
        assertThat(with.out()).contains("21 came out").doesNotContain("left out");
        assertThat(out.resolve("later.html")).exists();
    }

    @Test
    void a_folder_of_drafts_only_is_bad_input_and_says_what_to_do() throws Exception {
        Path drafts = place.resolve("drafts");
        Answer.page(drafts, "later.md", "---\ndraft: true\n---\n");
        Answer answer = Answer.to("run", drafts, "--out", out);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("--drafts");
        assertThat(out).doesNotExist();
    }

    @Test
    void every_model_writes_the_same_tree() {
        List<String> hashes =
                List.of("sequential", "fixed-pool").stream()
                        .map(model -> Answer.to("run", content, "--model", model, "--out", out))
                        .map(RunCommandTest::treeHash)
                        .distinct()
                        .toList();
        assertThat(hashes).singleElement().asString().hasSize(64);
    }

    @Test
    void more_workers_than_pages_are_welcome() {
        Path one = place.resolve("one");
        Answer.page(one, "index.md", "# Only");
        Answer answer = Answer.to("run", one, "--workers", 8, "--out", out);
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("one: 1 page,").contains("1 came out, 0 failed");
    }

    @Test
    void pages_that_fail_are_named_with_file_and_line_and_the_others_come_out() throws Exception {
        Answer.page(content, "broken.md", "---\ntitle: a\ntitle: [\n---\n");
        Files.write(content.resolve("latin.md"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Answer answer = Answer.to("run", content, "--out", out);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("20 came out, 2 failed");
        assertThat(answer.errLines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).matches("broken\\.md:\\d+: .+"))
                .anySatisfy(line -> assertThat(line).matches("latin\\.md:1: .+"));
        assertThat(out.resolve("page-0.html")).exists();
        assertThat(out.resolve("latin.html")).doesNotExist();
    }

    @Test
    void repeats_tell_median_and_spread_and_a_warm_up_is_mentioned() {
        Answer answer = Answer.to("run", content, "--out", out, "--repeat", 3, "--warm-up", 2);
        assertThat(answer.out())
                .containsPattern("\\(median of 3 runs, from .+ to .+\\)")
                .contains("warmed up", "Knobs: after 2 unrecorded passes", "warming up, ");
    }

    @Test
    void what_is_given_beside_a_preset_wins() {
        Answer full = Answer.to("run", content, "--out", out, "--preset", "full");
        assertThat(full.out())
                .contains("one queue, biggest pages first", "pages written behind the workers");
        Answer other =
                Answer.to("run", content, "--out", out, "--preset", "full", "--writes", "at-once");
        assertThat(other.out())
                .contains("Knobs: one queue, biggest pages first\n")
                .doesNotContain("behind the workers");
        assertThat(Answer.to("run", content, "--preset", "best").errLines().getFirst())
                .isEqualTo("lanescope: --preset takes naive, memory, cached, full, not best.");
    }

    @Test
    void an_incremental_run_with_nothing_to_do_still_tells_of_broken_links_and_drafts() {
        Answer.page(content, "links.md", "[gone](gone.md)\n");
        Answer.page(content, "draft.md", "---\ndraft: true\n---\n");
        Answer first = Answer.to("run", content, "--out", out, "--incremental");
        assertThat(first.out()).contains("21 of 21 pages rendered");
        Answer second = Answer.to("run", content, "--out", out, "--incremental");
        assertThat(second.out())
                .contains("nothing changed: 21 pages up to date")
                .contains("1 broken link, e.g. links.md:1: gone.md")
                .contains("1 page left out; --drafts renders them");
    }

    @Test
    void the_trace_can_be_kept_and_opened() throws Exception {
        Path trace = place.resolve("run.lanescope");
        Answer run = Answer.to("run", content, "--out", out, "--workers", 2, "--trace", trace);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(trace.toString());
        assertThat(TraceFile.read(trace).info().pages()).isEqualTo(20);

        Answer opened = Answer.to("open", trace);
        assertThat(opened.code()).isZero();
        assertThat(opened.out())
                .contains("20 pages came out", "(fixed-pool), 2 workers", "accounted: ")
                .containsPattern(
                        "Noise probe +[0-9.]+ of [0-9]+ processors for 10 ms after the run");
        assertThat(table(opened)).isEqualTo(table(run));
    }

    @Test
    void a_trace_replaces_a_trace_and_nothing_else_unless_forced() throws Exception {
        Path trace = place.resolve("run.lanescope");
        Files.createFile(trace); // as mktemp leaves it
        assertThat(traced(trace).code()).isZero();
        assertThat(traced(trace).code()).isZero();
        Files.writeString(trace, "years of work");
        Answer refused = traced(trace);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("exists; choose another name, or", "--force");
        assertThat(trace).hasContent("years of work");
        assertThat(traced(trace, "--force").code()).isZero();
        assertThat(TraceFile.read(trace).info().pages()).isEqualTo(20);
    }

    @Test
    void what_lies_where_the_trace_is_written_meanwhile_is_kept_too() throws Exception {
        Path part = Files.writeString(place.resolve("run.lanescope.part"), "years of work");
        assertThat(traced(place.resolve("run.lanescope")).err()).contains(part + " exists");
        assertThat(part).hasContent("years of work");
    }

    @Test
    void two_runs_do_not_write_into_one_trace() throws Exception {
        Path trace = place.resolve("run.lanescope");
        try (OutputLock _ = OutputLock.takeFile(trace)) { // as another run has it
            Answer second = traced(trace);
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.errLines())
                    .containsExactly(
                            "lanescope: Another run is writing to "
                                    + trace
                                    + "; wait for it or choose another file.");
            assertThat(place).isDirectoryNotContaining(file -> !file.equals(content));
            assertThat(traced(place.resolve("another.lanescope")).code()).isZero();
        }
        assertThat(traced(trace).code()).isZero();
    }

    private Answer traced(Path trace, Object... more) {
        var words = new ArrayList<Object>(List.of("run", content, "--out", out, "--trace", trace));
        words.addAll(List.of(more));
        return Answer.to(words.toArray());
    }

    @Test
    void nothing_unfinished_is_left_beside_the_pages() throws Exception {
        Answer.to("run", content, "--out", out);
        try (var files = Files.walk(out)) {
            assertThat(files.map(Path::toString))
                    .noneMatch(name -> name.endsWith(".part") || name.endsWith(".tmp"));
        }
    }

    /// The lines of the account.
    private static List<String> table(Answer answer) {
        return answer.outLines().stream().filter(line -> line.contains(" %  ")).toList();
    }

    private static String treeHash(Answer answer) {
        return answer.outLines().stream()
                .filter(line -> line.startsWith("  tree hash"))
                .map(line -> line.substring("  tree hash".length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
