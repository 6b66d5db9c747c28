package dev.lanescope.analysis.replay;

import dev.lanescope.analysis.explain.PageParts;
import dev.lanescope.analysis.explain.PageParts.Step;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What single pages did to a run's makespan: the run done again on paper with one page taking what
/// it took in another run, and all others what they took.
///
/// A page that another worker's longer one hides gains nothing; the last page of the tail gains all
/// of it. So this is not the difference in lane time.
public final class PageSwap {

    private final Replay replay;
    private final List<Task> tasks;
    private final PageParts other;
    private final long handOver;
    private final long startNanos;
    private final long asItWas;

    private PageSwap(
            Replay replay, List<Task> tasks, PageParts other, long handOver, long startNanos) {
        this.replay = replay;
        this.tasks = List.copyOf(tasks);
        this.other = other;
        this.handOver = handOver;
        this.startNanos = startNanos;
        this.asItWas = nanos(tasks);
    }

    /// Empty if the run cannot be replayed, or its replay misses it as it was.
    public static Optional<PageSwap> of(Snapshot run, Snapshot other) {
        return Replay.of(run)
                .filter(replay -> !replay.missesItself())
                .map(replay -> {
                    PageParts here = PageParts.of(run);
                    long handOver = here.handingOver() / Math.max(1, here.pages());
                    var tasks = new ArrayList<Task>(here.pages());
                    for (int page = 0; page < here.pages(); page++) {
                        tasks.add(task(here, page, handOver));
                    }
                    long start = here.starting() / Math.max(1, run.lanes().size());
                    return new PageSwap(replay, tasks, PageParts.of(other), handOver, start);
                });
    }

    private static Task task(PageParts parts, int page, long handOver) {
        return new Task(
                handOver + parts.nanos(page, Step.BEFORE),
                parts.nanos(page, Step.COMPUTE),
                parts.nanos(page, Step.AFTER));
    }

    /// How many pages the run has; files that are made of them are none.
    public int pages() {
        return tasks.size();
    }

    /// How many pages the other run has.
    public int otherPages() {
        return other.pages();
    }

    /// How much longer the run was for this page: what it would gain if the page took what it took
    /// in the other run. Below 0 if it would lose.
    public long effect(int page, int otherPage) {
        var swapped = new ArrayList<>(tasks);
        swapped.set(page, task(other, otherPage, handOver));
        return asItWas - nanos(swapped);
    }

    private long nanos(List<Task> all) {
        return replay.retimed(all, startNanos).asItWas(true).nanos();
    }
}
