package dev.lanescope.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.Diary.Entry;
import dev.lanescope.concurrency.catalog.Models;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What every concurrency model must hold, whatever it is made of. A new model is tested by being
/// in the list.
class ModelContractTest {

    /// Models that have more pages under way than workers.
    private static final Set<String> MANY_UNDER_WAY =
            Set.of("virtual-threads", "event-loop", "event-loop-offload", "staged");

    /// Models whose lanes are, or may be, the carriers of virtual threads.
    private static final Set<String> CARRIERS = Set.of("virtual-threads", "auto");

    static Stream<ConcurrencyModel> models() {
        return Models.all().stream();
    }

    /// Every model with every number of items and of workers that it can be given; fewer where each
    /// worker costs a process.
    static Stream<Arguments> sizes() {
        return models().flatMap(model ->
                (model.sharesHeap() ? Stream.of(1, 2, 3, 16) : Stream.of(3))
                        .filter(model.workers()::contains)
                        .flatMap(workers ->
                                (model.sharesHeap() ? Stream.of(0, 1, 2, 1000) : Stream.of(1, 1000))
                                        .map(items -> Arguments.of(model, workers, items))));
    }

    /// The numbers that [#sizes] spares the models whose workers cost a process.
    static Stream<Arguments> sizesOfChildren() {
        return models().filter(model -> !model.sharesHeap())
                .flatMap(model ->
                        Stream.of(
                                        Arguments.of(model, 1, 0),
                                        Arguments.of(model, 1, 1000),
                                        Arguments.of(model, 2, 2),
                                        Arguments.of(model, 16, 1),
                                        Arguments.of(model, 16, 1000))
                                .filter(each ->
                                        each.get()[1] instanceof Integer workers
                                                && model.workers().contains(workers)));
    }

    @ParameterizedTest
    @MethodSource({"sizes", "sizesOfChildren"})
    void every_item_is_done_once_and_results_come_in_the_order_of_the_items(
            ConcurrencyModel model, int workers, int items) throws Exception {
        var work = new Sums();
        List<Outcome<Integer>> outcomes =
                model.run(
                        work,
                        items(items),
                        Orders.of(workers),
                        Observer.nobody(),
                        new StopSignal());
        assertThat(outcomes)
                .containsExactlyElementsOf(
                        items(items).stream().map(ModelContractTest::done).toList());
        if (model.sharesHeap()) {
            assertThat(work.stepsDone).hasValue(items * 3);
            assertThat(work.workersMade.get()).isBetween(Math.min(1, items), workers);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_lane_tells_a_story_that_makes_sense(ConcurrencyModel model, int workers, int items)
            throws Exception {
        var diary = new Diary();
        model.run(new Sums(), items(items), Orders.of(workers), diary, new StopSignal());
        assertThat(diary.lanes().keySet())
                .as("lanes are numbered from 0")
                .containsExactlyInAnyOrderElementsOf(items(diary.lanes().size()));
        assertThat(diary.all(Entry.Done.class))
                .containsExactlyInAnyOrderElementsOf(
                        items(items).stream().map(Entry.Done::new).toList());
        diary.lanes().values().forEach(story -> assertStory(model, story));
        for (int item = 0; item < items; item++) {
            assertThat(diary.story(item))
                    .containsExactly(
                            new Entry.Works(item, 0),
                            new Entry.Works(item, 1),
                            new Entry.Works(item, 2),
                            new Entry.Done(item));
        }
    }

    private static void assertStory(ConcurrencyModel model, List<Entry> story) {
        assertThat(story).endsWith(new Entry.Ends());
        assertThat(story.stream().filter(Entry.Ends.class::isInstance)).hasSize(1);
        int nothingLeft = story.indexOf(new Entry.Waits(Waiting.NOTHING_LEFT));
        if (nothingLeft >= 0 && !CARRIERS.contains(model.id())) { // a carrier cannot know
            assertThat(story.subList(nothingLeft, story.size()))
                    .as("after nothing was left to do")
                    .noneMatch(Entry.Works.class::isInstance);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_failing_item_costs_its_neighbours_nothing(ConcurrencyModel model, int workers, int items)
            throws Exception {
        long seed = 31L * items + workers;
        Set<Integer> bad = new HashSet<>();
        new Random(seed).ints(items / 3, 0, Math.max(1, items)).forEach(bad::add);
        var work = new Sums(Trouble.bad(bad));
        var diary = new Diary();
        List<Outcome<Integer>> outcomes =
                model.run(work, items(items), Orders.of(workers), diary, new StopSignal());
        assertThat(outcomes).hasSize(items);
        for (int item = 0; item < items; item++) {
            if (bad.contains(item)) {
                assertThat(outcomes.get(item)).isInstanceOf(Outcome.Failed.class);
                assertThat(((Outcome.Failed<Integer>) outcomes.get(item)).stage())
                        .isEqualTo(item % 3);
            } else {
                assertThat(outcomes.get(item)).isEqualTo(done(item));
            }
        }
        assertThat(diary.all(Entry.Failed.class))
                .as("seed " + seed)
                .containsExactlyInAnyOrderElementsOf(
                        bad.stream().map(item -> new Entry.Failed(item, item % 3)).toList());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_crew_does_one_batch_after_the_other_with_the_same_workers(
            ConcurrencyModel model, int workers, int items) throws Exception {
        var firstIsOver = new AtomicBoolean();
        var tooEarly = new AtomicInteger();
        var work =
                new Sums((item, _) -> {
                    if (item >= items && !firstIsOver.get()) {
                        tooEarly.incrementAndGet();
                    }
                });
        var diary = new Diary();
        List<Integer> all = items(items + 5);
        try (var crew = model.hire(work, Orders.of(workers), diary, new StopSignal())) {
            assertThat(crew.perform(all.subList(0, items)))
                    .containsExactlyElementsOf(
                            items(items).stream().map(ModelContractTest::done).toList());
            firstIsOver.set(true);
            assertThat(crew.perform(all.subList(items, items + 5)))
                    .containsExactlyElementsOf(
                            all.subList(items, items + 5).stream()
                                    .map(ModelContractTest::done)
                                    .toList());
        }
        assertThat(tooEarly).hasValue(0);
        if (model.sharesHeap()) {
            assertThat(work.workersMade.get()).isBetween(1, workers);
            assertThat(work.stepsDone).as("nothing is done twice").hasValue(3 * all.size());
        }
        assertThat(diary.all(Entry.Done.class))
                .as("numbers go on from batch to batch")
                .containsExactlyInAnyOrderElementsOf(all.stream().map(Entry.Done::new).toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_item_that_cannot_even_be_begun_fails_alone(ConcurrencyModel model) throws Exception {
        List<Integer> items = List.of(0, Sums.WITHOUT_PATH, Sums.WITHOUT_DRAFT, 3);
        List<Outcome<Integer>> outcomes =
                model.run(
                        new Sums(),
                        items,
                        Orders.of(model.workers().least()),
                        Observer.nobody(),
                        new StopSignal());
        assertThat(outcomes.subList(1, 3)).hasOnlyElementsOfType(Outcome.Failed.class);
        assertThat(outcomes.getFirst()).isEqualTo(done(0));
        assertThat(outcomes.getLast()).isEqualTo(done(3));
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_item_passes_only_the_stages_of_its_path(ConcurrencyModel model) throws Exception {
        int workers = Math.min(2, model.workers().most());
        var work = new Sums(Trouble.ODD_ARE_SHORT);
        var diary = new Diary();
        List<Outcome<Integer>> outcomes =
                model.run(work, items(10), Orders.of(workers), diary, new StopSignal());
        for (int item = 0; item < 10; item++) {
            int sum = item % 2 == 0 ? Sums.expected(item) : item * 10 + 1;
            assertThat(outcomes.get(item)).isEqualTo(new Outcome.Done<>(sum));
        }
        assertThat(diary.all(Entry.Works.class)).hasSize(5 * 3 + 5);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_stop_between_two_batches_leaves_the_second_undone(ConcurrencyModel model)
            throws Exception {
        var stop = new StopSignal();
        try (var crew =
                model.hire(
                        new Sums(), Orders.of(model.workers().least()), Observer.nobody(), stop)) {
            crew.perform(items(3));
            stop.request();
            assertThat(crew.perform(items(3))).containsOnly(new Outcome.NotDone<>());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_stop_ends_the_run_and_what_was_not_done_is_said(ConcurrencyModel model)
            throws Exception {
        int workers = model.sharesHeap() ? Math.min(3, model.workers().most()) : 1;
        var stop = new StopSignal();
        var underWay = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Sums.Extra waits =
                (item, _) -> {
                    if (item >= 20) {
                        stopped.await();
                    }
                };
        var work = model.sharesHeap() ? new Sums(waits) : new Sums(Trouble.blocksFrom(20));
        var run =
                new FutureTask<>(() ->
                        model.run(
                                work,
                                items(1000),
                                Orders.of(workers),
                                countsDownFrom(20, underWay),
                                stop));
        Thread.ofPlatform().start(run);
        underWay.await();
        stop.request();
        stopped.countDown();
        List<Outcome<Integer>> outcomes = run.get();
        assertThat(outcomes).hasSize(1000);
        assertThat(outcomes.get(20)).isEqualTo(new Outcome.NotDone<>());
        assertThat(outcomes.get(999)).isEqualTo(new Outcome.NotDone<>());
        if (MANY_UNDER_WAY.contains(model.id())) {
            return;
        }
        assertThat(outcomes.subList(0, 20).stream().filter(Outcome.Done.class::isInstance).count())
                .as("when item 20 is under way, each other worker can be behind by one")
                .isGreaterThanOrEqualTo(20 - (workers - 1));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_run_stopped_before_it_begins_does_nothing(ConcurrencyModel model) throws Exception {
        var stop = new StopSignal();
        stop.request();
        var diary = new Diary();
        assertThat(
                        model.run(
                                new Sums(),
                                items(50),
                                Orders.of(model.workers().least()),
                                diary,
                                stop))
                .containsOnly(new Outcome.NotDone<>());
        assertThat(diary.all(Entry.Works.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_error_that_concerns_everybody_ends_the_run_with_its_sentence(ConcurrencyModel model) {
        int workers = Math.min(3, model.workers().most());
        var work = new Sums(Trouble.abortsAt(7));
        var diary = new Diary();
        assertThatThrownBy(() ->
                        model.run(work, items(1000), Orders.of(workers), diary, new StopSignal()))
                .isInstanceOf(RunAborted.class)
                .hasMessage("the disk is full");
        assertThat(diary.story(7))
                .as("the item that met it is neither done nor failed")
                .hasOnlyElementsOfType(Entry.Works.class);
        assertThat(diary.all(Entry.Failed.class)).as("nor has any other failed of it").isEmpty();
        assertThat(diary.all(Entry.Done.class)).doesNotHaveDuplicates().hasSizeLessThan(1000);
        for (int item = 0; item < 1000; item++) {
            assertThat(diary.story(item))
                    .as("item %d got as far as it did, once and in order", item)
                    .isEqualTo(wholeStory(item).subList(0, diary.story(item).size()));
        }
        diary.lanes().values().forEach(story -> assertThat(story).endsWith(new Entry.Ends()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_interrupted_caller_gets_his_thread_back(ConcurrencyModel model) throws Exception {
        var underWay = new CountDownLatch(1);
        var work = new Sums(Trouble.blocksFrom(0));
        var run =
                new FutureTask<>(() ->
                        model.run(
                                work,
                                items(10),
                                Orders.of(model.workers().least()),
                                countsDownFrom(0, underWay),
                                new StopSignal()));
        Thread caller = Thread.ofPlatform().start(run);
        underWay.await();
        caller.interrupt();
        assertThatThrownBy(run::get).hasRootCauseInstanceOf(InterruptedException.class);
    }

    @ParameterizedTest
    @MethodSource("models")
    void many_runs_leave_no_thread_behind(ConcurrencyModel model) throws Exception {
        int workers = model.sharesHeap() ? Math.min(8, model.workers().most()) : 2;
        Set<Thread> platform = Thread.getAllStackTraces().keySet();
        Set<Thread> working = ConcurrentHashMap.newKeySet(); // virtual threads stand in no list
        Observer watcher = _ -> new TellsItems(_ -> working.add(Thread.currentThread()));
        for (int run = 0; run < (model.sharesHeap() ? 50 : 3); run++) {
            model.run(new Sums(), items(20), Orders.of(workers), watcher, new StopSignal());
        }
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(platform);
        left.addAll(working.stream().filter(Thread::isAlive).toList());
        left.remove(Thread.currentThread());
        left.removeIf(thread -> thread.getName().startsWith("interpreter-")); // see IsolatedTest
        left.removeIf(thread -> !ours(thread, model, working));
        assertThat(left).isEmpty();
    }

    /// The JVM starts threads of its own when it likes.
    private static boolean ours(Thread thread, ConcurrencyModel model, Set<Thread> working) {
        return working.contains(thread) || thread.getName().startsWith(model.id());
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_says_in_one_sentence_each_when_to_use_it_what_its_catch_is_and_what_a_hang_costs(
            ConcurrencyModel model) {
        assertThat(model.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(model.title()).isNotBlank();
        assertThat(model.whenToUse()).endsWith(".").hasSizeBetween(20, 140);
        assertThat(model.itsCatch()).endsWith(".").hasSizeBetween(20, 140);
        assertThat(model.ifAPageHangs()).endsWith(".").hasSizeBetween(20, 140);
        assertThat(Models.byId(model.id())).contains(model);
    }

    private static List<Entry> wholeStory(int item) {
        return List.of(
                new Entry.Works(item, 0),
                new Entry.Works(item, 1),
                new Entry.Works(item, 2),
                new Entry.Done(item));
    }

    /// Tells when an item from this number on is under way.
    private static Observer countsDownFrom(int number, CountDownLatch latch) {
        return _ ->
                new TellsItems(item -> {
                    if (item >= number) {
                        latch.countDown();
                    }
                });
    }

    private static List<Integer> items(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static Outcome<Integer> done(int item) {
        return new Outcome.Done<>(Sums.expected(item));
    }
}
