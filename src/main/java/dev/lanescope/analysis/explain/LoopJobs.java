package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.explain.LoopJobs.Job;
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
///
/// @param all in the order in which they began
/// @param byEnd the same in the order in which they ended
/// @param ofLanes the same by lane
/// @param before by number, the job at the same item before it; [#NONE] for the first
/// @param completes by number, whether the item was done with it
record LoopJobs(
        List<Job> all,
        List<Job> byEnd,
        List<List<Job>> ofLanes,
        int[] before,
        boolean[] completes) {

    static final int NONE = -1;

    /// @param number its place in the order of beginnings
    /// @param first its first span
    record Job(
            int number, int lane, int first, int item, long startNanos, int last, long endNanos) {}

    static LoopJobs of(Snapshot run) {
        var all = new ArrayList<Job>();
        run.lanes().forEach(lane -> read(run, lane, all));
        all.sort(Comparator.comparingLong(Job::startNanos));
        List<List<Job>> ofLanes = new ArrayList<>();
        run.lanes().forEach(_ -> ofLanes.add(new ArrayList<>()));
        int[] before = new int[all.size()];
        boolean[] completes = new boolean[all.size()];
        int[] latest = new int[run.info().items().size()];
        Arrays.fill(latest, NONE);
        for (int number = 0; number < before.length; number++) {
            Job job = all.get(number);
            all.set(
                    number,
                    new Job(
                            number,
                            job.lane(),
                            job.first(),
                            job.item(),
                            job.startNanos(),
                            job.last(),
                            job.endNanos()));
            ofLanes.get(job.lane()).add(all.get(number));
            before[number] = latest[job.item()];
            latest[job.item()] = number;
            completes[number] = true;
            if (before[number] != NONE) {
                completes[before[number]] = false;
            }
        }
        var byEnd = new ArrayList<>(all);
        byEnd.sort(Comparator.comparingLong(Job::endNanos));
        return new LoopJobs(all, byEnd, ofLanes, before, completes);
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
                                NONE,
                                lane.number(),
                                first,
                                lane.item(first),
                                lane.startNanos(first),
                                last,
                                lane.endNanos(last)));
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
        int number = before[job.number()];
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
            if (!completing || completes[job.number()]) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }
}
