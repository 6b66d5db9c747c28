package dev.lanescope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.recording.apart.CaseAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/// Figures, how they come out of the process that measured them, and how people read them.
class CostsTest {

    private static final ConcurrencyModel MODEL = Models.byId("staged").orElseThrow();
    private static final Costs SOME =
            new Costs(
                    Map.of(
                            Figure.START, List.of(3.0, 1.0, 2.5),
                            Figure.HEAP, List.of(-120.0)));

    @Test
    void costs_cross_as_a_line() throws Exception {
        assertThat(read("COSTS " + SOME.line())).isEqualTo(SOME);
    }

    @Test
    void what_several_processes_measured_is_one_sample_each() {
        Costs two = SOME.middles().plus(SOME.middles());
        assertThat(two.samples()).containsEntry(Figure.START, List.of(2.5, 2.5));
        assertThat(two.samples()).containsEntry(Figure.HEAP, List.of(-120.0, -120.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COSTS ",
                "COSTS start",
                "COSTS start=",
                "COSTS start=x",
                "COSTS start=NaN",
                "COSTS start=1e999",
                "COSTS start=1 start=2",
                "COSTS nonsense=1",
                "COSTS start=1  heap=2",
                "Error: Could not create the Java Virtual Machine.",
                ""
            })
    void an_answer_that_makes_no_sense_is_told_in_one_sentence(String line) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(CostException.class)
                .message()
                .startsWith("staged could not be measured: ")
                .hasLineCount(1);
    }

    @Test
    void no_more_samples_are_believed_than_anybody_takes() {
        assertThatThrownBy(() -> read("COSTS start=" + "1,".repeat(5_000) + "1"))
                .isInstanceOf(CostException.class)
                .message()
                .hasSizeLessThan(200);
    }

    @Test
    void why_nothing_was_measured_is_passed_on() {
        assertThatThrownBy(() -> read("FAILED no page of /somewhere comes out"))
                .hasMessage("staged could not be measured: no page of /somewhere comes out");
        assertThatThrownBy(() -> CostLab.read(MODEL, new CaseAnswer(false, 137, "")))
                .hasMessageContaining("more than 5 minutes");
        assertThatThrownBy(() -> CostLab.read(MODEL, new CaseAnswer(true, 134, "")))
                .hasMessageContaining("exit code 134");
    }

    private static Costs read(String line) throws CostException {
        return CostLab.read(MODEL, new CaseAnswer(true, 0, line));
    }

    @Test
    void measurements_of_a_model_add_up_and_others_are_not_touched() {
        CostSheet sheet = CostSheet.EMPTY.with(MODEL, SOME).with(MODEL, SOME);
        assertThat(sheet.measurements()).isEqualTo(2);
        assertThat(sheet.of(MODEL, Figure.START).orElseThrow().samples())
                .containsExactly(1.0, 1.0, 2.5, 2.5, 3.0, 3.0);
        assertThat(sheet.whyMissing(MODEL, Figure.RECORDS_TIME)).startsWith("Nothing crosses");
        ConcurrencyModel other = Models.byId("sequential").orElseThrow();
        assertThat(sheet.has(other)).isFalse();
        assertThat(sheet.whyMissing(other, Figure.START)).isEqualTo("Not measured.");
    }

    @Test
    void of_few_samples_all_are_told_and_of_many_the_quartiles() {
        assertThat(new Spread(List.of(4e6)).words(Unit.NANOSECONDS)).isEqualTo("4 ms");
        assertThat(new Spread(List.of(1e6, 2e6, 9e6)).words(Unit.NANOSECONDS))
                .isEqualTo("2 ms (1 to 9)");
        assertThat(new Spread(List.of(1.0, 2.0, 3.0, 4.0, 100.0)).words(Unit.THREADS))
                .isEqualTo("3 (2 to 4)");
    }

    @ParameterizedTest
    @CsvSource({
        "NANOSECONDS,999,999 ns",
        "NANOSECONDS,1350,1.35 us",
        "NANOSECONDS,72500000,72.5 ms",
        "NANOSECONDS,999990000,1.00 s",
        "BYTES,-2048,-2.05 kB",
        "BYTES,0,0 B",
        "THREADS,13,13"
    })
    void figures_have_a_unit_in_which_they_are_short(Unit unit, double figure, String words) {
        assertThat(unit.words(figure)).isEqualTo(words);
    }
}
