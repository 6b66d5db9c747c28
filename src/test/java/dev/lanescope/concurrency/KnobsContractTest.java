package dev.lanescope.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.Diary.Entry;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.concurrency.knobs.WorkerState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What every model must hold under every knob that it says it honours.
class KnobsContractTest {

    static final int ITEMS = 300;

    /// What has not happened by then never will.
    static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    static Stream<ConcurrencyModel> models() {
        return Models.all().stream();
    }

    static Stream<ConcurrencyModel> modelsWith(Knob knob) {
        return models().filter(model -> model.refusal(knob).isEmpty());
    }

    static Stream<Arguments> schedulings() {
        return modelsWith(Knob.SCHEDULING)
                .flatMap(model ->
                        Stream.of(
                                        Scheduling.SHARED_QUEUE,
                                        Scheduling.ROUND_ROBIN,
                                        Scheduling.chunksOf(7),
                                        Scheduling.HEAVIEST_FIRST)
                                .filter(way -> model.refusal(Knobs.STANDARD.with(way)).isEmpty())
                                .flatMap(scheduling ->
                                        workers(model)
                                                .map(workers ->
                                                        Arguments.of(model, scheduling, workers))));
    }

    /// A worker that is not of this heap takes a third of a second to start.
    private static Stream<Integer> workers(ConcurrencyModel model) {
        return (model.sharesHeap() ? Stream.of(1, 3, 16) : Stream.of(2))
                .filter(model.workers()::contains);
    }

    @ParameterizedTest
    @MethodSource("schedulings")
    void under_every_scheduling_every_item_is_done_once_and_results_come_in_order(
            ConcurrencyModel model, Scheduling scheduling, int workers) throws Exception {
        var work = new Sums();
        var orders = new Orders(workers, Knobs.STANDARD.with(scheduling));
        assertThat(model.run(work, items(), orders, Observer.nobody(), new StopSignal()))
                .containsExactlyElementsOf(allDone());
        if (model.sharesHeap()) {
            assertThat(work.stepsDone).hasValue(ITEMS * 3);
        }
    }

    @Test
    void heaviest_first_begins_the_heaviest_items_first() throws Exception {
        var diary = new Diary();
        var orders = new Orders(1, Knobs.STANDARD.with(Scheduling.HEAVIEST_FIRST));
        model("sequential").run(new Sums(), items(), orders, diary, new StopSignal());
        List<Integer> begun =
                diary.lanes().values().stream()
                        .flatMap(List::stream)
                        .filter(Entry.Works.class::isInstance)
                        .map(Entry.Works.class::cast)
                        .filter(entry -> entry.stage() == 0)
                        .map(Entry.Works::item)
                        .toList();
        assertThat(begun.stream().map(item -> -new Sums().weight(item)).toList()).isSorted();
    }

    @Test
    void work_stealing_refuses_an_order_that_it_would_not_keep() {
        for (Scheduling way : List.of(Scheduling.ROUND_ROBIN, Scheduling.HEAVIEST_FIRST)) {
            assertThat(model("work-stealing").refusal(Knobs.STANDARD.with(way)))
                    .hasValueSatisfying(why -> assertThat(why).endsWith(".").hasSizeLessThan(120));
        }
    }

    @Test
    void round_robin_deals_the_items_out_in_turn() throws Exception {
        var diary = new Diary();
        var orders = new Orders(3, Knobs.STANDARD.with(Scheduling.ROUND_ROBIN));
        model("fixed-pool").run(new Sums(), items(), orders, diary, new StopSignal());
        diary.lanes()
                .forEach((lane, story) ->
                        assertThat(story.stream().filter(Entry.Done.class::isInstance))
                                .allMatch(entry -> ((Entry.Done) entry).item() % 3 == lane)
                                .hasSize(ITEMS / 3));
    }

    static Stream<Arguments> states() {
        return modelsWith(Knob.STATE)
                .flatMap(model ->
                        Arrays.stream(WorkerState.values())
                                .filter(state ->
                                        model.refusal(Knobs.STANDARD.with(state)).isEmpty())
                                .map(state -> Arguments.of(model, state)));
    }

    /// [Sums] itself complains about a worker that is used by two threads at once.
    @ParameterizedTest
    @MethodSource("states")
    void whosever_the_worker_is_nobody_uses_it_while_another_does(
            ConcurrencyModel model, WorkerState state) throws Exception {
        var work = new Sums();
        int workers = Math.min(4, model.workers().most());
        var orders = new Orders(workers, Knobs.STANDARD.with(state));
        assertThat(model.run(work, items(), orders, Observer.nobody(), new StopSignal()))
                .containsExactlyElementsOf(allDone());
        if (!model.sharesHeap()) {
            return; // it is made where nobody here can count it
        }
        switch (state) {
            case PER_WORKER -> assertThat(work.workersMade.get()).isBetween(1, workers);
            case PER_PAGE -> assertThat(work.workersMade).hasValue(ITEMS);
            case SHARED -> assertThat(work.workersMade).hasValue(1);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_cpu_weight_of_three_does_the_work_twice_more(ConcurrencyModel model) throws Exception {
        if (model.refusal(Knob.CPU_WEIGHT).isPresent()) {
            return;
        }
        var work = new Sums();
        var orders = new Orders(model.workers().least(), Knobs.STANDARD.withCpuWeight(3));
        assertThat(model.run(work, items(), orders, Observer.nobody(), new StopSignal()))
                .containsExactlyElementsOf(allDone());
        if (model.sharesHeap()) { // else nobody here can count
            assertThat(work.rehearsals).hasValue(2 * ITEMS);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void with_latency_every_item_still_comes_out_and_a_stop_need_not_wait_for_it(
            ConcurrencyModel model) throws Exception {
        var latency = Knobs.STANDARD.withLatency(Duration.ofNanos(20_000), Duration.ZERO);
        var orders = new Orders(model.workers().least(), latency);
        assertThat(model.run(new Sums(), items(), orders, Observer.nobody(), new StopSignal()))
                .containsExactlyElementsOf(allDone());

        var forever = Knobs.STANDARD.withLatency(Duration.ofHours(1), Duration.ZERO);
        var stop = new StopSignal();
        try (var crew =
                model.hire(
                        new Sums(),
                        new Orders(model.workers().least(), forever),
                        Observer.nobody(),
                        stop)) {
            Thread.ofPlatform().start(stop::request);
            assertThat(crew.perform(items())).containsOnly(new Outcome.NotDone<>());
        }
    }

    @Test
    void under_the_global_lock_one_thread_computes_and_the_others_say_what_they_wait_for()
            throws Exception {
        var computing = new AtomicInteger();
        var most = new AtomicInteger();
        var somebodyWaits = new CountDownLatch(1);
        var work =
                new Sums((_, stage) -> {
                    if (stage == 1) {
                        most.accumulateAndGet(computing.incrementAndGet(), Math::max);
                        somebodyWaits.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
                        computing.decrementAndGet();
                    }
                });
        Observer watcher =
                _ ->
                        new TellsWaits(what -> {
                            if (what == Waiting.FOR_LOCK) {
                                somebodyWaits.countDown();
                            }
                        });
        model("gil").run(work, items(), Orders.of(4), watcher, new StopSignal());
        assertThat(somebodyWaits.getCount()).as("who waits for the lock says so").isZero();
        assertThat(most).hasValue(1);

        var diary = new Diary();
        model("gil").run(new Sums(), items(), Orders.of(4), diary, new StopSignal());
        assertThat(diary.gauges()).containsKeys("waiting for the lock", "worker with the lock");
        assertThat(diary.gauges().get("worker with the lock")).allMatch(w -> w >= 0 && w <= 4);
    }

    @Test
    void a_slow_stage_holds_up_those_before_it() throws Exception {
        var begun = new AtomicInteger();
        var begunWhenFull = new AtomicInteger(-1);
        var open = new CountDownLatch(1);
        var full = new CountDownLatch(1);
        var queues = List.of("waiting for first", "waiting for second", "waiting for third");
        Map<String, Long> waiting = new ConcurrentHashMap<>();
        var work =
                new Sums((_, stage) -> {
                    if (stage == 0) {
                        begun.incrementAndGet();
                    } else if (stage == 2) {
                        open.await();
                    }
                });
        Observer watcher =
                new Observer() {
                    @Override
                    public LaneObserver workerBegins(int lane) {
                        return LaneObserver.NOBODY;
                    }

                    @Override
                    public Gauge gauge(String name) {
                        return value -> {
                            waiting.put(name, value);
                            if (queues.stream()
                                    .allMatch(each -> waiting.getOrDefault(each, 0L) == 16)) {
                                full.countDown();
                            }
                        };
                    }
                };
        try (var crew = model("staged").hire(work, Orders.of(1), watcher, new StopSignal())) {
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        try {
                            full.await();
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        }
                        begunWhenFull.set(begun.get());
                        open.countDown();
                    });
            assertThat(crew.perform(items())).containsExactlyElementsOf(allDone());
        }
        assertThat(begunWhenFull.get())
                .as("two full queues behind the first stage, and one page in the hands of each")
                .isBetween(33, 35);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_page_that_is_made_to_fail_fails_alone(ConcurrencyModel model) throws Exception {
        List<Fault> faults =
                List.of(
                        new Fault(Fault.Kind.EXCEPTION, 3),
                        new Fault(Fault.Kind.STACK_OVERFLOW, 8));
        var orders = new Orders(model.workers().least(), Knobs.STANDARD.with(faults));
        List<Outcome<Integer>> outcomes =
                model.run(new Sums(), items(), orders, Observer.nobody(), new StopSignal());
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.get(8)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(ITEMS - 2);
    }

    @Test
    void a_poisoned_static_breaks_every_page_after_it_that_shares_the_class() throws Exception {
        var orders =
                new Orders(
                        1, Knobs.STANDARD.with(List.of(new Fault(Fault.Kind.POISONED_STATIC, 10))));
        List<Outcome<Integer>> outcomes =
                model("sequential")
                        .run(new Sums(), items(), orders, Observer.nobody(), new StopSignal());
        assertThat(outcomes.subList(0, 10)).allMatch(Outcome.Done.class::isInstance);
        assertThat(outcomes.subList(10, ITEMS)).allMatch(Outcome.Failed.class::isInstance);
        assertThat(
                        model("sequential")
                                .run(
                                        new Sums(),
                                        items(),
                                        new Orders(
                                                1,
                                                Knobs.STANDARD.with(
                                                        List.of(
                                                                new Fault(
                                                                        Fault.Kind.EXCEPTION, 0)))),
                                        Observer.nobody(),
                                        new StopSignal())
                                .subList(1, ITEMS))
                .as("the next run starts clean")
                .allMatch(Outcome.Done.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_refusal_is_one_sentence(ConcurrencyModel model) {
        for (Knob knob : Knob.values()) {
            model.refusal(knob)
                    .ifPresent(why -> assertThat(why).endsWith(".").hasSizeBetween(10, 120));
        }
    }

    @Test
    void a_fault_that_ends_the_process_is_refused_where_that_is_lanescope_itself() {
        List<Fault> halt = List.of(new Fault(Fault.Kind.HALT, 0));
        assertThat(model("fixed-pool").refusal(halt))
                .hasValue(
                        "halt would end Lanescope itself, for fixed-pool renders inside it; choose"
                                + " child processes.");
    }

    static ConcurrencyModel model(String id) {
        return Models.byId(id).orElseThrow();
    }

    static List<Integer> items() {
        return IntStream.range(0, ITEMS).boxed().toList();
    }

    private static List<Outcome<Integer>> allDone() {
        return items().stream()
                .<Outcome<Integer>>map(item -> new Outcome.Done<>(Sums.expected(item)))
                .toList();
    }
}
