package dev.lanescope.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.Diary.Entry;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.kit.Stranded;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.concurrency.knobs.Writes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a model must hold that lets a writer write behind its workers.
class WriteBehindContractTest {

    private static final int WRITE = 2;
    private static final String QUEUE = "waiting for the writer";
    private static final Knobs BEHIND = Knobs.STANDARD.with(Writes.BEHIND);

    static Stream<ConcurrencyModel> models() {
        return Models.all().stream().filter(model -> model.refusal(Knob.WRITES).isEmpty());
    }

    static Stream<Arguments> sizes() {
        return models().flatMap(model ->
                Stream.of(1, 3, 16)
                        .flatMap(workers ->
                                Stream.of(0, 1, 2, 1000)
                                        .map(items -> Arguments.of(model, workers, items))));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void every_item_is_written_once_and_by_the_writer_only(
            ConcurrencyModel model, int workers, int items) throws Exception {
        var work = new Sums();
        var diary = new Diary();
        assertThat(
                        model.run(
                                work,
                                items(items),
                                new Orders(workers, BEHIND),
                                diary,
                                new StopSignal()))
                .containsExactlyElementsOf(
                        items(items).stream().map(WriteBehindContractTest::done).toList());
        assertThat(work.stepsDone).hasValue(items * 3);
        assertThat(diary.lanes().keySet()).containsExactlyInAnyOrderElementsOf(items(workers + 1));
        diary.lanes()
                .forEach((lane, story) -> {
                    assertThat(story).endsWith(new Entry.Ends());
                    assertThat(story.stream().filter(Entry.Works.class::isInstance))
                            .allMatch(entry ->
                                    (((Entry.Works) entry).stage() == WRITE) == (lane == workers));
                });
        assertThat(diary.all(Entry.Done.class))
                .containsExactlyInAnyOrderElementsOf(
                        items(items).stream().map(Entry.Done::new).toList());
        assertThat(diary.gauges().get(QUEUE)).allMatch(waiting -> waiting >= 0 && waiting <= 16);
    }

    @ParameterizedTest
    @MethodSource("models")
    void under_every_other_knob_it_does_the_same(ConcurrencyModel model) throws Exception {
        for (Knobs knobs :
                List.of(
                        BEHIND.with(Scheduling.ROUND_ROBIN),
                        BEHIND.with(Scheduling.HEAVIEST_FIRST),
                        BEHIND.with(WorkerState.PER_PAGE),
                        BEHIND.with(WorkerState.SHARED),
                        BEHIND.withLatency(Duration.ZERO, Duration.ofNanos(20_000)))) {
            assertThat(
                            model.run(
                                    new Sums(),
                                    items(100),
                                    new Orders(3, knobs),
                                    Observer.nobody(),
                                    new StopSignal()))
                    .as(knobs.words())
                    .containsExactlyElementsOf(
                            items(100).stream().map(WriteBehindContractTest::done).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void who_finds_the_queue_full_waits_for_the_channel(ConcurrencyModel model) throws Exception {
        var rendered = new AtomicInteger();
        var open = new CountDownLatch(1);
        var full = new CountDownLatch(1);
        var work =
                new Sums((_, stage) -> {
                    if (stage == 1) {
                        rendered.incrementAndGet();
                    } else if (stage == WRITE) {
                        open.await();
                    }
                });
        Observer watcher =
                _ ->
                        new TellsWaits(what -> {
                            if (what == Waiting.FOR_ROOM) {
                                full.countDown();
                            }
                        });
        var run =
                new FutureTask<>(() ->
                        model.run(
                                work,
                                items(100),
                                new Orders(1, BEHIND),
                                watcher,
                                new StopSignal()));
        Thread.ofPlatform().start(run);
        full.await();
        assertThat(rendered.get())
                .as("16 wait, one finds no room, one may be being written")
                .isBetween(17, 18);
        open.countDown();
        assertThat(run.get())
                .containsExactlyElementsOf(
                        items(100).stream().map(WriteBehindContractTest::done).toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_item_that_fails_before_or_in_its_write_fails_alone(ConcurrencyModel model)
            throws Exception {
        var diary = new Diary();
        List<Outcome<Integer>> outcomes =
                model.run(
                        new Sums(Trouble.bad(Set.of(3, 4, 5))),
                        items(50),
                        new Orders(2, BEHIND),
                        diary,
                        new StopSignal());
        for (int item = 0; item < 50; item++) {
            if (item >= 3 && item <= 5) {
                assertThat(((Outcome.Failed<Integer>) outcomes.get(item)).stage())
                        .isEqualTo(item % 3);
            } else {
                assertThat(outcomes.get(item)).isEqualTo(done(item));
            }
        }
        assertThat(writer(diary)).contains(new Entry.Failed(5, WRITE));
        assertThat(diary.all(Entry.Failed.class)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("models")
    void items_that_are_not_written_pass_the_writer_by(ConcurrencyModel model) throws Exception {
        var diary = new Diary();
        List<Outcome<Integer>> outcomes =
                model.run(
                        new Sums(Trouble.ODD_ARE_SHORT),
                        items(10),
                        new Orders(2, BEHIND),
                        diary,
                        new StopSignal());
        assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
        assertThat(writer(diary).stream().filter(Entry.Works.class::isInstance)).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_crew_does_one_batch_after_the_other_with_the_same_writer(ConcurrencyModel model)
            throws Exception {
        var diary = new Diary();
        try (var crew = model.hire(new Sums(), new Orders(2, BEHIND), diary, new StopSignal())) {
            for (int batch = 0; batch < 3; batch++) {
                assertThat(crew.perform(items(40)))
                        .containsExactlyElementsOf(
                                items(40).stream().map(WriteBehindContractTest::done).toList());
            }
        }
        assertThat(diary.lanes()).hasSize(3);
        assertThat(diary.all(Entry.Done.class)).hasSize(120).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_stop_frees_the_writer_and_all_who_wait_for_room(ConcurrencyModel model)
            throws Exception {
        var full = new CountDownLatch(1);
        var stop = new StopSignal();
        var never = new CountDownLatch(1);
        var work =
                new Sums((_, stage) -> {
                    if (stage == WRITE) {
                        never.await();
                    }
                });
        Observer watcher =
                _ ->
                        new TellsWaits(what -> {
                            if (what == Waiting.FOR_ROOM) {
                                full.countDown();
                            }
                        });
        var run =
                new FutureTask<>(
                        () -> model.run(work, items(100), new Orders(2, BEHIND), watcher, stop));
        Thread.ofPlatform().start(run);
        full.await();
        stop.request();
        assertThat(run.get()).hasSize(100).containsOnly(new Outcome.NotDone<>());
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_full_disk_ends_the_run_with_its_sentence(ConcurrencyModel model) {
        var work =
                new Sums((item, stage) -> {
                    if (item == 30 && stage == WRITE) {
                        throw new RunAborted("the disk is full", new IllegalStateException());
                    }
                });
        assertThatThrownBy(() ->
                        model.run(
                                work,
                                items(1000),
                                new Orders(3, BEHIND),
                                Observer.nobody(),
                                new StopSignal()))
                .isInstanceOf(RunAborted.class)
                .hasMessage("the disk is full");
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_write_that_never_comes_back_is_given_up(ConcurrencyModel model) throws Exception {
        if (model.refusal(Knob.PAGE_TIMEOUT).isPresent()) {
            return;
        }
        var hang = new AtomicBoolean(true);
        var work =
                new Sums((item, stage) -> {
                    if (item == 5 && stage == WRITE) {
                        Trouble.loopUntil(() -> !hang.get());
                    }
                });
        var diary = new Diary();
        var orders = new Orders(2, BEHIND.withPageTimeout(Duration.ofMillis(100)));
        try {
            List<Outcome<Integer>> outcomes =
                    model.run(work, items(100), orders, diary, new StopSignal());
            assertThat(outcomes.stream())
                    .as("there is one writer, and without it nothing goes on")
                    .anyMatch(outcome ->
                            outcome instanceof Outcome.Failed<Integer>(_, Throwable cause)
                                    && cause instanceof Stranded);
            assertThat(writer(diary)).contains(new Entry.Failed(5, WRITE));
        } finally {
            hang.set(false);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void many_runs_leave_no_thread_behind(ConcurrencyModel model) throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int run = 0; run < 50; run++) {
            model.run(
                    new Sums(),
                    items(20),
                    new Orders(2, BEHIND),
                    Observer.nobody(),
                    new StopSignal());
        }
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        assertThat(left).noneMatch(thread -> thread.getName().startsWith(model.id()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_writer_tells_a_story_that_makes_sense(ConcurrencyModel model) throws Exception {
        var diary = new Diary();
        model.run(new Sums(), items(300), new Orders(2, BEHIND), diary, new StopSignal());
        Map<Integer, List<Entry>> lanes = diary.lanes();
        lanes.values()
                .forEach(story -> {
                    int nothingLeft = story.indexOf(new Entry.Waits(Waiting.NOTHING_LEFT));
                    if (nothingLeft >= 0) {
                        assertThat(story.subList(nothingLeft, story.size()))
                                .noneMatch(Entry.Works.class::isInstance);
                    }
                });
        for (int item = 0; item < 300; item++) {
            assertThat(diary.story(item))
                    .containsExactly(
                            new Entry.Works(item, 0),
                            new Entry.Works(item, 1),
                            new Entry.Works(item, WRITE),
                            new Entry.Done(item));
        }
    }

    /// The lane behind those of two workers.
    private static List<Entry> writer(Diary diary) {
        return diary.lanes().getOrDefault(2, List.of());
    }

    private static List<Integer> items(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static Outcome<Integer> done(int item) {
        return new Outcome.Done<>(Sums.expected(item));
    }
}
