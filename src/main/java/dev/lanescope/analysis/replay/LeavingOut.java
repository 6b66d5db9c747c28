package dev.lanescope.analysis.replay;

import dev.lanescope.analysis.explain.AsWarm;
import dev.lanescope.analysis.explain.PageParts;
import dev.lanescope.analysis.explain.PageParts.Step;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A run's replay without some of the losses in its speed-up stack.
///
/// What is left out of a page is what the run charges to that part beyond what the sequential run
/// does for the same page. So with every part left out each page takes what one worker alone took
/// for it, and what keeps the run from being as many times as fast as it has workers is the order
/// of the pages, and what follows them. Less than nothing can be left of no page.
public final class LeavingOut {

    /// What can be left out, because the trace tells it page by page or worker by worker.
    private static final Set<StackPart> POSSIBLE =
            Set.of(
                    StackPart.INFLATION,
                    StackPart.COLDER,
                    StackPart.WARM_UP,
                    StackPart.PREEMPTION,
                    StackPart.STOPS,
                    StackPart.LOCK,
                    StackPart.CHANNEL,
                    StackPart.BACK_PRESSURE,
                    StackPart.IO,
                    StackPart.DISPATCH,
                    StackPart.START_UP,
                    StackPart.STARVATION);

    /// A part of all lane time that is too small to be worth a word.
    private static final double LITTLE = 0.002;

    private static final List<Step> STEPS = List.of(Step.values());

    private final Replay replay;
    private final PageParts here;
    private final PageParts there;
    private final int lanes;
    private final long[] whole; // by page and step
    private final Map<StackPart, long[]> extra = new EnumMap<>(StackPart.class);
    private final Map<StackPart, Long> lost = new EnumMap<>(StackPart.class);

    /// @param twins by page, its number in the sequential run
    /// @param slower what work that took longer is called
    private LeavingOut(
            Replay replay,
            PageParts here,
            PageParts there,
            List<Integer> twins,
            int lanes,
            StackPart slower) {
        this.replay = replay;
        this.here = here;
        this.there = there;
        this.lanes = lanes;
        whole = new long[here.pages() * STEPS.size()];
        for (int page = 0; page < here.pages(); page++) {
            for (Step step : STEPS) {
                whole[place(page, step)] = here.nanos(page, step);
            }
        }
        for (StackPart part : POSSIBLE) {
            if (part.isSlowerWork() && part != slower) {
                continue;
            }
            long[] nanos = extra(part.isSlowerWork() ? StackPart.INFLATION : part, twins);
            extra.put(part, nanos);
            lost.put(part, lostTo(part, nanos));
        }
    }

    /// Empty if the run cannot be replayed, or a page of it is none of the other's.
    ///
    /// @param one a finished run of the same content by one worker
    public static Optional<LeavingOut> of(Snapshot run, Snapshot one) {
        Optional<Replay> replay = Replay.of(run);
        Map<String, Integer> byName = new HashMap<>();
        for (int page = 0; page < one.info().pages(); page++) {
            byName.putIfAbsent(one.info().items().get(page), page);
        }
        var twins = new ArrayList<Integer>();
        for (String page : run.info().items().subList(0, run.info().pages())) {
            Integer twin = byName.get(page);
            if (twin != null) {
                twins.add(twin);
            }
        }
        return twins.size() < run.info().pages()
                ? Optional.empty()
                : replay.map(each ->
                        new LeavingOut(
                                each,
                                PageParts.of(run),
                                PageParts.of(one),
                                twins,
                                run.lanes().size(),
                                AsWarm.of(run.info(), one.info())
                                        ? StackPart.INFLATION
                                        : StackPart.COLDER));
    }

    /// Why a part is never left out, for people; empty if it can be.
    public static Optional<String> whyNot(StackPart part) {
        return switch (part) {
            case USEFUL -> Optional.of("Useful work is no loss.");
            case TAIL ->
                    Optional.of(
                            "The tail is no time of any page: it follows from their lengths and their"
                                    + " order, and each replay makes its own.");
            case LOST ->
                    Optional.of(
                            "How long a page would have taken that hung, or whose process died, is"
                                    + " not known.");
            default -> Optional.empty();
        };
    }

    /// What leaving a part out means here, for people.
    public static String meaning(StackPart part) {
        return switch (part) {
            case INFLATION, COLDER ->
                    "each page computes for as long as it did in the sequential run";
            case WARM_UP -> "the first pages are as fast as the later ones";
            case PREEMPTION ->
                    "all lanes have processors; the same part is taken off every page, because only"
                            + " the sum is known";
            case STOPS -> "what lay under stops of the JVM is taken off each page";
            case LOCK -> "nobody waits for the lock";
            case CHANNEL -> "pages cross in no time; an even part is taken off every page";
            case BACK_PRESSURE -> "the next stage has room at once; an even part off every page";
            case IO -> "each page is read and written as fast as in the sequential run";
            case DISPATCH -> "tasks are handed over in no time; an even part off every page";
            case START_UP -> "workers are there at once";
            case STARVATION -> "the next page is there at once; an even part off every page";
            case USEFUL, TAIL, LOST -> whyNot(part).orElseThrow();
        };
    }

    public Replay replay() {
        return replay;
    }

    /// What the run lost to parts that can be left out, what took most first; without those that
    /// hardly matter.
    public List<StackPart> parts() {
        long least = Math.round(LITTLE * lanes * replay.phaseNanos());
        return lost.entrySet().stream()
                .filter(entry -> Math.abs(entry.getValue()) > least)
                .sorted(
                        Comparator.comparingLong((Map.Entry<StackPart, Long> entry) ->
                                        -Math.abs(entry.getValue()))
                                .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Lane time of the first phase that a part took beyond the sequential run; below 0 where the
    /// run did better than that.
    public long lostNanos(StackPart part) {
        return lost.getOrDefault(part, 0L);
    }

    private static int place(int page, Step step) {
        return page * STEPS.size() + step.ordinal();
    }

    /// What each step of each page took in that part beyond the sequential run.
    private long[] extra(StackPart part, List<Integer> twins) {
        long[] nanos = new long[whole.length];
        for (int page = 0; page < here.pages(); page++) {
            for (Step step : STEPS) {
                nanos[place(page, step)] =
                        here.nanos(page, step, part) - there.nanos(twins.get(page), step, part);
            }
        }
        return nanos;
    }

    private long lostTo(StackPart part, long[] ofPages) {
        return part == StackPart.LOCK
                ? here.lockWait()
                : Arrays.stream(ofPages).sum()
                        + here.handingOver(part)
                        - there.handingOver(part)
                        + extraStart(part);
    }

    /// That the worker of the sequential run took longer to start is nothing that was gained.
    private long extraStart(StackPart part) {
        long extra = here.starting(part) - there.starting(part);
        return part == StackPart.START_UP ? Math.max(0, extra) : extra;
    }

    /// What the run would take without some parts; what follows its first phase stays as it was.
    public Prediction run(Set<StackPart> without) {
        long crossing = here.handingOver();
        long starting = here.starting();
        long[] left = whole.clone();
        for (StackPart part : without) {
            crossing -= here.handingOver(part) - there.handingOver(part);
            starting -= extraStart(part);
            long[] nanos = extra.getOrDefault(part, new long[left.length]);
            for (int at = 0; at < left.length; at++) {
                left[at] -= nanos[at];
            }
        }
        long handOver = Math.max(0, crossing) / Math.max(1, here.pages());
        var tasks = new ArrayList<Task>(here.pages());
        for (int page = 0; page < here.pages(); page++) {
            tasks.add(
                    new Task(
                            handOver + Math.max(0, left[place(page, Step.BEFORE)]),
                            Math.max(0, left[place(page, Step.COMPUTE)]),
                            Math.max(0, left[place(page, Step.AFTER)])));
        }
        return replay.retimed(tasks, Math.max(0, starting) / lanes)
                .asItWas(!without.contains(StackPart.LOCK));
    }
}
