package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the README tells people to type is what there is.
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final String TEST_COMMAND = "mvn verify";

    @TempDir Path place;

    @Test
    void its_maven_commands_are_the_two() throws IOException {
        assertThat(commands("mvn")).startsWith("mvn compile exec:exec", TEST_COMMAND);
    }

    @Test
    void its_benchmarks_are_those_of_the_pom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Pattern.compile("exec:exec@([a-z-]+)")
                .matcher(Files.readString(README))
                .results()
                .forEach(found -> assertThat(pom).contains("<id>" + found.group(1) + "</id>"));
    }

    @Test
    void continuous_integration_runs_its_test_command_and_nothing_else() throws IOException {
        String script = Files.readString(Path.of(".ci/run"));
        assertThat(script.lines().filter(line -> line.contains("mvn ")))
                .containsExactly(TEST_COMMAND.replace("mvn ", "exec mvn -B "));
        assertThat(script.stripTrailing()).endsWith("exec mvn -B verify");
        assertThat(Files.isExecutable(Path.of(".ci/run"))).isTrue();
    }

    @Test
    void the_pom_starts_the_program_that_the_launcher_starts() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String launcher = Files.readString(Path.of("packaging/lanescope"));
        assertThat(pom)
                .contains("<argument>dev.lanescope.Main</argument>")
                .contains("<argument>-Dlanescope.home=${project.basedir}</argument>");
        assertThat(launcher).contains("dev.lanescope.Main", "-Dlanescope.home=");
        for (String flag :
                List.of(
                        "--add-modules=javafx.controls",
                        "--enable-native-access=javafx.graphics")) {
            assertThat(pom).contains("<argument>" + flag + "</argument>");
            assertThat(launcher).contains(flag);
        }
    }

    @Test
    void its_packages_are_those_that_continuous_integration_wants() throws IOException {
        var wanted =
                Pattern.compile("for package in (.*); do")
                        .matcher(Files.readString(Path.of(".ci/run")));
        assertThat(wanted.find()).isTrue();
        assertThat(Files.readString(README)).contains(wanted.group(1));
    }

    @Test
    void its_examples_of_the_terminal_work() throws IOException {
        List<String> examples = commands("packaging/lanescope");
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            var args = new ArrayList<Object>(List.of(example.split(" ", -1)));
            args.removeFirst();
            if (!args.contains("--out")) { // one that goes on until somebody ends it
                assertThat(Answer.to(args.getFirst(), "--help").code()).isZero();
                continue;
            }
            args.set(args.indexOf("--out") + 1, place.resolve("site"));
            Answer answer = Answer.to(args.toArray());
            assertThat(answer.code()).as(answer.err()).isZero();
        }
    }

    @Test
    void its_links_lead_somewhere() throws IOException {
        Pattern.compile("]\\(([^):]+)\\)")
                .matcher(Files.readString(README))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("assets/screenshots/"))
                .forEach(link -> assertThat(Path.of(link)).exists());
    }

    /// The lines of its code blocks that start with a word.
    private static List<String> commands(String word) throws IOException {
        return Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> line.startsWith(word + " "))
                .toList();
    }
}
