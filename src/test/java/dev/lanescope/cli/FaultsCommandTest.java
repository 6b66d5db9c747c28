package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Children;
import dev.lanescope.concurrency.knobs.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `lanescope faults`.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
class FaultsCommandTest {

    @Test
    void every_fault_is_told_in_json_with_the_documented_keys_and_words() throws Exception {
        Answer answer = Answer.to("faults", "--model", "sequential", "--json");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        JsonNode cases = JsonMapper.shared().readTree(answer.out());
        String docs = section(Files.readString(Path.of("docs/terminal.md")));
        Map<String, JsonNode> byFault = new HashMap<>();
        for (JsonNode each : cases) {
            assertThat(each.get("model").stringValue()).isEqualTo("sequential");
            each.properties().forEach(key -> assertThat(docs).contains("`" + key.getKey() + "`"));
            assertThat(docs).contains("`" + each.get("lost").stringValue() + "`");
            byFault.put(each.get("fault").stringValue(), each);
        }
        List<String> kinds =
                Arrays.stream(Fault.Kind.values())
                        .filter(kind -> !kind.isOfPython())
                        .map(Fault.Kind::id)
                        .toList();
        assertThat(byFault.keySet()).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(cases).hasSize(kinds.size());
        JsonNode exception = told(byFault, "exception");
        assertThat(exception.get("lost").stringValue()).isEqualTo("the page");
        assertThat(exception.get("pagesLost").intValue()).isOne();
        assertThat(exception.get("workersLost").intValue()).isZero();
        assertThat(exception.get("restartNanos").longValue()).isZero();
        assertThat(exception.get("sentence").stringValue()).contains("an exception, as ordered");
        JsonNode loop = told(byFault, "endless-loop");
        assertThat(loop.get("lost").stringValue())
                .as("its one thread hangs, so all pages after that one are lost")
                .isEqualTo("neighbours");
        assertThat(loop.get("workersLost").intValue()).isOne();
        assertThat(loop.get("sentence").stringValue()).contains("given up after");
        JsonNode crash = told(byFault, "crash");
        assertThat(crash.get("lost").stringValue()).isEqualTo("the process");
        assertThat(crash.get("sentence").stringValue()).isEmpty();
    }

    private static JsonNode told(Map<String, JsonNode> byFault, String fault) {
        return Objects.requireNonNull(byFault.get(fault), fault);
    }

    @Test
    void a_model_that_is_not_there_gets_one_sentence() {
        Answer answer = Answer.to("faults", "--model", "fixedpool");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("Did you mean fixed-pool?");
        assertThat(answer.out()).isEmpty();
    }

    /// The part of the manual that is about this command.
    private static String section(String docs) {
        int from = docs.indexOf("### `faults`");
        return docs.substring(from, docs.indexOf("\n### ", from + 1));
    }
}
