package dev.lanescope.analysis.compare;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two runs page by page: pages are matched by name, whichever lanes they were on. Those whose time
/// differs most come first.
public final class TaskDiff {

    /// What a page took in one run and in the other.
    ///
    /// @param item its number in the first run
    /// @param otherItem its number in the other
    /// @param nanos lane time with this page in the first run
    /// @param otherNanos likewise
    /// @param wayNanos from its first span to its last in the first run
    /// @param otherWayNanos likewise
    /// @param byKind by how much the other run took longer in states of a kind; adds up to the
    ///   difference
    public record Task(
            String name,
            int item,
            int otherItem,
            long nanos,
            long otherNanos,
            long wayNanos,
            long otherWayNanos,
            Map<State.Kind, Long> byKind) {

        public Task {
            byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
        }

        /// By how much it took longer in the other run.
        public long moreNanos() {
            return otherNanos - nanos;
        }
    }

    private final List<Task> tasks;

    private TaskDiff(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    public static TaskDiff of(Snapshot run, Snapshot other) {
        List<TaskTime> here = TaskTime.of(run);
        List<TaskTime> there = TaskTime.of(other);
        Map<String, Integer> numbers = new HashMap<>();
        for (int item = 0; item < other.info().items().size(); item++) {
            numbers.put(other.info().items().get(item), item);
        }
        var tasks = new ArrayList<Task>();
        for (int item = 0; item < here.size(); item++) {
            String name = run.info().items().get(item);
            Integer match = numbers.get(name);
            if (match != null && here.get(item).happened() && there.get(match).happened()) {
                tasks.add(task(name, item, match, here.get(item), there.get(match)));
            }
        }
        tasks.sort(Comparator.comparingLong((Task task) -> -Math.abs(task.moreNanos())));
        return new TaskDiff(tasks);
    }

    private static Task task(String name, int item, int otherItem, TaskTime one, TaskTime other) {
        var byKind = new EnumMap<State.Kind, Long>(State.Kind.class);
        long nanos = 0;
        long otherNanos = 0;
        for (State.Kind kind : State.Kind.values()) {
            nanos += one.nanos(kind);
            otherNanos += other.nanos(kind);
            if (one.nanos(kind) != other.nanos(kind)) {
                byKind.put(kind, other.nanos(kind) - one.nanos(kind));
            }
        }
        return new Task(
                name, item, otherItem, nanos, otherNanos, one.wayNanos(), other.wayNanos(), byKind);
    }

    /// The pages that both runs have, those that differ most first.
    public List<Task> tasks() {
        return tasks;
    }

    /// By how much the other run took longer over all of them.
    public long moreNanos() {
        return tasks.stream().mapToLong(Task::moreNanos).sum();
    }
}
