package dev.lanescope.concurrency.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Sums;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.crossing.Job;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Event;
import dev.lanescope.concurrency.processes.wire.Line;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Message.Report;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;

/// The books of a child that lies.
class AccountsTest {

    private final Watched watched = new Watched();
    private final ItemRunner<Integer, Sums.Sum, Integer> runner =
            new ItemRunner<>(new Sums(), Knobs.STANDARD, new StopSignal());
    private final Company<Integer, Sums.Sum, Integer> company =
            new Company<>("liars", runner, watched, new Launch(setup(), watched));
    private final Accounts<Integer, Sums.Sum, Integer> accounts =
            new Accounts<>(company, 0, 1, 0, () -> {});
    private final ByteArrayOutputStream firstChild = new ByteArrayOutputStream();
    private Batch<Integer, Integer> batch = runner.begin(List.of());

    private static Message.Setup setup() {
        return new Message.Setup("", Bytes.NONE, Knobs.STANDARD, 1, "", false);
    }

    /// The child is given 16 of 20 items.
    @BeforeEach
    void giveItems() throws IOException {
        batch = runner.begin(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17));
        company.has(new Job<>(batch, runner.workload(), Knobs.STANDARD, 1));
        accounts.open();
        accounts.has(line(firstChild));
        accounts.feed();
    }

    private static Line line(ByteArrayOutputStream sent) {
        return new Line(InputStream.nullInputStream(), sent, () -> {});
    }

    @AfterEach
    void end() {
        company.alarms().end();
    }

    private void hear(Event... events) throws IOException {
        accounts.hear(new Report(0, List.of(events)));
    }

    private static Bytes result(int value) throws IOException {
        return Bytes.of(value, new Sums().resultForm());
    }

    @Test
    void a_result_counts_once_and_only_for_an_item_that_was_given() throws Exception {
        hear(new Event.Done(3, result(5)));
        assertThat(batch.isSettled(3)).isTrue();
        assertThatThrownBy(() -> hear(new Event.Done(3, result(6))))
                .hasMessage("a report of item 3 in stage 0");
        assertThatThrownBy(() -> hear(new Event.Done(17, result(6))))
                .hasMessage("a report of item 17 in stage 0");
        assertThat(batch.isSettled(17)).isFalse();
        assertThat(watched.done).containsExactly(3);
    }

    @Test
    void a_result_that_is_none_fails_its_item_and_no_other() throws Exception {
        hear(new Event.Done(4, Bytes.copyOf(new byte[3])), new Event.Done(5, result(1)));
        assertThat(watched.failed).containsExactly(4);
        assertThat(watched.done).containsExactly(5);
    }

    @Test
    void threads_and_stages_that_do_not_exist_are_not_believed() {
        assertThatThrownBy(() -> accounts.hear(new Report(1, List.of())))
                .hasMessage("a report of thread 1");
        assertThatThrownBy(() -> hear(new Event.Works(0, 0, 2, 3)))
                .hasMessage("a report of item 2 in stage 3");
    }

    @Test
    void nothing_has_happened_in_the_future() throws Exception {
        hear(new Event.Waits(Long.MAX_VALUE, -1, Waiting.ENCODING));
        assertThat(watched.moments.getLast()).isLessThanOrEqualTo(System.nanoTime());
    }

    @Test
    void what_a_dead_child_was_given_goes_to_its_successor_and_not_to_it() throws Exception {
        int given = firstChild.size();
        accounts.mourn(137, 0, "process 1");
        accounts.feed();
        assertThat(firstChild.size()).isEqualTo(given);
        var secondChild = new ByteArrayOutputStream();
        accounts.has(line(secondChild));
        accounts.feed();
        assertThat(firstChild.size()).isEqualTo(given);
        assertThat(secondChild.size()).isPositive();
    }

    @Test
    void whatever_is_reported_is_booked_or_refused() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            try {
                hear(nonsense(random), nonsense(random));
            } catch (IOException expected) {
                // the only way to fail
            } catch (Throwable e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(watched.done).doesNotHaveDuplicates();
    }

    private static Event nonsense(Random random) {
        int item = random.nextInt(-2, 20);
        int stage = random.nextInt(-1, 4);
        var bytes = Bytes.copyOf(new byte[random.nextInt(6)]);
        return switch (random.nextInt(4)) {
            case 0 -> new Event.Works(random.nextLong(), random.nextLong(), item, stage);
            case 1 -> new Event.Waits(random.nextLong(), random.nextLong(), Waiting.FOR_IO);
            case 2 -> new Event.Done(item, bytes);
            default -> new Event.Failed(item, stage, bytes);
        };
    }
}
