package dev.lanescope.analysis.replay;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Workers that take tasks from one queue, event by event. The lock is given in the order in which
/// it was asked for.
final class Simulation {

    /// A worker is free, or asks for the lock with a task in hand.
    private record Event(long at, int number, Task task, boolean asks) {}

    private static final Task NOTHING = new Task(0, 0, 0);

    private Simulation() {}

    /// When the last task is done.
    static long makespan(List<Task> tasks, int workers, boolean locked) {
        var events =
                new PriorityQueue<Event>(
                        Comparator.comparingLong(Event::at).thenComparingInt(Event::number));
        int number = 0;
        for (; number < workers; number++) {
            events.add(new Event(0, number, NOTHING, false));
        }
        int next = 0;
        long lockFree = 0;
        long end = 0;
        while (!events.isEmpty()) {
            Event event = events.poll();
            Task task = event.task();
            if (event.asks()) {
                lockFree = Math.max(event.at(), lockFree) + task.computeNanos();
                events.add(new Event(lockFree + task.afterNanos(), number++, NOTHING, false));
            } else {
                end = Math.max(end, event.at());
                if (next < tasks.size()) {
                    Task taken = tasks.get(next++);
                    events.add(
                            locked
                                    ? new Event(
                                            event.at() + taken.beforeNanos(), number++, taken, true)
                                    : new Event(
                                            event.at() + taken.nanos(), number++, NOTHING, false));
                }
            }
        }
        return end;
    }
}
