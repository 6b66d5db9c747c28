package dev.lanescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A Java without Flight Recorder renders all the same, and says once what is not told.
class NoFlightRecorderTest {

    @TempDir Path place;

    @Test
    void the_run_goes_on_and_one_remark_says_what_is_missing() throws Exception {
        Answer.page(place.resolve("content"), "page.md", "# Page");
        Answer answer =
                Program.start(
                                place,
                                Map.of(),
                                List.of(
                                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                                .toString(),
                                        "-XX:-FlightRecorder",
                                        "-classpath",
                                        System.getProperty("java.class.path", ""),
                                        "dev.lanescope.Main",
                                        "run",
                                        place.resolve("content").toString(),
                                        "--jvm",
                                        "--out",
                                        place.resolve("out").toString()))
                        .answer();
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("1 came out, 0 failed")
                .containsOnlyOnce("Collections, stops and compilations of the JVM are not shown");
    }
}
