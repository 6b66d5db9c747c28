package dev.lanescope.claims.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.claims.evidence.CheckedLines;
import dev.lanescope.claims.evidence.EvidenceException;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Folders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The time that guides take outlives the session, whole or not at all.
class GuideBookTest {

    @TempDir Path place;

    private Site site;

    @BeforeEach
    void scan() throws Exception {
        site = site("book");
    }

    private Site site(String name) throws Exception {
        Path folder = Files.createDirectories(place.resolve(name));
        return SiteScanner.scan(Folders.withPages(folder, 3), ScanProgress.NONE);
    }

    /// As after a restart: another book over the same folder.
    private GuideBook book() {
        return GuideBook.in(place.resolve("not/yet/there"));
    }

    private static Step first() {
        return Guide.FEASIBILITY.steps().getFirst();
    }

    private GuideRecord read() {
        return book().read(Guide.FEASIBILITY, site);
    }

    private void take(int seconds) throws EvidenceException {
        book().begun(Guide.FEASIBILITY, site, first());
        book().ended(Guide.FEASIBILITY, site, first(), Duration.ofSeconds(seconds), true);
    }

    /// But for the one that is locked.
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(place.resolve("not/yet/there"))) {
            return all.filter(each -> !each.endsWith(GuideBook.LOCK)).sorted().toList();
        }
    }

    private static GuideRecord.Spent spent(int took, int besides, int tries) {
        return new GuideRecord.Spent(
                Duration.ofSeconds(took), Duration.ofSeconds(besides), tries, Optional.empty());
    }

    @Test
    void what_is_not_there_yet_is_nothing_and_no_complaint() {
        assertThat(read()).isEqualTo(GuideRecord.NEW);
    }

    @Test
    void of_a_step_that_is_done_again_the_last_time_counts_also_after_restarts() throws Exception {
        take(2);
        take(3);
        assertThat(read().of(first())).isEqualTo(spent(3, 2, 2));
        assertThat(files()).hasSize(1);
    }

    @Test
    void each_guide_and_each_folder_has_a_file_of_its_own() throws Exception {
        take(2);
        Site other = site("other");
        assertThat(book().read(Guide.FEASIBILITY, other)).isEqualTo(GuideRecord.NEW);
        assertThat(book().read(Guide.JIT, site)).isEqualTo(GuideRecord.NEW);
        book().ended(Guide.JIT, site, Guide.JIT.steps().getFirst(), Duration.ofSeconds(1), false);
        book().ended(Guide.FEASIBILITY, other, first(), Duration.ofSeconds(1), false);
        assertThat(files()).hasSize(3);
        assertThat(read().of(first()).took()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_step_that_was_cut_off_is_known_after_the_restart() throws Exception {
        book().begun(Guide.FEASIBILITY, site, first());
        assertThat(read().of(first()).cutOff()).isPresent();
        book().ended(Guide.FEASIBILITY, site, first(), Duration.ofSeconds(1), false);
        assertThat(read().of(first())).isEqualTo(spent(0, 1, 0));
    }

    @Test
    void a_file_from_before_tries_were_told_apart_is_read_as_it_was_meant() throws Exception {
        take(2);
        var form = new CheckedLines(GuideBook.HEAD, 10);
        String second = Guide.FEASIBILITY.steps().get(1).id();
        Files.writeString(
                files().getFirst(),
                form.text(
                        List.of(
                                List.of("step", first().id(), "5000", "2", ""),
                                List.of("step", second, "7000", "0", ""))));
        assertThat(read().complaint()).isEmpty();
        assertThat(read().of(first())).isEqualTo(spent(5, 0, 2));
        assertThat(read().of(Guide.FEASIBILITY.steps().get(1))).isEqualTo(spent(0, 7, 0));
    }

    /// Another process ends the second step again and again, this one the first.
    @Test
    void several_processes_may_write_and_none_forgets_what_another_wrote() throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                site.folder().toString(),
                                place.resolve("not/yet/there").toString())
                        .inheritIO()
                        .start();
        int mine = 0;
        while (other.isAlive()) {
            book().ended(Guide.FEASIBILITY, site, first(), Duration.ofSeconds(1), true);
            mine++;
        }
        assertThat(other.exitValue()).isZero();
        assertThat(read().of(first()).tries()).isEqualTo(mine);
        assertThat(read().of(Guide.FEASIBILITY.steps().get(1)).tries()).isEqualTo(Other.TIMES);
    }

    /// Ends the second step [#TIMES] times.
    static final class Other {
        static final int TIMES = 300;

        public static void main(String[] args) throws Exception {
            Site site = SiteScanner.scan(Path.of(args[0]), ScanProgress.NONE);
            GuideBook book = GuideBook.in(Path.of(args[1]));
            Step second = Guide.FEASIBILITY.steps().get(1);
            for (int time = 0; time < TIMES; time++) {
                book.ended(Guide.FEASIBILITY, site, second, Duration.ofSeconds(1), true);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cut", "changed", "binary", "large", "headOnly"})
    void a_damaged_file_is_told_of_in_one_sentence_and_moved_aside_by_the_next_step(String how)
            throws Exception {
        take(2);
        Path file = files().getFirst();
        String whole = Files.readString(file);
        switch (how) {
            case "cut" -> Files.writeString(file, whole.substring(0, whole.length() / 2));
            case "changed" -> Files.writeString(file, whole.replace("2000", "9000"));
            case "binary" -> Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
            case "large" -> Files.write(file, new byte[GuideBook.MOST_BYTES + 1]);
            case "headOnly" -> Files.writeString(file, GuideBook.HEAD + "\n");
            default -> Files.writeString(file, "");
        }
        byte[] damaged = Files.readAllBytes(file);
        GuideRecord record = read();
        assertThat(record.steps()).isEmpty();
        assertThat(record.complaint().orElseThrow())
                .contains(file.toString(), "the time spent so far is not known")
                .doesNotContain("\n");
        assertThat(Files.readAllBytes(file)).as("reading changes nothing").isEqualTo(damaged);
        take(4);
        assertThat(read().of(first()).took()).isEqualTo(Duration.ofSeconds(4));
        assertThat(read().complaint()).isEmpty();
        assertThat(files()).hasSize(2);
        Path aside = files().getLast();
        assertThat(aside.getFileName().toString()).contains(".damaged-");
        assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
    }

    @Test
    void a_file_of_a_newer_version_is_told_of_and_left_as_it_is() throws Exception {
        take(2);
        Path file = files().getFirst();
        String newer = Files.readString(file).replace(GuideBook.HEAD, "Lanescope guide 2");
        Files.writeString(file, newer);
        assertThat(read().complaint().orElseThrow()).contains("newer Lanescope");
        take(4);
        assertThat(Files.readString(file)).isEqualTo(newer);
        assertThat(files()).hasSize(1);
    }

    @Test
    void where_nothing_can_be_written_one_sentence_says_so() throws Exception {
        Path file = Files.createFile(place.resolve("file"));
        GuideBook book = GuideBook.in(file.resolve("guides"));
        assertThatThrownBy(() -> book.begun(Guide.JIT, site, Guide.JIT.steps().getFirst()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("could not be kept in")
                .hasMessageEndingWith("make room there, or set LANESCOPE_DATA to another folder");
    }
}
