package dev.lanescope.exchange.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanescope.analysis.LaneTime;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.TraceFileException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What tests see of a file that was opened.
final class Opened {

    static final long MOST_BYTES = 64 << 20;

    private Opened() {}

    static Snapshot text(Path folder, String text) throws Exception {
        return bytes(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Snapshot bytes(Path folder, byte[] bytes) throws Exception {
        return sound(TraceFiles.open(file(folder, bytes), MOST_BYTES, _ -> {}));
    }

    static Path file(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("trace.of-unknown-kind"), bytes);
    }

    /// What is said instead of opening it, without the file.
    static String refusal(Path folder, String text) throws IOException {
        return refusal(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static String refusal(Path folder, byte[] bytes) throws IOException {
        return refusal(file(folder, bytes));
    }

    static String refusal(Path file) {
        TraceFileException refused =
                catchThrowableOfType(
                        TraceFileException.class, () -> TraceFiles.open(file, MOST_BYTES, _ -> {}));
        assertThat(refused).as("it was opened").isNotNull();
        assertThat(refused.getMessage()).startsWith(file + " ").doesNotContain("\n");
        return String.valueOf(refused.getMessage()).substring(file.toString().length() + 1);
    }

    /// A lane a line, e.g. `main: nothing recorded 5, parse@load 10`; spans of no length are left
    /// out if a lane begins with them.
    static List<String> lanes(Snapshot trace) {
        return trace.lanes().stream()
                .map(lane ->
                        lane.name()
                                + ": "
                                + IntStream.range(0, lane.size())
                                        .mapToObj(lane::span)
                                        .filter(span -> span.index() > 0 || span.nanos() > 0)
                                        .map(span -> span(trace, span))
                                        .collect(Collectors.joining(", ")))
                .toList();
    }

    private static String span(Snapshot trace, Span span) {
        String state = trace.stateOf(span).name();
        return (state.equals("nothing recorded") ? "-" : state)
                + trace.itemOf(span).map(item -> "@" + item).orElse("")
                + " "
                + span.nanos();
    }

    /// Holds a trace to what every trace must keep: lanes without gaps and overlaps, states and
    /// items that there are, an account that closes.
    static Snapshot sound(Snapshot trace) {
        assertThat(trace.finished() || !trace.info().isForeign()).isTrue();
        for (LaneView lane : trace.lanes()) {
            long at = 0;
            for (int index = 0; index < lane.size(); index++) {
                Span span = lane.span(index);
                assertThat(span.startNanos()).isEqualTo(at);
                assertThat(span.nanos()).isNotNegative();
                trace.stateOf(span);
                trace.itemOf(span);
                at = span.endNanos();
            }
            assertThat(at).isEqualTo(trace.endNanos());
        }
        assertThat(LaneTime.of(trace).closes()).isTrue();
        for (var counter : trace.counters()) {
            for (int i = 1; i < counter.size(); i++) {
                assertThat(counter.nanos(i)).isGreaterThanOrEqualTo(counter.nanos(i - 1));
            }
        }
        return trace;
    }
}
