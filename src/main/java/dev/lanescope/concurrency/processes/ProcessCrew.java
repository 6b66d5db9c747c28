package dev.lanescope.concurrency.processes;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.crossing.Job;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Child processes as a crew: one post for each, which are started with the first batch, because by
/// then it is known how much there is to do.
final class ProcessCrew<I, D, R> implements Crew<I, R> {

    /// How long children may take to come to the end of their stage when a run is stopped.
    private static final Duration AFTER_STOP = Duration.ofMillis(150);

    /// How long they may take to go home when everything is done.
    private static final Duration AFTER_ALL = Duration.ofSeconds(2);

    /// Fewer items for each child than this are done before the second compiler has paid off.
    private static final int FEW = 2000;

    /// So many items teach a JVM what children do.
    private static final int LESSON = 300;

    private final Orders orders;
    private final ItemRunner<I, D, R> runner;
    private final Company<I, D, R> company;
    private final List<Integer> threads;
    private final Message.Setup setup;
    private final List<Post<I, D, R>> posts = new ArrayList<>();
    private Optional<TrainedCache> cache = Optional.empty();
    private List<I> lesson = List.of();
    private boolean closed;

    private ProcessCrew(
            Orders orders,
            ItemRunner<I, D, R> runner,
            Company<I, D, R> company,
            List<Integer> threads,
            Message.Setup setup) {
        this.orders = orders;
        this.runner = runner;
        this.company = company;
        this.threads = threads;
        this.setup = setup;
    }

    /// @param name of the threads
    /// @param threads how many each child has
    static <I, D, R> ProcessCrew<I, D, R> hire(
            String name,
            List<Integer> threads,
            Workload<I, D, R> work,
            Orders orders,
            Observer observer,
            StopSignal stop) {
        Recipe recipe = work.recipe();
        var setup =
                new Message.Setup(
                        recipe.kitchen(),
                        Bytes.copyOf(recipe.ingredients()),
                        orders.knobs(),
                        1,
                        "",
                        false);
        var runner = new ItemRunner<>(work, orders.knobs(), stop);
        var company = new Company<>(name, runner, observer, new Launch(setup, observer));
        var crew = new ProcessCrew<>(orders, runner, company, threads, setup);
        runner.stop().onRequest(() -> crew.endPosts(AFTER_STOP));
        return crew;
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        Batch<I, R> now = runner.begin(items);
        if (!items.isEmpty() && !runner.stop().requested()) {
            company.has(new Job<>(now, runner.workload(), runner.knobs(), threads));
            startPosts(items);
            posts.forEach(Post::feed);
        }
        try {
            now.await();
            if (runner.stop().requested()) {
                close();
            }
        } catch (InterruptedException e) {
            runner.stop().request();
            close();
            throw e;
        }
        return runner.outcomes(now);
    }

    private synchronized void startPosts(List<I> items) {
        if (!posts.isEmpty() || closed) {
            return;
        }
        boolean few = items.size() < FEW * threads.size() && orders.knobs().cpuWeight() == 1;
        var command = JavaCommand.forWorkers(setup.ingredients().size(), few);
        cache = orders.cache().flatMap(folder -> TrainedCache.of(folder, command));
        company.startsBy(command.worker(cache.flatMap(TrainedCache::file)));
        lesson = items.subList(0, Math.min(items.size(), LESSON));
        int lane = 0;
        for (int child = 0; child < threads.size(); child++) {
            posts.add(new Post<>(company, child, threads.get(child), lane));
            lane += threads.get(child);
        }
        try {
            posts.forEach(Thread::start);
        } catch (OutOfMemoryError e) {
            var _ = runner.noMoreThreads(e);
        }
        if (runner.stop().requested()) {
            endPosts(AFTER_STOP);
        }
    }

    private synchronized void endPosts(Duration patience) {
        posts.forEach(post -> post.end(patience));
    }

    @Override
    public void close() {
        synchronized (this) {
            if (!closed && !runner.stop().requested()) {
                endPosts(AFTER_ALL);
                cache.filter(made -> made.file().isEmpty()).ifPresent(this::train);
            }
            closed = true;
        }
        runner.join(posts);
        @Nullable Thread timer = company.alarms().end();
        runner.join(timer == null ? List.of() : List.of(timer));
        company.deaths().close();
    }

    /// Nobody waits for the cache, and without one everything goes on as before.
    private void train(TrainedCache missing) {
        List<Message.Piece> pieces = new ArrayList<>();
        try {
            for (int item = 0; item < lesson.size(); item++) {
                Bytes form = Bytes.of(lesson.get(item), runner.workload().itemForm());
                pieces.add(new Message.Piece(item, Message.Piece.WHOLE, form));
            }
        } catch (IOException _) {
            return;
        }
        var _ = missing.train(setup, pieces);
    }
}
