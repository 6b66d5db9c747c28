package dev.lanescope.analysis.replay;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Workers that take tasks from one queue, one or several at once, or have had them dealt out,
/// event by event. The lock is given in the order in which it was asked for.
final class Simulation {

    /// A worker goes on at its next task, or asks for the lock with a task in hand.
    ///
    /// @param next the place of that task in the queue
    /// @param end where what the worker has taken from the queue ends
    private record Event(long at, int number, int next, int end, boolean asks) {}

    private final List<Task> tasks;
    private final boolean locked;
    private final int atOnce;
    private final int step;

    /// @param step how many places lie between one task of a worker and its next
    private Simulation(List<Task> tasks, boolean locked, int atOnce, int step) {
        this.tasks = tasks;
        this.locked = locked;
        this.atOnce = atOnce;
        this.step = step;
    }

    /// When the last task is done.
    ///
    /// @param atOnce how many tasks a worker takes at once
    static long makespan(List<Task> tasks, int workers, int atOnce, boolean locked) {
        return new Simulation(tasks, locked, atOnce, 1).makespan(workers, 0);
    }

    /// The same where tasks are dealt out in turn before anybody begins.
    static long makespanOfDealt(List<Task> tasks, int workers, boolean locked) {
        return new Simulation(tasks, locked, 1, workers).makespan(workers, tasks.size());
    }

    /// @param queued how many tasks have been given to workers before they begin
    private long makespan(int workers, int queued) {
        var events =
                new PriorityQueue<Event>(
                        Comparator.comparingLong(Event::at).thenComparingInt(Event::number));
        int number = 0;
        for (; number < workers; number++) {
            events.add(new Event(0, number, queued == 0 ? 0 : number, queued, false));
        }
        int left = queued;
        long lockFree = 0;
        long end = 0;
        while (!events.isEmpty()) {
            Event event = events.poll();
            if (event.asks()) {
                Task task = tasks.get(event.next());
                lockFree = Math.max(event.at(), lockFree) + task.computeNanos();
                events.add(
                        new Event(
                                lockFree + task.afterNanos(),
                                number++,
                                event.next() + step,
                                event.end(),
                                false));
                continue;
            }
            end = Math.max(end, event.at());
            int next = event.next();
            int taken = event.end();
            if (next >= taken) {
                next = left;
                taken = Math.min(tasks.size(), left + atOnce);
                left = taken;
            }
            if (next < taken) {
                Task task = tasks.get(next);
                events.add(
                        locked
                                ? new Event(
                                        event.at() + task.beforeNanos(),
                                        number++,
                                        next,
                                        taken,
                                        true)
                                : new Event(
                                        event.at() + task.nanos(),
                                        number++,
                                        next + step,
                                        taken,
                                        false));
            }
        }
        return end;
    }
}
