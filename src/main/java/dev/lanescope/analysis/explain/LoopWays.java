package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.analysis.explain.LoopJobs.Job;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// What led to what in a run on an event loop. The loop is the first lane. What is to be done next
/// becomes ready when what was before it is over and a simulated disk has answered, and begins when
/// the loop, or the thread that is to do it, is free.
///
/// A lane that waits for something to do is woken
///
/// - to go on with a page: by who had the page before, and by the disk's answer to that;
/// - to begin with a page: by the last that the loop had done before, or by the last page that was
///   done with and so made room for it, and by the disk's answer;
/// - if it is the lane of a loop that has threads do all of it: by the last thread that was done
///   with something, or by the disk's answer to what it dispatches next. Of a timer about which the
///   knobs tell nothing nobody knows who set it.
///
/// Where threads do all of it, everything goes over the loop: it dispatches each job, and that one
/// is what wakes the thread. Waits over the end of a phase are none of these.
final class LoopWays {

    /// Who ended a wait.
    ///
    /// @param nanos when it had done what the other waited for
    /// @param readyNanos when that was there for the other: later, if a disk had to answer
    record Giver(int lane, long nanos, long readyNanos) {

        static Giver of(Job done) {
            return new Giver(done.lane(), done.endNanos(), done.endNanos());
        }
    }

    /// A span in which the loop dispatched a job.
    record Dispatch(int lane, int span, long startNanos, long endNanos) {

        long nanos() {
            return endNanos - startNanos;
        }
    }

    private static final int LOOP = 0;

    /// How a loop has its work done.
    private enum Kind {
        /// It computes itself.
        COMPUTES,
        /// Threads do all of it, and their queue holds back what a disk has not answered yet.
        QUEUE_HOLDS,
        /// Threads do all of it, and the loop dispatches a job when the disk has answered.
        LOOP_HOLDS
    }

    private static final Map<String, Kind> KINDS =
            Map.of(
                    "event-loop", Kind.COMPUTES,
                    "python-asyncio", Kind.COMPUTES,
                    "event-loop-offload", Kind.QUEUE_HOLDS,
                    "python-asyncio-threads", Kind.LOOP_HOLDS);

    private final Snapshot run;
    private final Kind kind;
    private final LaneView loop;
    private final LoopJobs jobs;
    private final Latency latency;
    private final List<PhaseTime> phases;
    private final int[] dispatches; // spans of the loop
    private final boolean isMatched; // whether each job has its own

    private LoopWays(Snapshot run, Kind kind) {
        this.run = run;
        this.kind = kind;
        loop = run.lanes().get(LOOP);
        jobs = LoopJobs.of(run);
        latency = Latency.of(run.info());
        phases = PhaseTime.of(run);
        var spans = new ArrayList<Integer>();
        for (int span = 0; span < loop.size() && kind != Kind.COMPUTES; span++) {
            if (run.state(loop.state(span)).name().equals("dispatching")) {
                spans.add(span);
            }
        }
        dispatches = spans.stream().mapToInt(Integer::intValue).toArray();
        isMatched = kind == Kind.LOOP_HOLDS && dispatches.length == jobs.all().size();
    }

    /// Empty for a run of another kind.
    static Optional<LoopWays> of(Snapshot run) {
        Kind kind = KINDS.get(run.info().model());
        return kind == null ? Optional.empty() : Optional.of(new LoopWays(run, kind));
    }

    List<Job> jobs() {
        return jobs.all();
    }

    Optional<Job> before(Job job) {
        return jobs.before(job);
    }

    /// How long a disk took before a job was ready.
    long latency(Job job) {
        return latency.before(run.state(run.lanes().get(job.lane()).state(job.first())));
    }

    /// The part of that which lies between what dispatched a job and the job.
    long latencyAfterDispatch(Job job) {
        return kind == Kind.QUEUE_HOLDS ? latency(job) : 0;
    }

    /// Who ended the wait that a span is part of.
    Optional<Giver> endedWait(int lane, int span) {
        LaneView view = run.lanes().get(lane);
        int first = span;
        while (first > 0 && waits(view, first - 1)) {
            first--;
        }
        int next = span + 1;
        while (next < view.size() && waits(view, next)) {
            next++;
        }
        if (next == view.size() || !waits(view, span)) {
            return Optional.empty();
        }
        long from = view.startNanos(first);
        long until = view.startNanos(next);
        boolean isBarrier =
                phases.stream()
                        .skip(1)
                        .mapToLong(PhaseTime::startNanos)
                        .anyMatch(end -> end > from && end <= until);
        Optional<Giver> giver =
                isBarrier
                        ? Optional.empty()
                        : lane == LOOP && kind != Kind.COMPUTES
                                ? wokeTheLoop(next, from, until)
                                : jobs.beginningWith(lane, next).flatMap(this::gave);
        return giver.filter(found -> found.readyNanos() > from && found.nanos() <= until);
    }

    private boolean waits(LaneView lane, int span) {
        State state = run.state(lane.state(span));
        return !BottleGraph.runs(state) && state.kind() != State.Kind.LOCK;
    }

    private Optional<Giver> wokeTheLoop(int next, long from, long until) {
        int place = Arrays.binarySearch(dispatches, next);
        Optional<Job> job =
                isMatched && place >= 0 ? Optional.of(jobs.all().get(place)) : Optional.empty();
        if (job.isPresent() && latency(job.get()) > 0) {
            return ready(job.get(), until);
        }
        boolean isTimer =
                kind == Kind.LOOP_HOLDS && run.state(loop.state(next - 1)).kind() == State.Kind.IO;
        return isTimer ? Optional.empty() : jobs.lastDone(from, until, false).map(Giver::of);
    }

    private Optional<Giver> gave(Job job) {
        if (kind == Kind.COMPUTES) {
            return ready(job, job.startNanos());
        }
        return dispatch(job)
                .map(sent -> {
                    // the thread may have gone on before the loop said that it had dispatched
                    long end = Math.min(sent.endNanos(), job.startNanos());
                    return new Giver(LOOP, end, end + latencyAfterDispatch(job));
                });
    }

    /// What a job that began at some moment was ready by.
    private Optional<Giver> ready(Job job, long until) {
        long held = latency(job);
        return jobs.before(job)
                .map(Giver::of)
                .or(() -> begun(until - held))
                .map(giver -> new Giver(giver.lane(), giver.nanos(), giver.nanos() + held))
                .filter(giver -> giver.readyNanos() <= until);
    }

    /// What let the loop begin with a page at a moment: the last it had done, or the last page that
    /// was done with.
    private Optional<Giver> begun(long moment) {
        if (moment <= 0) {
            return Optional.empty();
        }
        int span = loop.indexAt(moment - 1);
        while (span >= 0 && (loop.endNanos(span) > moment || waits(loop, span))) {
            span--;
        }
        long ran = span < 0 ? 0 : loop.endNanos(span);
        return jobs.lastDone(ran, moment, true)
                .map(Giver::of)
                .or(() -> ran == 0 ? Optional.empty() : Optional.of(new Giver(LOOP, ran, ran)));
    }

    /// How the loop dispatched a job to a thread; empty if it does not, or the trace does not tell.
    Optional<Dispatch> dispatch(Job job) {
        long latest = job.startNanos() - latencyAfterDispatch(job);
        int place =
                isMatched
                        ? job.place()
                        : jobs.before(job)
                                .map(this::firstEndingAfter)
                                .orElseGet(() -> lastBegunBy(latest));
        if (place < 0 || place >= dispatches.length) {
            return Optional.empty();
        }
        int span = dispatches[place];
        var found = new Dispatch(LOOP, span, loop.startNanos(span), loop.endNanos(span));
        return Optional.of(found).filter(sent -> sent.startNanos() <= latest);
    }

    private int firstEndingAfter(Job job) {
        return place(span -> loop.endNanos(span) <= job.endNanos());
    }

    private int lastBegunBy(long moment) {
        return place(span -> loop.startNanos(span) <= moment) - 1;
    }

    /// The first dispatch for which something does not hold that holds for all before it.
    private int place(IntPredicate holds) {
        int low = 0;
        int high = dispatches.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(dispatches[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
