package dev.lanescope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// A file that is written while its run goes on.
@Timeout(120)
class TraceLogTest {

    @TempDir Path folder;

    private final Trace trace = new Trace(Traces.info(2, 100), Traces.STARTING);
    private final AtomicLong clock = new AtomicLong();
    private Path file;
    private Path part;

    @BeforeEach
    void choosePlace() {
        file = folder.resolve("run.lanescope");
        part = TraceLog.partOf(file);
    }

    @Test
    void what_happened_is_in_the_file_before_the_run_is_over() throws Exception {
        try (TraceLog log = log()) {
            trace.lane(0).append(100, Traces.READ, 0, 50);
            clock.set(110);
            Snapshot first = waitFor(read -> read.lanes().getFirst().size() == 2);
            assertThat(first.finished()).isFalse();
            assertThat(first.remarks().getLast()).startsWith("run.lanescope.part ends in the");

            trace.lane(1).rename("second");
            trace.lane(1).append(120, Traces.LOCK, 7, Lane.NOT_READ);
            trace.remark("It was too hot.");
            trace.know(new Fact("Clock", "right"));
            trace.counter("queue").append(150, 3);
            clock.set(200);
            Snapshot second = waitFor(read -> !read.counters().isEmpty() && has(read, 1, 2));
            assertThat(second.lanes().get(1).name()).isEqualTo("second");
            assertThat(second.remarks()).first().isEqualTo("It was too hot.");
            assertThat(second.info().facts()).containsExactly(new Fact("Clock", "right"));
            assertThat(file).doesNotExist();

            trace.finish(300);
            log.finish(Traces.finished(trace));
        }
        assertThat(part).doesNotExist();
        assertThat(TraceText.of(TraceFile.read(file)))
                .isEqualTo(TraceText.of(Traces.finished(trace)));
    }

    /// A run ends with its last result, which is known only when the workers have gone home.
    @Test
    void what_was_written_before_it_was_known_to_come_after_the_end_does_not_count()
            throws Exception {
        try (TraceLog log = log()) {
            trace.lane(0).append(100, Traces.READ, 0, 50);
            trace.lane(0).append(200, Traces.IDLE, Lane.NO_ITEM, 120);
            clock.set(300);
            waitFor(read -> has(read, 0, 3));
            trace.finish(200);
            log.finish(Traces.finished(trace));
        }
        Snapshot read = TraceFile.read(file);
        assertThat(read.lanes().getFirst().size()).isEqualTo(2);
        assertThat(TraceText.of(read)).isEqualTo(TraceText.of(Traces.finished(trace)));
    }

    @Test
    void a_run_that_never_began_leaves_nothing() throws Exception {
        Files.writeString(part, "of another run");
        TraceLog.begin(file, Optional::empty).close();
        assertThat(part).hasContent("of another run");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_run_that_is_given_up_leaves_what_it_did() throws Exception {
        try (TraceLog _ = log()) {
            trace.lane(0).append(100, Traces.READ, 0, 50);
            clock.set(300);
            waitFor(read -> has(read, 0, 2));
        }
        assertThat(file).doesNotExist();
        assertThat(has(TraceFile.read(part), 0, 2)).isTrue();
    }

    /// Whatever the pauses between two looks: the last look is when the run has failed.
    @Test
    void what_was_recorded_until_a_failure_is_complete() throws Exception {
        TraceLog log = log();
        trace.lane(0).append(100, Traces.READ, 0, 50);
        clock.set(300);
        waitFor(read -> has(read, 0, 2));
        for (int span = 0; span < 1000; span++) {
            trace.lane(1).append(400 + span, Traces.PARSE, 1, Lane.NOT_READ);
        }
        clock.set(2000);
        trace.remark("It failed.");
        log.close();
        Snapshot read = TraceFile.read(part);
        assertThat(has(read, 1, 1001)).isTrue();
        assertThat(read.endNanos()).isEqualTo(2000);
        assertThat(read.remarks()).first().isEqualTo("It failed.");
        assertThat(log.unfinished()).contains(part);
    }

    @Test
    void a_run_that_was_stopped_can_have_ended_before_what_was_written() throws Exception {
        try (TraceLog _ = log()) {
            trace.lane(0).append(100, Traces.READ, 0, 50);
            clock.set(300);
            waitFor(read -> has(read, 0, 2));
            trace.finish(200);
        }
        assertThat(has(TraceFile.read(part), 0, 2)).isTrue();
    }

    @Test
    void where_nothing_was_recorded_nothing_is_said_to_be_left() throws Exception {
        Files.writeString(part, "of another run");
        TraceLog none = TraceLog.begin(file, Optional::empty);
        none.close();
        assertThat(none.unfinished()).isEmpty();
        TraceLog whole = log();
        trace.finish(100);
        whole.finish(Traces.finished(trace));
        whole.close();
        assertThat(whole.unfinished()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_written_is_told_of_at_the_end() throws Exception {
        Files.createDirectory(part);
        try (TraceLog log = log()) {
            trace.finish(100);
            assertThatThrownBy(() -> log.finish(Traces.finished(trace)))
                    .isInstanceOf(TraceFileException.class)
                    .hasMessageStartingWith(file + " cannot be written: ");
        }
    }

    /// It was looked at again and again, a few spans each time.
    @Test
    void the_trace_of_a_short_run_takes_as_much_room_as_if_it_had_been_saved() throws Exception {
        TraceLog log = log();
        for (int look = 1; look <= 4; look++) {
            for (int span = 0; span < 20; span++) {
                long at = 1_000_000L * look + 7_919L * span;
                trace.lane(span % 2).append(at, Traces.PARSE, span % 3, at / 2);
            }
            clock.set(1_000_000L * look + 900_000);
            int spans = 1 + 10 * look;
            waitFor(read -> has(read, 1, spans));
        }
        long watched = Files.size(part);
        trace.finish(5_000_000);
        log.finish(Traces.finished(trace));
        Path saved = file.resolveSibling("saved.lanescope");
        TraceFile.write(Traces.finished(trace), saved);
        assertThat(file).hasSameBinaryContentAs(saved);
        assertThat(Files.size(file)).isLessThan(watched);
        assertThat(part).doesNotExist();
    }

    private TraceLog log() {
        return TraceLog.begin(file, () -> Optional.of(trace.snapshot(clock::get)));
    }

    private static boolean has(Snapshot read, int lane, int spans) {
        return read.lanes().size() > lane && read.lanes().get(lane).size() == spans;
    }

    private Snapshot waitFor(Predicate<Snapshot> there) throws Exception {
        return Growing.until(part, there, () -> true);
    }
}
