package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.CostSheet;
import dev.lanescope.lab.Costs;
import dev.lanescope.lab.Figure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `lanescope costs`.
class CostsCommandTest {

    @TempDir Path place;

    @Test
    void figures_are_told_in_json_with_the_documented_keys() throws Exception {
        Answer.page(place, "a.md", "# A");
        Answer answer = Answer.to("costs", place, "--model", "sequential", "--rounds", 1, "--json");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        JsonNode figures = JsonMapper.shared().readTree(answer.out());
        assertThat(figures).hasSize(Figure.of(Models.byId("sequential").orElseThrow()).size());
        assertThat(figures.at("/0/figure").stringValue()).isEqualTo("start");
        assertThat(figures.at("/0/median").doubleValue()).isPositive();
        assertThat(figures.at("/0/whyMissing").isNull()).isTrue();
        String docs = Files.readString(Path.of("docs/terminal.md"));
        figures.get(0)
                .properties()
                .forEach(key -> assertThat(docs).contains("| `[]." + key.getKey() + "` |"));
        for (Figure figure : Figure.values()) {
            assertThat(docs).contains("`" + figure.id() + "`");
        }
    }

    @Test
    void what_there_is_not_is_a_dash_with_its_reason() throws Exception {
        Answer.page(place, "a.md", "# A");
        var model = Models.byId("fixed-pool").orElseThrow();
        var costs = new Costs(Map.of(Figure.EMPTY_TASK, List.of(1_200.0, 1_300.0, 1_500.0)));
        var out = new ByteArrayOutputStream();
        new CostsReport(
                        CostSheet.EMPTY.with(model, costs),
                        List.of(model),
                        SiteScanner.scan(place, ScanProgress.NONE),
                        3)
                .print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .anySatisfy(line ->
                        assertThat(line)
                                .matches("  fixed-pool +- +- +1\\.30 us \\(1\\.20 to 1\\.50\\)"))
                .anySatisfy(line -> assertThat(line).startsWith("-  ").contains("Nothing crosses"));
    }

    @Test
    void bad_input_gets_one_sentence() {
        assertThat(Answer.to("costs", place.resolve("nowhere")).code()).isEqualTo(2);
        assertThat(Answer.to("costs", "--rounds", 0).err())
                .contains("--rounds takes 1 to 1000, not 0.");
        assertThat(Answer.to("costs", "--model", "fixedpool").err())
                .contains("Did you mean fixed-pool?");
    }
}
