package dev.lanescope.analysis.explain;

import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a loop and its threads did to items, job by job: a job is what a lane does to an item until
/// it takes up another or has nothing to do. Waiting for a lock is part of it.
final class LoopJobs {

    private static final int NONE = -1;

    private final List<Job> all; // in the order in which they began
    private final List<Job> byEnd;
    private final List<List<Job>> ofLanes;
    private final int[] before; // by place, the job at the same item before it
    private final boolean[] completes; // by place, whether the item was done with it

    /// @param first its first span
    /// @param place in the order of beginnings
    record Job(int lane, int item, int first, long startNanos, int last, long endNanos, int place) {

        Job at(int itsPlace) {
            return new Job(lane, item, first, startNanos, last, endNanos, itsPlace);
        }
    }

    private LoopJobs(Snapshot run) {
        var found = new ArrayList<Job>();
        run.lanes().forEach(lane -> read(run, lane, found));
        found.sort(Comparator.comparingLong(Job::startNanos));
        ofLanes = new ArrayList<>();
        run.lanes().forEach(_ -> ofLanes.add(new ArrayList<>()));
        before = new int[found.size()];
        completes = new boolean[found.size()];
        int[] latest = new int[run.info().items().size()];
        Arrays.fill(latest, NONE);
        for (int number = 0; number < before.length; number++) {
            Job job = found.get(number).at(number);
            found.set(number, job);
            ofLanes.get(job.lane()).add(job);
            before[number] = latest[job.item()];
            latest[job.item()] = number;
            completes[number] = true;
            if (before[number] != NONE) {
                completes[before[number]] = false;
            }
        }
        all = List.copyOf(found);
        byEnd = found.stream().sorted(Comparator.comparingLong(Job::endNanos)).toList();
    }

    static LoopJobs of(Snapshot run) {
        return new LoopJobs(run);
    }

    /// In the order in which they began.
    List<Job> all() {
        return all;
    }

    private static void read(Snapshot run, LaneView lane, List<Job> into) {
        int first = NONE;
        int last = NONE;
        for (int span = 0; span <= lane.size(); span++) {
            int item = span == lane.size() ? Lane.NO_ITEM : lane.item(span);
            boolean isLock =
                    span < lane.size()
                            && run.state(lane.state(span)).kind() == State.Kind.LOCK
                            && item == Lane.NO_ITEM;
            if (isLock) {
                continue;
            }
            if (first != NONE && item != lane.item(first)) {
                into.add(
                        new Job(
                                lane.number(),
                                lane.item(first),
                                first,
                                lane.startNanos(first),
                                last,
                                lane.endNanos(last),
                                NONE));
                first = NONE;
            }
            if (item != Lane.NO_ITEM) {
                first = first == NONE ? span : first;
                last = span;
            }
        }
    }

    /// The job at the same item before one, wherever that was.
    Optional<Job> before(Job job) {
        int number = before[job.place()];
        return number == NONE ? Optional.empty() : Optional.of(all.get(number));
    }

    /// The job that begins with a span.
    Optional<Job> beginningWith(int lane, int span) {
        List<Job> here = ofLanes.get(lane);
        int low = 0;
        int high = here.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (here.get(middle).first() < span) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < here.size() && here.get(low).first() == span
                ? Optional.of(here.get(low))
                : Optional.empty();
    }

    /// The last job to end in a stretch of time.
    ///
    /// @param completing whether only those count with which an item was done
    Optional<Job> lastDone(long after, long until, boolean completing) {
        int low = 0;
        int high = byEnd.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byEnd.get(middle).endNanos() <= until) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low > 0 && byEnd.get(low - 1).endNanos() > after) {
            Job job = byEnd.get(--low);
            if (!completing || completes[job.place()]) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }
}
