package dev.lanescope.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.kit.PageTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.stream.Stream;

class RemoteFailureTest {

    static Stream<Throwable> causes() {
        return Stream.of(
                new PageTimeout(Duration.ofMillis(500)),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new UncheckedIOException(new NoSuchFileException("a.md")));
    }

    @Test
    void people_read_sentences_not_the_names_of_our_classes() {
        assertThat(causes().map(RemoteFailure::words))
                .containsExactly(
                        "given up after 500 ms",
                        "StackOverflowError",
                        "OutOfMemoryError: Java heap space",
                        "UncheckedIOException: java.nio.file.NoSuchFileException: a.md");
    }

    @ParameterizedTest
    @MethodSource("causes")
    void it_reads_the_same_wherever_it_was_thrown(Throwable cause) throws Exception {
        var bytes = new ByteArrayOutputStream();
        RemoteFailure.FORM.write(cause, new DataOutputStream(bytes));
        Throwable far =
                RemoteFailure.FORM.read(
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(RemoteFailure.words(far)).isEqualTo(RemoteFailure.words(cause));
        assertThat(far).hasToString(cause.toString());
    }

    @Test
    void a_time_below_a_millisecond_is_told() {
        assertThat(new PageTimeout(Duration.ofNanos(1_000))).hasMessage("given up after 0.001 ms");
    }
}
