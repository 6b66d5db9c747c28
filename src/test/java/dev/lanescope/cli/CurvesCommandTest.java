package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `lanescope costs --measure`.
class CurvesCommandTest {

    @TempDir Path place;

    @Test
    void points_are_told_with_quartiles_and_the_load_of_the_machine() throws Exception {
        Answer.page(place, "a.md", "# A");
        Answer answer = Answer.to("costs", place, "--measure", "page", "--rounds", 1, "--json");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        JsonNode told = JsonMapper.shared().readTree(answer.out());
        assertThat(told.at("/measured").stringValue()).isEqualTo("page");
        assertThat(told.at("/processors").intValue()).isPositive();
        assertThat(told.has("loadBefore")).isTrue();
        JsonNode point = told.at("/points/0");
        assertThat(point.at("/unit").stringValue()).isEqualTo("nanoseconds");
        assertThat(point.at("/lowerQuartile").doubleValue())
                .isPositive()
                .isLessThanOrEqualTo(point.at("/median").doubleValue());
    }

    @Test
    void points_are_told_as_a_table() throws Exception {
        Answer.page(place, "a.md", "# A");
        Answer answer = Answer.to("costs", place, "--measure", "page", "--rounds", 1);
        assertThat(answer.code()).isZero();
        assertThat(answer.outLines().getFirst()).contains("1 round").contains("processor");
        assertThat(answer.outLines())
                .anySatisfy(line -> assertThat(line).contains("P50", "quartiles", "P95", "P99"))
                .anySatisfy(line -> assertThat(line).startsWith("  A page"));
    }

    @Test
    void everything_that_is_told_is_documented() throws Exception {
        String docs = Files.readString(Path.of("docs/terminal.md"));
        for (RecordComponent key : CurvesJson.class.getRecordComponents()) {
            assertThat(docs).contains("| `" + key.getName());
        }
        List<Class<?>> lists =
                List.of(
                        CurvesJson.Point.class,
                        CurvesJson.Missing.class,
                        CurvesJson.Line.class,
                        CurvesJson.Computed.class,
                        CurvesJson.Run.class,
                        CurvesJson.Overtaking.class,
                        CurvesJson.Times.class);
        for (Class<?> list : lists) {
            for (RecordComponent key : list.getRecordComponents()) {
                assertThat(docs).contains("[]." + key.getName() + "`");
            }
        }
        for (CurveKind kind : CurveKind.values()) {
            assertThat(docs).contains("`--measure " + kind.id() + "`");
            for (Row row : kind.rows()) {
                assertThat(docs).contains("`" + row.id() + "`");
            }
        }
    }

    @Test
    void bad_input_gets_one_sentence() {
        Answer unknown = Answer.to("costs", place, "--measure", "speed");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains(
                        "--measure takes figures, ping-pong, break-even, page, starts, inside, freight, memory, jit,"
                                + " crossover, ceiling, not");
        assertThat(Answer.to("costs", "--measure", "starts", "--model", "gil").err())
                .contains("--model and --runtime go with --measure figures only");
        assertThat(Answer.to("costs", "--measure", "starts", "--rounds", 0).err())
                .contains("--rounds takes 1 to 1000, not 0.");
    }
}
