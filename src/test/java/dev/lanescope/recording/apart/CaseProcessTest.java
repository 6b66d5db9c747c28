package dev.lanescope.recording.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.Temporary;
import dev.lanescope.Wait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;

/// Cases in real processes: they answer or they do not, and nothing is left of them.
@Timeout(120)
class CaseProcessTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir Path temp;

    @Test
    void the_last_line_is_the_answer_and_the_folder_is_gone() throws Exception {
        CaseAnswer answer = Cases.of(Cases.Talker.class, LONG).run(List.of("7"));
        assertThat(answer.inTime()).isTrue();
        assertThat(answer.exitCode()).isEqualTo(7);
        assertThat(Path.of(answer.lastLine())).isAbsolute().doesNotExist();
    }

    @Test
    void what_a_case_has_written_for_a_while_is_gone_with_it() throws Exception {
        Set<String> before = Temporary.all();
        CaseAnswer answer = Cases.of(Cases.Recorder.class, LONG).run(List.of());
        assertThat(answer.lastLine()).matches("\\d+");
        assertThat(Temporary.all())
                .filteredOn(name -> !before.contains(name))
                .noneMatch(name -> name.endsWith("_" + answer.lastLine()))
                .noneMatch(name -> name.startsWith("left-behind"));
    }

    @Test
    void who_says_too_much_has_said_nothing() throws Exception {
        CaseAnswer answer = Cases.of(Cases.Babbler.class, LONG).run(List.of());
        assertThat(answer.lastLine()).isEmpty();
    }

    @Test
    void a_case_that_hangs_is_killed() throws Exception {
        Path word = temp.resolve("word");
        CaseAnswer answer =
                Cases.of(Cases.Hanger.class, Duration.ofSeconds(2)).run(List.of(word.toString()));
        assertThat(answer.inTime()).isFalse();
        assertNothingIsLeft(word);
    }

    @Test
    void an_interrupt_ends_the_case() throws Exception {
        Path word = temp.resolve("word");
        Thread test = Thread.currentThread();
        Thread.ofVirtual()
                .start(
                        new FutureTask<>(() -> {
                            awaitFile(word);
                            test.interrupt();
                            return word;
                        }));
        assertThatThrownBy(() -> Cases.of(Cases.Hanger.class, LONG).run(List.of(word.toString())))
                .isInstanceOf(InterruptedException.class);
        assertNothingIsLeft(word);
    }

    @ParameterizedTest
    @ValueSource(classes = {Cases.Listener.class, Cases.Hanger.class})
    void a_case_ends_with_its_parent_even_if_that_is_killed(Class<?> main) throws Exception {
        Path word = temp.resolve("word");
        Process parent =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-classpath",
                                System.getProperty("java.class.path"),
                                Cases.Parent.class.getName(),
                                temp.toString(),
                                word.toString(),
                                main.getName())
                        .start();
        awaitFile(word);
        parent.destroyForcibly().waitFor();
        assertNothingIsLeft(word);
    }

    private static void awaitFile(Path file) throws Exception {
        Wait.until(() -> Files.exists(file));
    }

    private static void assertNothingIsLeft(Path word) throws Exception {
        List<String> said = Files.readAllLines(word);
        var process = ProcessHandle.of(Long.parseLong(said.get(1)));
        if (process.isPresent()) {
            process.get().onExit().join();
        }
        assertThat(Path.of(said.getFirst())).doesNotExist();
    }
}
