package dev.lanescope.claims.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.claims.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What was found about claims outlives the session, whole or not at all.
class EvidenceBookTest {

    @TempDir Path place;

    static Evidence evidence(String when, String machine, String content, Reading... readings) {
        return new Evidence(
                Instant.parse(when),
                machine,
                content,
                112,
                List.of(readings),
                List.of("Other programs were at work."));
    }

    private static Reading reading(double value) {
        return new Reading("a/b", "a \u00d7 2 against b\twith a tab", value, 0.5, 2.5, 5);
    }

    private EvidenceBook book() {
        return EvidenceBook.in(place.resolve("not/yet/there"));
    }

    private Path onlyFile() throws Exception {
        try (Stream<Path> all = Files.list(book().folder())) {
            return all.toList().getFirst();
        }
    }

    @Test
    void a_book_that_is_not_there_yet_is_empty() throws Exception {
        assertThat(book().read()).isEqualTo(EvidenceBook.NOTHING);
    }

    @Test
    void what_is_kept_comes_back_with_machine_content_date_and_figures() throws Exception {
        book().keep(evidence("2026-11-22T10:00:00Z", "machine A", "book", reading(1.25)));
        book().keep(evidence("2026-11-22T11:00:00Z", "machine B", "other", reading(0.75)));
        EvidenceBook.Contents contents = book().read();
        assertThat(contents.complaints()).isEmpty();
        assertThat(contents.evidence())
                .extracting(Evidence::content)
                .containsExactlyInAnyOrder("book", "other");
        Evidence first =
                contents.evidence().stream()
                        .filter(each -> each.content().equals("book"))
                        .findFirst()
                        .orElseThrow();
        assertThat(contents.file(first).map(name -> book().folder().resolve(name)))
                .hasValueSatisfying(file -> assertThat(file).exists());
        assertThat(first.machine()).isEqualTo("machine A");
        assertThat(first.pages()).isEqualTo(112);
        assertThat(first.when()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(first.cautions()).containsExactly("Other programs were at work.");
        assertThat(first.readings())
                .containsExactly(
                        new Reading("a/b", "a \u00d7 2 against b with a tab", 1.25, 0.5, 2.5, 5));
    }

    @Test
    void what_says_nothing_is_not_kept() throws Exception {
        book().keep(evidence("2026-11-22T10:00:00Z", "machine A", "book"));
        assertThat(book().folder()).doesNotExist();
    }

    @Test
    void a_figure_that_was_changed_is_told_of_and_not_counted() throws Exception {
        book().keep(evidence("2026-11-22T10:00:00Z", "machine A", "book", reading(1.25)));
        Path file = onlyFile();
        Files.writeString(file, Files.readString(file).replace("1.25", "2.25"));
        EvidenceBook.Contents contents = book().read();
        assertThat(contents.evidence()).isEmpty();
        assertThat(contents.complaints())
                .singleElement()
                .asString()
                .contains(file.getFileName().toString(), "was changed", "not counted");
    }

    @Test
    void what_was_cut_off_or_is_something_else_or_too_large_is_not_counted() throws Exception {
        book().keep(evidence("2026-11-22T10:00:00Z", "machine A", "book", reading(1.25)));
        String whole = Files.readString(onlyFile());
        Path folder = book().folder();
        for (int end : new int[] {0, 10, whole.length() / 2, whole.length() - 1}) {
            Files.writeString(folder.resolve("cut-" + end + ".evidence"), whole.substring(0, end));
        }
        Files.writeString(folder.resolve("odd.evidence"), "check\t\nLanescope evidence 1\n");
        Files.write(folder.resolve("large.evidence"), new byte[EvidenceBook.MOST_BYTES + 1]);
        Files.write(folder.resolve("bytes.evidence"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.writeString(folder.resolve("notes.txt"), "mine");
        EvidenceBook.Contents contents = book().read();
        assertThat(contents.evidence()).hasSize(1);
        assertThat(contents.complaints()).hasSize(7);
    }

    /// `Lanescope evidence 1`, a line end, and the right check over that.
    @Test
    void a_head_with_a_right_check_and_no_line_is_not_counted() throws Exception {
        String head = EvidenceForm.HEAD + "\n";
        String hash =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(head.getBytes(StandardCharsets.UTF_8)));
        Files.createDirectories(book().folder());
        Files.writeString(
                book().folder().resolve("empty.evidence"), head + "check\t" + hash + "\n");
        EvidenceBook.Contents contents = book().read();
        assertThat(contents.evidence()).isEmpty();
        assertThat(contents.complaints()).hasSize(1);
    }

    @Test
    void what_is_kept_can_be_read_however_much_it_is() throws Exception {
        Reading[] readings = new Reading[EvidenceForm.MOST_READINGS];
        Arrays.fill(readings, reading(1.25));
        book().keep(evidence("2026-11-22T10:00:00Z", "machine A", "book", readings));
        assertThat(book().read().evidence())
                .singleElement()
                .satisfies(each -> assertThat(each.readings()).hasSize(readings.length));
        Reading[] more = Arrays.copyOf(readings, readings.length + 1);
        more[readings.length] = reading(1.25);
        assertThatThrownBy(() ->
                        book().keep(evidence("2026-11-22T10:00:00Z", "machine A", "book", more)))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("too much");
    }

    @Test
    void where_nothing_can_be_written_one_sentence_says_so() throws Exception {
        Path file = Files.createFile(place.resolve("file"));
        EvidenceBook book = EvidenceBook.in(file.resolve("claims"));
        assertThatThrownBy(() ->
                        book.keep(
                                evidence("2026-11-22T10:00:00Z", "machine A", "book", reading(1))))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("could not be kept in")
                .hasMessageContaining("LANESCOPE_DATA");
        assertThatThrownBy(book::expectRoom)
                .as("before anything is found")
                .isInstanceOf(EvidenceException.class)
                .hasMessageStartingWith("What is found cannot be kept in " + book.folder());
        EvidenceBook taken = EvidenceBook.in(file);
        assertThatThrownBy(taken::expectRoom)
                .hasMessageContaining(": a file lies where the folder should be; ");
    }

    @Test
    void to_ask_whether_there_is_room_leaves_nothing_in_the_book() throws Exception {
        book().expectRoom();
        assertThat(book().folder()).isEmptyDirectory();
    }

    /// What the system tells of it is the name of the folder and nothing else.
    @Test
    @EnabledOnOs(OS.LINUX)
    void why_a_folder_cannot_be_made_is_told_in_words() {
        assertThatThrownBy(EvidenceBook.in(Path.of("/proc/x"))::expectRoom)
                .hasMessage(
                        "What is found cannot be kept in /proc/x: no such folder can be made; make"
                                + " room there, or set LANESCOPE_DATA to another folder");
    }
}
