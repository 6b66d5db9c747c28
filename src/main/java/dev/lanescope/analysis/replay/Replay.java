package dev.lanescope.analysis.replay;

import dev.lanescope.analysis.PhaseTime;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The tasks of a run's first phase, to be carried out anew on paper: with other workers, in
/// another order, without the lock.
///
/// A task is what a page took on all lanes, in states of work, and an even part of what handing
/// over and crossing took. How long it waited for a lock is not part of it; whether it waits again
/// is for the replay to find out. A replay knows nothing of caches, memory and compilers: each task
/// takes as long as it did, and every worker has a processor of its own. So it is a prediction, and
/// never asked for more workers than processors.
///
/// Models whose workers do not take whole pages from one queue cannot be replayed.
public final class Replay {

    private static final Set<String> QUEUES =
            Set.of("sequential", "fixed-pool", "gil", "work-stealing", "processes", "isolated");

    /// The model in which only one worker computes at a time, also where nobody waited: one alone
    /// never does.
    private static final String ONE_LOCK = "gil";

    /// Models whose workers are sent pages, several at once.
    private static final Set<String> BATCHES = Set.of("processes", "isolated");

    private static final Pattern BATCH = Pattern.compile("\\bbatch (\\d{1,6})\\b");
    private static final Pattern CHUNK = Pattern.compile("\\bscheduling chunks:(\\d{1,6})\\b");

    /// A replay that misses its own run by more has not understood it.
    public static final double MISSES = 0.15;

    private static final Pattern DEALT = Pattern.compile("\\bscheduling round-robin\\b");

    private final List<Integer> order;
    private final List<Task> tasks;
    private final List<Task> inContent;
    private final Order recorded;
    private final int workers;
    private final int atOnce;
    private final boolean locked;
    private final long startNanos;
    private final long phaseNanos;
    private final long runNanos;

    /// @param order the numbers of the pages, as they were begun
    private Replay(
            List<Integer> order,
            List<Task> inContent,
            Order recorded,
            int workers,
            int atOnce,
            boolean locked,
            long startNanos,
            long phaseNanos,
            long runNanos) {
        this.order = List.copyOf(order);
        this.inContent = List.copyOf(inContent);
        this.tasks = this.order.stream().map(this.inContent::get).toList();
        this.recorded = recorded;
        this.workers = workers;
        this.atOnce = atOnce;
        this.locked = locked;
        this.startNanos = startNanos;
        this.phaseNanos = phaseNanos;
        this.runNanos = runNanos;
    }

    /// Empty if the run is of a model that cannot be replayed, or has not done all of its pages.
    public static Optional<Replay> of(Snapshot run) {
        int pages = run.info().pages();
        if (!QUEUES.contains(run.info().model()) || !run.finished() || pages == 0) {
            return Optional.empty();
        }
        PhaseTime phase = PhaseTime.of(run).getFirst();
        var sums = new Sums(run, pages, phase.endNanos());
        if (Arrays.stream(sums.begun).anyMatch(begun -> begun == Long.MAX_VALUE)) {
            return Optional.empty();
        }
        long handOver = sums.handingOver / pages;
        List<Task> inContent =
                IntStream.range(0, pages)
                        .mapToObj(page ->
                                new Task(
                                        handOver + sums.before[page],
                                        sums.compute[page],
                                        sums.after[page]))
                        .toList();
        List<Integer> order =
                IntStream.range(0, pages)
                        .boxed()
                        .sorted(Comparator.comparingLong(page -> sums.begun[page]))
                        .toList();
        return Optional.of(
                new Replay(
                        order,
                        inContent,
                        isDealt(run.info()) ? Order.ROUND_ROBIN : Order.AS_RECORDED,
                        run.lanes().size(),
                        atOnce(run.info()),
                        sums.lockWait > 0 || run.info().model().equals(ONE_LOCK),
                        sums.starting / run.lanes().size(),
                        phase.nanos(),
                        run.endNanos()));
    }

    /// What the spans of the first phase add up to.
    private static final class Sums {
        final long[] begun;
        final long[] before;
        final long[] compute;
        final long[] after;
        long handingOver;
        long lockWait;
        long starting;

        Sums(Snapshot run, int pages, long end) {
            begun = new long[pages];
            Arrays.fill(begun, Long.MAX_VALUE);
            before = new long[pages];
            compute = new long[pages];
            after = new long[pages];
            run.lanes().forEach(lane -> read(run, lane, pages, end));
        }

        private void read(Snapshot run, LaneView lane, int pages, long end) {
            for (int span = 0; span < lane.size() && lane.startNanos(span) < end; span++) {
                State state = run.state(lane.state(span));
                long nanos = Math.min(end, lane.endNanos(span)) - lane.startNanos(span);
                int item = lane.item(span);
                if (item != Lane.NO_ITEM && item < pages) {
                    begun[item] = Math.min(begun[item], lane.startNanos(span));
                }
                switch (state.kind()) {
                    case WORK -> {
                        if (item != Lane.NO_ITEM && item < pages) {
                            stage(state)[item] += nanos;
                        }
                    }
                    case QUEUE, CHANNEL, IO -> handingOver += nanos;
                    case LOCK -> lockWait += nanos;
                    case STARTING -> starting += nanos;
                    case IDLE, LOST -> {}
                }
            }
        }

        private long[] stage(State state) {
            return switch (state.name()) {
                case "read" -> before;
                case "write" -> after;
                default -> compute;
            };
        }
    }

    /// How many pages a worker took at once, as far as the trace tells.
    private static int atOnce(RunInfo info) {
        Pattern told = BATCHES.contains(info.model()) ? BATCH : CHUNK;
        return info.facts().stream()
                .filter(fact -> fact.name().equals("Knobs"))
                .map(fact -> told.matcher(fact.value()))
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .filter(pages -> pages > 0)
                .findFirst()
                .orElse(1);
    }

    private static boolean isDealt(RunInfo info) {
        return info.facts().stream()
                .filter(fact -> fact.name().equals("Knobs"))
                .anyMatch(fact -> DEALT.matcher(fact.value()).find());
    }

    /// Whether workers of a model are sent pages in batches, rather than taking them in chunks.
    public static boolean isSentBatches(String model) {
        return BATCHES.contains(model);
    }

    /// The same run with pages that take another time.
    ///
    /// @param inContent as many as there were, in the order of the content
    Replay retimed(List<Task> inContent, long startNanos) {
        return new Replay(
                order,
                inContent,
                recorded,
                workers,
                atOnce,
                locked,
                startNanos,
                phaseNanos,
                runNanos);
    }

    /// What the whole run would take by as many workers as it had.
    Prediction asItWas(boolean lock) {
        return run(asItWas(workers, lock));
    }

    /// How long the first phase took when it was recorded.
    long phaseNanos() {
        return phaseNanos;
    }

    /// How many workers the run had.
    public int workers() {
        return workers;
    }

    /// How many pages a worker took at once.
    public int atOnce() {
        return atOnce;
    }

    /// What the first phase would take.
    public Prediction phase(Setting setting) {
        if (setting.order() == Order.ROUND_ROBIN) {
            return dealt(setting);
        }
        List<Task> queue =
                setting.order() == Order.AS_RECORDED
                        ? tasks
                        : tasks.stream()
                                .sorted(Comparator.comparingLong(Task::nanos).reversed())
                                .toList();
        int with = setting.workers();
        boolean waits = setting.withLock() && locked;
        long work = tasks.stream().mapToLong(Task::nanos).sum();
        long longest = longest(queue, setting.atOnce());
        long guarded = waits ? tasks.stream().mapToLong(Task::computeNanos).sum() : 0;
        long even = (work + with - 1) / with;
        long least = Math.max(even, Math.max(longest, guarded));
        long most = waits ? even + longest + guarded : even + longest - longest / with;
        return new Prediction(
                        Simulation.makespan(queue, with, setting.atOnce(), waits), least, most)
                .plus(startNanos);
    }

    /// Nobody takes what was dealt to another, so the heaviest deal is the least, and without a
    /// lock the most as well; Graham's bound does not hold.
    private Prediction dealt(Setting setting) {
        int with = setting.workers();
        boolean waits = setting.withLock() && locked;
        long[] deals = new long[with];
        long guarded = 0;
        for (int place = 0; place < inContent.size(); place++) {
            deals[place % with] += inContent.get(place).nanos();
            guarded += waits ? inContent.get(place).computeNanos() : 0;
        }
        long heaviest = Arrays.stream(deals).max().orElse(0);
        return new Prediction(
                        Simulation.makespanOfDealt(inContent, with, waits),
                        Math.max(heaviest, guarded),
                        heaviest + guarded)
                .plus(startNanos);
    }

    /// What the longest of those tasks takes that are taken at once.
    private static long longest(List<Task> queue, int atOnce) {
        long longest = 0;
        for (int from = 0; from < queue.size(); from += atOnce) {
            long sum = 0;
            for (int at = from; at < Math.min(queue.size(), from + atOnce); at++) {
                sum += queue.get(at).nanos();
            }
            longest = Math.max(longest, sum);
        }
        return longest;
    }

    /// What the whole run would take; what follows the first phase stays as it was.
    public Prediction run(Setting setting) {
        return phase(setting).plus(runNanos - phaseNanos);
    }

    /// By how much the replay of the run as it was misses its first phase, as part of it; below 0
    /// if the replay is faster.
    public double error() {
        return phaseNanos == 0
                ? 0
                : (double) phase(asItWas(workers, true)).nanos() / phaseNanos - 1;
    }

    private Setting asItWas(int with, boolean lock) {
        return new Setting(with, recorded, atOnce, lock);
    }

    /// Whether the replay of the run as it was misses it by so much that it would not be worth more
    /// about another one.
    public boolean missesItself() {
        return Math.abs(error()) > MISSES;
    }

    /// Whether workers waited for a lock.
    public boolean isLocked() {
        return locked && workers > 1;
    }

    /// What the run would take if nobody waited for the lock. Empty if it had none, or if the
    /// replay misses the run as it was by more than 15 %: then it would not be worth more about
    /// another one.
    ///
    /// @param processors no more workers than that can compute at once
    public Optional<Prediction> withoutLockWait(int processors) {
        return isLocked() && !missesItself()
                ? Optional.of(run(asItWas(Math.min(workers, processors), false)))
                : Optional.empty();
    }
}
