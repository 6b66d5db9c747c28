package dev.lanescope.concurrency;

import static dev.lanescope.concurrency.KnobsContractTest.ITEMS;
import static dev.lanescope.concurrency.KnobsContractTest.LONG_ENOUGH;
import static dev.lanescope.concurrency.KnobsContractTest.items;
import static dev.lanescope.concurrency.KnobsContractTest.model;
import static dev.lanescope.concurrency.KnobsContractTest.modelsWith;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Children;
import dev.lanescope.concurrency.Diary.Entry;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.kit.PageTimeout;
import dev.lanescope.concurrency.kit.Stranded;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What every model must hold that gives up pages which take too long, and what its lanes say at
/// the end. Nearly all of it is waiting, so its tests wait together.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
class PageTimeoutContractTest {

    /// Longer than any other page takes, even while pages of other tests loop beside it.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    static Stream<ConcurrencyModel> giveUp() {
        return modelsWith(Knob.PAGE_TIMEOUT).filter(model -> !model.survivesCrashes());
    }

    /// Models in which a page that hangs keeps what all others need when there are two workers: the
    /// lock, or the only thread that computes.
    private static final Set<String> NOBODY_GOES_ON =
            Set.of("sequential", "event-loop", "gil", "isolated-gil", "isolated-threads");

    private Trouble loops = Trouble.NONE;

    @AfterEach
    void letGo() {
        loops.letGo();
    }

    static Stream<ConcurrencyModel> all() {
        return Models.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_page_that_loops_for_ever_is_given_up_and_no_other_is_left_without_a_word(
            ConcurrencyModel model) throws Exception {
        var looping = new AtomicReference<Thread>();
        Observer watcher =
                _ ->
                        new TellsItems(item -> {
                            if (item == 5) {
                                looping.set(Thread.currentThread());
                            }
                        });
        var knobs = Knobs.STANDARD.withPageTimeout(PATIENCE);
        var orders = new Orders(Math.min(2, model.workers().most()), knobs);
        loops = Trouble.loopsAt(5);
        var work = new Sums(loops);
        List<Outcome<Integer>> outcomes =
                model.run(work, items(), orders, watcher, new StopSignal());
        assertThat(((Outcome.Failed<Integer>) outcomes.get(5)).cause())
                .isInstanceOf(PageTimeout.class);
        List<Throwable> lost =
                outcomes.stream()
                        .filter(Outcome.Failed.class::isInstance)
                        .map(outcome -> ((Outcome.Failed<Integer>) outcome).cause())
                        .filter(cause -> !(cause instanceof PageTimeout))
                        .toList();
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance))
                .hasSize(ITEMS - 1 - lost.size());
        assertThat(lost)
                .allMatch(Stranded.class::isInstance)
                .extracting(Throwable::getMessage)
                .allMatch(why -> why.startsWith("item 5 hangs, cannot be killed, and nobody"));
        if (!isProbed(model)) { // which may find that one thread is enough
            assertThat(lost.isEmpty())
                    .as("whether the others are done")
                    .isEqualTo(!NOBODY_GOES_ON.contains(model.id()));
        }
        assertThat(model.run(new Sums(), items(), orders, Observer.nobody(), new StopSignal()))
                .as("the next run, while the page of the last one hangs still")
                .hasOnlyElementsOfType(Outcome.Done.class);
        letGo();
        if (!model.survivesCrashes()) {
            assertThat(looping.get().join(LONG_ENOUGH)).as("the thread goes away").isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_lane_of_a_page_that_loops_says_that_it_cannot_be_killed(ConcurrencyModel model)
            throws Exception {
        var diary = new Diary();
        var knobs = Knobs.STANDARD.withPageTimeout(PATIENCE);
        var orders = new Orders(Math.min(3, model.workers().most()), knobs);
        loops = Trouble.loopsAt(0);
        try (var crew = model.hire(new Sums(loops), orders, diary, new StopSignal())) {
            assertThat(crew.perform(items())).hasSize(ITEMS);
            assertThat(crew.perform(List.of(1, 2)))
                    .as("a second batch is done, or told to be lost")
                    .noneMatch(Outcome.NotDone.class::isInstance);
        }
        assertThat(diary.all(Entry.Failed.class)).contains(new Entry.Failed(0, 1));
        assertThat(diary.all(Entry.Waits.class).contains(new Entry.Waits(Waiting.HANGING)))
                .as("processes are killed, threads cannot be")
                .isEqualTo(!model.survivesCrashes());
    }

    @ParameterizedTest
    @MethodSource("giveUp")
    void an_item_that_never_comes_back_is_given_up_and_its_lane_says_so(ConcurrencyModel model)
            throws Exception {
        if (NOBODY_GOES_ON.contains(model.id()) || !model.sharesHeap() || isProbed(model)) {
            return; // see above
        }
        var hang = new AtomicBoolean(true);
        var hanging = new AtomicReference<Thread>();
        var diary = new Diary();
        var orders = new Orders(2, Knobs.STANDARD.withPageTimeout(PATIENCE));
        List<Outcome<Integer>> outcomes =
                model.run(hangsAt(5, hang, hanging), items(), orders, diary, new StopSignal());
        hang.set(false);
        assertThat(hanging.get().join(LONG_ENOUGH)).as("the thread goes away").isTrue();
        assertThat(outcomes.get(5)).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed<Integer>) outcomes.get(5)).cause())
                .isInstanceOf(PageTimeout.class);
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(ITEMS - 1);
        assertThat(diary.all(Entry.Waits.class)).contains(new Entry.Waits(Waiting.HANGING));
    }

    /// What is done at first, by one thread, may be given up before there are two.
    private static boolean isProbed(ConcurrencyModel model) {
        return model.id().equals("auto");
    }

    /// An item that loops in its second stage until it may go on.
    private static Sums hangsAt(int hangs, AtomicBoolean hang, AtomicReference<Thread> thread) {
        return new Sums((item, stage) -> {
            if (item == hangs && stage == 1) {
                thread.set(Thread.currentThread());
                Trouble.loopUntil(() -> !hang.get());
            }
        });
    }

    static Stream<Arguments> shares() {
        return modelsWith(Knob.SCHEDULING)
                .filter(model ->
                        model.sharesHeap() && model.id().matches("fixed-pool|work-stealing"))
                .flatMap(model ->
                        Stream.of(Scheduling.ROUND_ROBIN, Scheduling.chunksOf(7))
                                .filter(way -> model.refusal(Knobs.STANDARD.with(way)).isEmpty())
                                .map(way -> Arguments.of(model, way)));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void what_was_given_to_a_thread_that_hangs_is_done_by_others(
            ConcurrencyModel model, Scheduling scheduling) throws Exception {
        var hang = new AtomicBoolean(true);
        var work = hangsAt(5, hang, new AtomicReference<>());
        var knobs = Knobs.STANDARD.with(scheduling).withPageTimeout(PATIENCE);
        try (var crew =
                model.hire(work, new Orders(3, knobs), Observer.nobody(), new StopSignal())) {
            assertThat(crew.perform(items()).stream().filter(Outcome.Done.class::isInstance))
                    .hasSize(ITEMS - 1);
            List<Integer> more = IntStream.range(ITEMS, 2 * ITEMS).boxed().toList();
            assertThat(crew.perform(more))
                    .as("it still hangs")
                    .hasOnlyElementsOfType(Outcome.Done.class);
        } finally {
            hang.set(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-loop-offload", "staged", "thread-per-page"})
    void while_pages_are_waited_for_one_that_hangs_does_not_end_the_run(String id)
            throws Exception {
        var hang = new AtomicBoolean(true);
        var knobs =
                Knobs.STANDARD
                        .withLatency(Duration.ofMillis(400), Duration.ZERO)
                        .withPageTimeout(
                                Duration.ofMillis(id.equals("thread-per-page") ? 900 : 100));
        try {
            assertThat(
                            model(id)
                                    .run(
                                            hangsAt(0, hang, new AtomicReference<>()),
                                            items().subList(0, 8),
                                            new Orders(2, knobs),
                                            Observer.nobody(),
                                            new StopSignal())
                                    .subList(1, 8))
                    .hasOnlyElementsOfType(Outcome.Done.class);
        } finally {
            hang.set(false);
        }
    }

    @ParameterizedTest
    @MethodSource("giveUp")
    void an_injected_endless_loop_ends_with_its_run(ConcurrencyModel model) throws Exception {
        if (NOBODY_GOES_ON.contains(model.id())) {
            return; // where it ends the run
        }
        var looping = new AtomicReference<Thread>();
        Observer watcher =
                _ ->
                        new TellsItems(item -> {
                            if (item == 5) { // the last stage that begins is the one with the loop
                                looping.set(Thread.currentThread());
                            }
                        });
        var knobs =
                Knobs.STANDARD
                        .with(List.of(new Fault(Fault.Kind.ENDLESS_LOOP, 5)))
                        .withPageTimeout(PATIENCE);
        List<Outcome<Integer>> outcomes =
                model.run(new Sums(), items(), new Orders(2, knobs), watcher, new StopSignal());
        assertThat(outcomes.get(5)).isInstanceOf(Outcome.Failed.class);
        if (model.sharesHeap()) { // an interpreter's thread lives as long as the interpreter
            assertThat(looping.get().join(LONG_ENOUGH)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thread-per-page",
                "work-stealing",
                "event-loop",
                "event-loop-offload",
                "staged"
            })
    void who_will_get_nothing_any_more_says_so_while_others_are_at_the_last_page(String id)
            throws Exception {
        var heard = new AtomicBoolean();
        var idle = new CountDownLatch(1);
        Observer watcher =
                lane ->
                        new TellsWaits(what -> {
                            if (what == Waiting.NOTHING_LEFT) {
                                idle.countDown();
                            }
                        });
        var work =
                new Sums((item, stage) -> {
                    if (item == 0 && stage == 2) { // the last stage of the only page
                        heard.set(idle.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS));
                    }
                });
        var orders = new Orders(Math.min(2, model(id).workers().most()), Knobs.STANDARD);
        model(id).run(work, List.of(7, 0), orders, watcher, new StopSignal());
        assertThat(heard).isTrue();
    }

    @Test
    void a_station_that_nobody_comes_to_any_more_says_so_even_if_a_page_was_given_up()
            throws Exception {
        var hang = new AtomicBoolean(true);
        var said = new CountDownLatch(1);
        Observer watcher =
                lane ->
                        new TellsWaits(what -> {
                            if (what == Waiting.HANGING) {
                                hang.set(false); // so that the page passes the stage after all
                            } else if (lane == 2 && what == Waiting.NOTHING_LEFT) {
                                said.countDown();
                            }
                        });
        var orders = new Orders(1, Knobs.STANDARD.withPageTimeout(Duration.ofMillis(100)));
        var work = hangsAt(5, hang, new AtomicReference<>());
        try (var crew = model("staged").hire(work, orders, watcher, new StopSignal())) {
            crew.perform(items());
            assertThat(said.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("giveUp")
    void when_nobody_comes_back_the_run_ends_and_names_a_page(ConcurrencyModel model)
            throws Exception {
        if (!model.sharesHeap()) {
            return; // none of its pages can be told when to come back
        }
        var hang = new AtomicBoolean(true);
        var work =
                new Sums((_, stage) -> {
                    if (stage == 1) {
                        Trouble.loopUntil(() -> !hang.get());
                    }
                });
        var orders =
                new Orders(
                        model.workers().least(),
                        Knobs.STANDARD.withPageTimeout(Duration.ofMillis(100)));
        try {
            List<Outcome<Integer>> outcomes =
                    model.run(work, items(), orders, Observer.nobody(), new StopSignal());
            assertThat(outcomes).hasOnlyElementsOfType(Outcome.Failed.class);
            assertThat(outcomes.stream().map(each -> ((Outcome.Failed<Integer>) each).cause()))
                    .hasAtLeastOneElementOfType(PageTimeout.class)
                    .hasAtLeastOneElementOfType(Stranded.class);
        } finally {
            hang.set(false);
        }
    }
}
