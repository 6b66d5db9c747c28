package dev.lanescope.concurrency.cpython;

import dev.lanescope.concurrency.LaneObserver;
import dev.lanescope.concurrency.Observer;
import dev.lanescope.concurrency.Waiting;
import dev.lanescope.concurrency.crossing.ClockMatch;
import dev.lanescope.concurrency.crossing.ExitWords;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lanes of a Python's workers: what they tell of themselves is said anew, at the moment at
/// which it happened, on our clock. A worker gets the first lane that nobody has.
final class PythonLanes {

    /// What the worker program's negative states mean.
    private static final Waiting[] WAITS = {
        Waiting.STARTING,
        Waiting.IMPORTING,
        Waiting.FOR_WORK,
        Waiting.FOR_LOCK,
        Waiting.FOR_IO,
        Waiting.DISPATCHING,
        Waiting.ENCODING,
        Waiting.DECODING,
        Waiting.NOTHING_LEFT
    };

    /// One lane, and what is known of who has it.
    private static final class Kept {
        final LaneObserver lane;
        final String name;
        boolean gone;
        long cpuOfPredecessors;
        long cpu;

        Kept(LaneObserver lane, String name) {
            this.lane = lane;
            this.name = name;
        }
    }

    /// An item that was begun and not ended: an event loop has many of them at once.
    ///
    /// @param lane of the worker that had it last
    record UnderWay(int item, int stage, LaneObserver lane) {}

    /// Where an item is that waits before anything was done to it.
    private static final int FIRST_STAGE = 0;

    private static final Pattern WORKER = Pattern.compile("(\\d{1,10})\\.\\d{1,10}\\.(\\d{1,10})");

    private final Observer observer;
    private final int stages;
    private final List<Kept> lanes = new ArrayList<>();
    private final Map<String, Kept> byWorker = new HashMap<>();
    private final Map<Integer, UnderWay> underWay = new LinkedHashMap<>();
    private ClockMatch clock = ClockMatch.OURS;

    /// @param stages how many stages there are
    PythonLanes(PythonExecutor executor, int workers, int stages, Observer observer) {
        this.observer = observer;
        this.stages = stages;
        for (int number = 0; number < executor.lanes(workers); number++) {
            String name = executor.lane(number);
            lanes.add(new Kept(observer.workerBegins(number, name), name));
        }
        starts();
    }

    void has(ClockMatch match) {
        clock = match;
    }

    /// Whoever was there is gone, and others will come.
    void starts() {
        byWorker.clear();
        underWay.clear();
        for (Kept kept : lanes) {
            kept.cpuOfPredecessors = kept.cpu;
            if (!kept.gone) {
                kept.lane.at(observer.nanos(), -1);
                kept.lane.waits(Waiting.STARTING);
            }
        }
    }

    /// A worker process has died, and with it whoever lived in it.
    ///
    /// @return how, a sentence without its full stop; empty if nobody is known who lived in it
    Optional<String> gone(Said.Gone gone) throws IOException {
        Optional<String> how = Optional.empty();
        for (Map.Entry<String, Kept> each : byWorker.entrySet()) {
            if (process(each.getKey()) == gone.process()) {
                Kept kept = each.getValue();
                String sentence =
                        kept.name
                                + " (pid "
                                + gone.process()
                                + ") "
                                + (gone.byPool()
                                        ? "was ended by its pool, because another one had died"
                                        : ExitWords.ofPython(gone.exit()));
                at(kept, gone.nanos(), -1);
                kept.gone = true;
                kept.lane.gone(sentence);
                how = Optional.of(sentence);
            }
        }
        return how;
    }

    /// Python is gone, and with it all its workers.
    ///
    /// @param nanos since when, on our clock
    void allGone(long nanos, String how) {
        for (Kept kept : lanes) {
            if (!kept.gone) { // others may have died before
                kept.gone = true;
                kept.lane.at(nanos, -1);
                kept.lane.gone(how);
            }
        }
    }

    void came(Said.Came came) throws IOException {
        if (byWorker.size() >= lanes.size() || byWorker.containsKey(came.worker())) {
            throw new IOException("a worker that nobody asked for");
        }
        Kept kept = lanes.get(byWorker.size());
        byWorker.put(came.worker(), kept);
        kept.gone = false;
        kept.lane.livesIn(process(came.worker()), number(came.worker(), 2));
        at(kept, came.began(), -1);
        kept.lane.waits(Waiting.IMPORTING);
        at(kept, came.ready(), -1);
        kept.lane.waits(Waiting.FOR_WORK);
    }

    /// The process that a worker says it lives in: it is called by its process, its interpreter and
    /// its thread.
    static long process(String worker) throws IOException {
        return number(worker, 1);
    }

    private static long number(String worker, int place) throws IOException {
        Matcher numbers = WORKER.matcher(worker);
        if (!numbers.matches()) {
            throw new IOException("a worker without a name");
        }
        return Long.parseLong(numbers.group(place));
    }

    /// Says anew what a worker told.
    ///
    /// @param known the items that may be meant, from 0 to before this
    void hear(Said.Moments told, int known) throws IOException {
        Kept kept = of(told.worker());
        for (Said.Moment moment : told.moments()) {
            int state = moment.state();
            if (state >= stages || state < -WAITS.length || told.item() >= known) {
                throw new IOException("a state or an item that is none");
            }
            at(kept, moment.nanos(), moment.cpuNanos());
            if (state >= 0 && told.item() >= 0) {
                underWay.put(told.item(), new UnderWay(told.item(), state, kept.lane));
                kept.lane.works(told.item(), state);
            } else if (state < 0) {
                Waiting wait = WAITS[-1 - state];
                if (wait == Waiting.FOR_IO && told.item() >= 0) {
                    underWay.putIfAbsent(
                            told.item(), new UnderWay(told.item(), FIRST_STAGE, kept.lane));
                }
                kept.lane.waits(wait);
            }
        }
    }

    void done(String worker, int item) throws IOException {
        Kept kept = of(worker);
        underWay.remove(item);
        kept.lane.done(item);
    }

    void failed(String worker, int item, int stage, Throwable cause) throws IOException {
        Kept kept = of(worker);
        underWay.remove(item);
        kept.lane.failed(item, stage, cause);
    }

    /// An item failed whose worker is gone.
    void failed(int item, int stage, Throwable cause) {
        lanes.getFirst().lane.failed(item, stage, cause);
    }

    /// The stage that an item was in when it was last heard of; the first if its worker said
    /// nothing of it before it died.
    int stage(int item) {
        UnderWay last = underWay.get(item);
        return last == null ? FIRST_STAGE : last.stage();
    }

    /// An item cost its workers their lives.
    void killed(int item, Throwable cause) {
        UnderWay last = underWay.remove(item);
        if (last == null) {
            failed(item, FIRST_STAGE, cause);
        } else {
            last.lane().failed(item, last.stage(), cause);
        }
    }

    /// What was begun and not ended, told once.
    List<UnderWay> takeUnderWay() {
        List<UnderWay> items = List.copyOf(underWay.values());
        underWay.clear();
        return items;
    }

    /// Nothing is left to do for now; who is gone stays so.
    void rest() {
        for (Kept kept : lanes) {
            kept.lane.at(observer.nanos(), -1);
            kept.lane.waits(kept.gone ? Waiting.GONE : Waiting.NOTHING_LEFT);
        }
    }

    void end() {
        for (Kept kept : lanes) {
            kept.lane.at(observer.nanos(), -1);
            kept.lane.ends();
        }
    }

    private Kept of(String worker) throws IOException {
        @Nullable Kept kept = byWorker.get(worker);
        if (kept == null) {
            throw new IOException("a worker that nobody knows");
        }
        return kept;
    }

    /// Nothing that is told happened later than now, and CPU time never goes back: what the dead
    /// have used stays used.
    private void at(Kept kept, long itsNanos, long itsCpu) {
        if (itsCpu >= 0) {
            kept.cpu = Math.max(kept.cpu, kept.cpuOfPredecessors + itsCpu);
        }
        kept.lane.at(Math.min(clock.ours(itsNanos), observer.nanos()), itsCpu >= 0 ? kept.cpu : -1);
    }
}
