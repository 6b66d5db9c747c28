package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Amounts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The small things that commands speak with.
class WordsTest {

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1.0 kB", "9949,9.9 kB", "1714305,1.7 MB"})
    void sizes_are_decimal(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void one_is_not_many() {
        assertThat(Amounts.count(1, "page")).isEqualTo("1 page");
        assertThat(Amounts.count(0, "page")).isEqualTo("0 pages");
        assertThat(Amounts.count(9746, "page")).isEqualTo("9,746 pages");
    }

    @ParameterizedTest
    @CsvSource({"run,run,0", "rnu,run,2", "'',run,3", "run,'',3", "fixedpool,fixed-pool,1"})
    void typing_errors_are_counted(String from, String to, int errors) {
        assertThat(Nearest.errors(from, to)).isEqualTo(errors);
    }

    @Test
    void what_is_too_far_away_is_not_proposed() {
        assertThat(Nearest.to("zebra", List.of("run", "models", "open"))).isEmpty();
        assertThat(Nearest.to("opn", List.of("run", "models", "open"))).contains("open");
    }

    @Test
    void bars_are_as_long_as_their_shares() {
        var bar = new Bar(10, StandardCharsets.UTF_8);
        assertThat(bar.of(0)).isEmpty();
        assertThat(bar.of(0.5)).isEqualTo("█████");
        assertThat(bar.of(0.0125)).isEqualTo("▏");
        assertThat(bar.of(7)).hasSize(10);
        assertThat(bar.of(Double.NaN)).isEmpty();
    }

    @Test
    void a_terminal_without_blocks_gets_bars_all_the_same() {
        assertThat(new Bar(10, StandardCharsets.US_ASCII).of(0.5)).isEqualTo("#####");
    }

    @Test
    void numbers_stand_flush_right() {
        var table = new TextTable(0).row("a", "1").row("long", "1,000");
        assertThat(table.lines()).containsExactly("  a         1", "  long  1,000");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,DISPLAY,:0,true",
        "Linux,WAYLAND_DISPLAY,wayland-0,true",
        "Linux,DISPLAY,'',false",
        "Linux,HOME,/root,false",
        "Windows 11,HOME,x,true",
        "Mac OS X,HOME,x,true"
    })
    void a_display_is_there_or_not(String system, String name, String value, boolean there) {
        assertThat(Display.isThere(system, Map.of(name, value))).isEqualTo(there);
    }

    @Test
    void a_window_is_asked_for_by_nothing_a_folder_or_a_trace() {
        assertThat(Terminal.wantsWindow()).isTrue();
        assertThat(Terminal.wantsWindow("sample-content")).isTrue();
        assertThat(Terminal.wantsWindow("run")).isFalse();
        assertThat(Terminal.wantsWindow("--help")).isFalse();
        assertThat(Terminal.wantsWindow("no-such-folder")).isFalse();
        assertThat(Terminal.wantsWindow("sample-content", "docs")).isFalse();
        assertThat(Terminal.wantsWindow("pom.xml")).isTrue(); // which then says that it is none
        assertThat(Terminal.wantsWindow("open", "pom.xml")).isFalse();
        assertThat(Terminal.wantsWindow("open", "pom.xml", "--window")).isTrue();
        assertThat(Terminal.shownByWindow("open", "--window", "pom.xml")).hasValue("pom.xml");
        assertThat(Terminal.wantsWindow("open", "no-such-file", "--window")).isFalse();
    }

    @Test
    void every_command_has_help_that_tells_the_exit_codes() {
        for (String command :
                List.of("run", "steps", "serve", "models", "faults", "costs", "open", "demo")) {
            Answer answer = Answer.to(command, "--help");
            assertThat(answer.code()).isZero();
            assertThat(answer.out()).contains("Exit codes:", "130   interrupted by Ctrl-C");
            assertThat(Terminal.wantsWindow(command)).isFalse();
        }
        assertThat(Answer.to("--help").out()).contains("run ", "models ", "open ", "demo ");
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(Answer.to("--version").outLines().getFirst()).matches("Lanescope \\d+\\..+");
    }

    @Test
    void models_say_when_to_use_them_and_what_their_catch_is() {
        assertThat(Answer.to("models").out())
                .contains("sequential", "fixed-pool", "when to use", "the catch", "exactly 1: ");
    }
}
