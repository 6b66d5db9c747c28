package dev.lanescope.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.tables.Tables;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.lab.curves.CurveKind;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
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

    @Test
    void every_error_of_the_documents_has_its_line() {
        List<String> rows = text.lines().filter(line -> line.startsWith("| ")).toList();
        for (int error = 1; error <= 18; error++) {
            String name = "E" + error;
            assertThat(rows)
                    .as(name)
                    .anyMatch(row ->
                            Arrays.asList(row.split("\\|", -1)[1].strip().split(", ", -1))
                                    .contains(name));
        }
    }
}
