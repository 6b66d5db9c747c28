package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lanescope.concurrency.knobs.Knob;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

final class OptionSheetTest {

    private final OptionSheet sheet = new OptionSheet(() -> 0, "try", "Try it.");

    @Test
    void what_was_given_comes_before_what_counts_otherwise() {
        Given<Integer> number = sheet.number("--number", "N", "A number.").or(1);
        Given<String> text = sheet.text("--text", "WORD", "A word.").or("usual");

        read("--number", "3");

        assertThat(number.get()).isEqualTo(3);
        assertThat(number.isThere()).isTrue();
        assertThat(text.get()).isEqualTo("usual");
        assertThat(text.isThere()).isFalse();
    }

    @Test
    void what_neither_was_given_nor_counts_otherwise_is_not_there() {
        Given<Path> path = sheet.path("--path", "FILE", "A file.");

        read();

        assertThat(path.orNull()).isNull();
        assertThatNullPointerException().isThrownBy(path::get).withMessage("FILE");
    }

    @Test
    void lists_are_split_at_commas_or_gathered() {
        Given<List<Integer>> split = sheet.numbers("--split", "N,...", "Numbers.");
        Given<List<String>> gathered = sheet.eachText("--each", "WORD", "A word each time.");
        Given<List<String>> none = sheet.texts("--none", "WORD,...", "Words.");

        read("--split", "1,2", "--each", "a,b", "--each", "c");

        assertThat(split.get()).containsExactly(1, 2);
        assertThat(gathered.get()).containsExactly("a,b", "c");
        assertThat(none.get()).isEmpty();
    }

    @Test
    void the_options_that_were_given_are_known_in_the_order_of_the_command_line() {
        sheet.flag("--one", "One.");
        sheet.flag("--two", "Two.");
        sheet.flag("--three", "Three.");

        read("--three", "--one");

        assertThat(sheet.given()).containsExactly("--three", "--one");
    }

    @Test
    void every_knob_has_the_option_that_its_id_promises() {
        new KnobOptions(sheet);

        List<String> names = sheet.spec().options().stream().map(OptionSpec::longestName).toList();

        assertThat(names)
                .containsAll(
                        Arrays.stream(Knob.values())
                                .filter(knob -> knob != Knob.LATENCY) // has one for each way
                                .map(knob -> "--" + knob.id())
                                .toList())
                .contains("--read-latency", "--write-latency");
    }

    private void read(String... words) {
        new CommandLine(sheet.spec()).parseArgs(words);
    }
}
