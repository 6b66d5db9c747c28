package dev.lanescope.concurrency.isolated;

import dev.lanescope.concurrency.Crew;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Orders;
import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.StopSignal;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.crossing.Job;
import dev.lanescope.concurrency.crossing.Packing;
import dev.lanescope.concurrency.crossing.Traffic;
import dev.lanescope.concurrency.kit.Batch;
import dev.lanescope.concurrency.kit.ItemRunner;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.processes.wire.Bytes;
import dev.lanescope.concurrency.processes.wire.Message;
import dev.lanescope.concurrency.processes.wire.Records;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Interpreters as a crew: taken for one run and given back after it, each with a session that ends
/// with the run.
///
/// An interpreter in which a page hangs is given up with all its threads, and what they had taken
/// is done by the others. No later run gets it, unless the page comes to its end after all.
final class IsolatedCrew<I, D, R> implements Crew<I, R> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /// So many looks after a stop, a thread that has not come back hangs.
    private static final int LOOKS_AFTER_STOP = 7;

    private final Interpreters pool;
    private final ItemRunner<I, D, R> runner;
    private final Board<I, R> board = new Board<>();
    private final List<Interpreter> taken = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();
    private final List<Place<I, R>> places = new ArrayList<>();
    private boolean closed;
    private Observer watching = Observer.nobody();

    private IsolatedCrew(Interpreters pool, ItemRunner<I, D, R> runner) {
        this.pool = pool;
        this.runner = runner;
    }

    /// @param threads how many each interpreter has
    /// @param switchInterval how long each of them may keep the lock they share; zero if they share
    ///   none
    static <I, D, R> IsolatedCrew<I, D, R> hire(
            Interpreters pool,
            List<Integer> threads,
            Duration switchInterval,
            Workload<I, D, R> work,
            Orders orders,
            Observer observer,
            StopSignal stop)
            throws RunAborted {
        var runner = new ItemRunner<>(work, orders.knobs(), stop);
        var crew = new IsolatedCrew<>(pool, runner);
        try {
            crew.move(threads, switchInterval, work.recipe(), observer);
        } catch (OutOfMemoryError e) { // how the JDK says that the system gives no more threads
            stop.request();
            crew.close();
            throw new RunAborted(
                    "the system gives no threads for "
                            + threads.size()
                            + " interpreters; use fewer",
                    e);
        } catch (RunAborted | RuntimeException | Error e) {
            stop.request();
            crew.close();
            throw e;
        }
        runner.stop().onRequest(crew::wake);
        return crew;
    }

    private void move(
            List<Integer> threads, Duration switchInterval, Recipe recipe, Observer observer)
            throws RunAborted {
        var common =
                new Place.Common<I, R>(
                        runner,
                        observer,
                        board,
                        Packing.of(runner.workload()),
                        new Traffic(observer),
                        this::giveUp);
        watching = observer;
        taken.addAll(pool.take(threads.size(), observer::nanos));
        for (Interpreter interpreter : taken) {
            int itsThreads = threads.get(stays.size());
            var stay = new Stay(interpreter, setup(recipe, itsThreads), switchInterval.toNanos());
            stays.add(stay);
            for (int thread = 0; thread < itsThreads; thread++) {
                var place = new Place<>(common, stay, thread, places.size());
                place.start();
                places.add(place);
            }
        }
    }

    private byte[] setup(Recipe recipe, int threads) throws RunAborted {
        Bytes ingredients = Bytes.copyOf(recipe.ingredients());
        Knobs inside = runner.knobs().withPageTimeout(Duration.ZERO); // looked at from here
        try {
            return Records.bytes(
                    new Message.Setup(recipe.kitchen(), ingredients, inside, threads, "", false));
        } catch (IOException e) {
            throw new RunAborted("what interpreters need cannot be written: " + e, e);
        }
    }

    @Override
    public List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException {
        Batch<I, R> now = runner.begin(items);
        if (!items.isEmpty()) {
            board.put(new Job<>(now, runner.workload(), runner.knobs(), places.size()));
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

    private void giveUp(Stay stay) {
        stay.giveUp();
        for (Place<I, R> place : places) {
            if (place.stay().equals(stay)) {
                place.wake();
            }
        }
    }

    private void wake() {
        board.end();
        stays.forEach(Stay::stop);
        places.forEach(Place::wake);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        board.end();
        boolean interrupted = false;
        int looks = 0;
        List<Place<I, R>> left = new ArrayList<>(places);
        while (!left.isEmpty() && looks < LOOKS_AFTER_STOP) {
            try {
                if (left.getLast().isOver(LOOK_AGAIN)) {
                    left.removeLast();
                } else if (runner.stop().requested() || left.getLast().stay().isGivenUp()) {
                    looks++;
                }
            } catch (InterruptedException _) {
                interrupted = true;
                runner.stop().request();
            }
        }
        runner.join(List.of()); // from now on nobody but this thread speaks for one that hangs
        left.forEach(this::writeOff);
        places.forEach(Place::endsAtLast);
        stays.forEach(stay -> stay.interpreter().didRun());
        taken.forEach(this::giveBack);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveBack(Interpreter interpreter) {
        watching.knows("Life of " + interpreter, pool.giveBack(interpreter));
    }

    private void writeOff(Place<I, R> hanging) {
        hanging.writeOff();
        pool.writeOff(hanging.stay().interpreter());
    }
}
