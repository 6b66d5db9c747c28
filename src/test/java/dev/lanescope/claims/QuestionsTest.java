package dev.lanescope.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.tables.Tables;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Load;
import dev.lanescope.lab.curves.CurveKind;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `docs/questions.md` names nothing that is not there, and leaves no error of the documents out.
class QuestionsTest {

    private String text = "";

    @BeforeEach
    void read() throws Exception {
        text = Files.readString(Path.of("docs/questions.md"));
    }

    private List<String> behind(String option) {
        return Pattern.compile("--" + option + " ([a-z0-9][a-z0-9,.@-]*)")
                .matcher(text)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                .toList();
    }

    @Test
    void every_claim_table_curve_and_model_that_it_names_is_there() {
        assertThat(behind("test"))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(Claims.all()).extracting(Claim::id).contains(id));
        assertThat(behind("table"))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(Tables.byId(id)).isPresent());
        assertThat(behind("measure"))
                .isNotEmpty()
                .allSatisfy(id ->
                        assertThat(CurveKind.values()).extracting(CurveKind::id).contains(id));
        assertThat(Stream.concat(behind("model").stream(), behind("models").stream()))
                .isNotEmpty()
                .filteredOn(id -> !id.equals("python"))
                .allSatisfy(
                        id -> assertThat(Models.byId(id.replaceAll("@.*", ""))).as(id).isPresent());
    }

    /// The names in the first column of all tables; a row may stand for several, `A25 to A33` too.
    private Set<String> named() {
        var names = new HashSet<String>();
        text.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|", -1)[1].strip())
                .flatMap(cell -> Stream.of(cell.split(", ", -1)))
                .forEach(name -> {
                    String[] ends = name.split(" to ", 2);
                    names.add(ends[0]);
                    if (ends.length == 2) {
                        int from = Integer.parseInt(ends[0].substring(1));
                        int to = Integer.parseInt(ends[1].substring(1));
                        IntStream.rangeClosed(from, to)
                                .forEach(row -> names.add("%c%02d".formatted(name.charAt(0), row)));
                    }
                });
        return names;
    }

    private static Stream<String> rows(String letter, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(row -> letter + "%02d".formatted(row));
    }

    @Test
    void every_error_of_the_documents_has_its_line() {
        assertThat(named())
                .containsAll(IntStream.rangeClosed(1, 18).mapToObj(row -> "E" + row).toList());
    }

    @Test
    void every_question_about_runs_side_by_side_has_its_line() {
        List<String> asked =
                Stream.of(
                                rows("A", 23, 42),
                                rows("B", 4, 6),
                                rows("B", 18, 20),
                                Stream.of("D05", "D31", "D42", "F05", "F06", "F35", "F40"),
                                IntStream.rangeClosed(1, 13).mapToObj(row -> "R" + row))
                        .flatMap(each -> each)
                        .toList();
        assertThat(named()).containsAll(asked);
    }

    @Test
    void every_load_that_it_names_is_there() {
        assertThat(behind("load"))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(Load.values()).extracting(Load::id).contains(id));
    }
}
