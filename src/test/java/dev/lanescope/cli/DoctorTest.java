package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/// `lanescope doctor`: what this machine has, and what came when.
class DoctorTest {

    @Test
    void the_machine_is_described_by_what_models_live_by() {
        Answer answer = Answer.to("doctor");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("Processor ", "Java ")
                .containsPattern("Virtual threads +yes, on \\d+ carriers?")
                .containsPattern("Class loaders +each loads its own");
    }

    @Test
    void releases_stand_in_the_order_in_which_they_came_and_those_that_are_here_say_so() {
        JsonNode said =
                JsonMapper.shared().readTree(Answer.to("doctor", "--releases", "--json").out());
        List<String> dates =
                said.valueStream().map(each -> each.path("when").stringValue()).toList();
        assertThat(dates).isSorted().hasSizeGreaterThan(10);
        String jdk = String.valueOf(Runtime.version().feature());
        assertThat(said.valueStream())
                .filteredOn(each -> each.path("here").stringValue().equals("this app runs on it"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("runtime").stringValue()).isEqualTo("JDK");
                    assertThat(each.path("version").stringValue()).isEqualTo(jdk);
                });
        assertThat(Answer.to("doctor", "--releases").out())
                .contains("CPython 3.13", "builds without the GIL (PEP 703)");
    }

    @Test
    void two_tables_at_once_are_refused() {
        Answer answer = Answer.to("doctor", "--releases", "--names");
        assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(answer.err()).contains("--names and --releases are a table each");
    }
}
