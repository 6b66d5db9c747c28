package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whatever is wrong with what the user asks for, he gets one sentence and the exit code 2, and
/// nothing is written.
class BadInputTest {

    @TempDir Path place;
    private Path content;
    private Path out;
    private Set<String> before = Set.of();

    @BeforeEach
    void writeContent() throws IOException {
        content = place.resolve("content");
        out = place.resolve("out");
        Answer.page(content, "index.md", "# Hello");
        Files.createDirectory(place.resolve("empty"));
        Answer.page(place, "pictures/a.svg", "<svg/>");
        Answer.page(place, "letters/dear.txt", "mine");
        before = tree();
    }

    @Test
    void a_folder_that_does_not_exist() {
        refused(Answer.to("run", place.resolve("nowhere"), "--out", out), "nowhere does not exist");
        refused(Answer.to("serve", place.resolve("nowhere")), "nowhere does not exist");
        refused(Answer.to("serve", content.resolve("index.md")), "index.md is a file");
    }

    @Test
    void a_word_with_an_at_sign_before_it_is_no_file_of_more_words() throws IOException {
        Files.writeString(content.resolve("words.txt"), "--version");
        before = tree();
        refused(
                Answer.to("run", "@" + content.resolve("words.txt"), "--out", out),
                "does not exist");
    }

    @Test
    void options_of_a_study_that_is_not_asked_for() {
        refused(Answer.to("claims", content, "--repeats", 99), "name one with --test");
        refused(Answer.to("claims", content, "--test", "all,nope"), "nope");
    }

    @Test
    void a_folder_that_is_empty() {
        refused(Answer.to("run", place.resolve("empty"), "--out", out), "empty is empty");
    }

    @Test
    void a_folder_without_markdown() {
        refused(Answer.to("run", place.resolve("pictures"), "--out", out), "no Markdown files");
    }

    @Test
    void a_folder_that_cannot_be_read() throws IOException {
        Path locked = place.resolve("empty");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(locked), "skipped: this user may read everything");
            refused(Answer.to("run", locked, "--out", out), "cannot be read");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_model_that_does_not_exist() {
        refused(
                Answer.to("run", content, "--model", "fixed-pol", "--out", out),
                "there is no model 'fixed-pol'",
                "sequential",
                "Did you mean fixed-pool?");
    }

    @Test
    void workers_that_the_model_does_not_have() {
        refused(
                Answer.to("run", content, "--model", "sequential", "--workers", 2, "--out", out),
                "sequential has exactly 1 worker: one thread does one page after the other;"
                        + " leave --workers out.");
        for (int workers : new int[] {-1, 0, 1025}) {
            refused(
                    Answer.to("run", content, "--workers", workers, "--out", out),
                    "fixed-pool takes 1 to 1024 workers, not " + workers);
        }
    }

    @Test
    void workers_that_are_no_number() {
        refused(
                Answer.to("run", content, "--workers", "many"),
                "--workers takes a number, not 'many'",
                "`lanescope run --help`");
    }

    @Test
    void repeats_out_of_range() {
        refused(Answer.to("run", content, "--repeat", 0, "--out", out), "--repeat takes 1 to");
    }

    @Test
    void an_output_folder_that_somebody_else_made() {
        Path letters = place.resolve("letters");
        refused(
                Answer.to("run", content, "--out", letters),
                letters + " was not made by Lanescope");
        refused(Answer.to("demo", "--out", letters), letters + " was not made by Lanescope");
    }

    @Test
    void an_output_folder_that_holds_the_content() {
        refused(Answer.to("run", content, "--out", place), "holds the content");
        refused(
                Answer.to("run", content, "--out", content.resolve("x")),
                "lies inside the content");
    }

    @Test
    void a_trace_that_has_no_place_to_go() {
        refused(traceTo(place.resolve("nowhere/a.lanescope")), "does not exist");
        refused(traceTo(place.resolve("empty")), "is a folder");
        refused(traceTo(out.resolve("a.lanescope")), "lies in the output folder");
        refused(traceTo(place.resolve("letters/dear.txt")), "overwrite it with --force");
        assertThat(place.resolve("letters/dear.txt")).content().isNotEmpty();
    }

    private Answer traceTo(Path trace) {
        return Answer.to("run", content, "--out", out, "--trace", trace);
    }

    @Test
    void a_file_that_is_no_trace() {
        refused(Answer.to("open", place.resolve("nowhere")), "no such file");
        refused(
                Answer.to("open", place.resolve("letters/dear.txt")),
                "is no trace that Lanescope reads");
    }

    @Test
    void words_that_mean_nothing() {
        refused(Answer.to("rum"), "there is no command or folder 'rum'. Did you mean run?");
        refused(Answer.to("run", "--wrokers", 2), "'--wrokers'. Did you mean --workers?");
        refused(Answer.to("run"), "FOLDER is missing");
        refused(Answer.to("run", content, "--workers"), "--workers needs a value");
        refused(Answer.to("run", "my", "notes"), "'notes' is too much");
    }

    /// One or two lines on stderr (a sentence, a hint), none of them a stack trace.
    private void refused(Answer answer, String... words) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        List<String> lines = answer.errLines();
        assertThat(lines).hasSizeBetween(1, 2);
        assertThat(lines.getFirst()).startsWith("lanescope: ");
        assertThat(answer.err()).contains(words).doesNotContain("\tat ", "Exception");
        assertThat(tree()).as("what lies there").isEqualTo(before);
    }

    private Set<String> tree() {
        try (var files = Files.walk(place)) {
            return files.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
