package dev.lanescope.analysis.compare;

import dev.lanescope.analysis.explain.CriticalPath;
import dev.lanescope.analysis.replay.PageSwap;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.Snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Two runs page by page, ranked by what each page did to the makespan of the slower one.
///
/// By [replay][PageSwap] where the slower run can be replayed: what it would gain if the page took
/// what it took in the faster run. Elsewhere by the critical path: a page cannot have cost more
/// than it has of that, and one that is not on it cost nothing.
///
/// @param pages what did most comes first; of very many pages the effect is worked out for those
///   whose time differs most
/// @param basis how it was worked out
public record PageEffects(List<Page> pages, Basis basis) {

    /// How effects are known.
    public enum Basis {
        REPLAY(
                "by replay: so much shorter the slower run would be if the page took what it took in"
                        + " the other"),
        CRITICAL_PATH(
                "by the critical path: how much of the difference lies on the chain that made the"
                        + " slower run so long");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        /// As part of a sentence.
        public String words() {
            return words;
        }
    }

    /// A page, with how much longer the slower run was for it.
    ///
    /// @param effectNanos below 0 where the slower run gained by it; empty if it was not worked out
    public record Page(TaskDiff.Task task, OptionalLong effectNanos) {}

    /// Two settings that are held against each other page by page.
    public record Pair(Comparison.Row slower, Comparison.Row faster, PageEffects effects) {}

    /// So many steps of replays at most.
    private static final long BUDGET = 1_500_000;

    private static final int LEAST_SWAPS = 30;

    public PageEffects {
        pages = List.copyOf(pages);
    }

    /// Of the slowest and the fastest setting, each by the run in its middle; empty if the runs did
    /// not do the same, or there is one setting.
    public static Optional<Pair> ofExtremes(Comparison comparison) {
        List<Comparison.Row> rows =
                comparison.rows().stream()
                        .sorted(
                                Comparator.comparingLong(
                                        row -> row.contender().median().endNanos()))
                        .toList();
        if (rows.size() < 2 || !comparison.objections().isEmpty()) {
            return Optional.empty();
        }
        Comparison.Row faster = rows.getFirst();
        Comparison.Row slower = rows.getLast();
        return Optional.of(
                new Pair(
                        slower,
                        faster,
                        of(faster.contender().median(), slower.contender().median())));
    }

    /// What each page that both have did to the slower run.
    ///
    /// @param faster finished
    /// @param slower finished
    public static PageEffects of(Snapshot faster, Snapshot slower) {
        List<TaskDiff.Task> tasks = TaskDiff.of(faster, slower).tasks();
        return PageSwap.of(slower, faster)
                .map(swap -> bySwaps(tasks, swap))
                .orElseGet(() -> byPath(tasks, slower));
    }

    private static PageEffects bySwaps(List<TaskDiff.Task> tasks, PageSwap swap) {
        long most = Math.max(LEAST_SWAPS, BUDGET / Math.max(1, swap.pages()));
        var pages = new ArrayList<Page>();
        for (TaskDiff.Task task : tasks) {
            boolean isPage = task.otherItem() < swap.pages() && task.item() < swap.otherPages();
            pages.add(
                    new Page(
                            task,
                            isPage && most-- > 0
                                    ? OptionalLong.of(swap.effect(task.otherItem(), task.item()))
                                    : OptionalLong.empty()));
        }
        return ranked(pages, Basis.REPLAY);
    }

    private static PageEffects byPath(List<TaskDiff.Task> tasks, Snapshot slower) {
        long[] onPath = new long[slower.info().items().size()];
        for (CriticalPath.Step step : CriticalPath.of(slower).steps()) {
            if (step.item() != Lane.NO_ITEM) {
                onPath[step.item()] += step.nanos();
            }
        }
        return ranked(
                tasks.stream()
                        .map(task ->
                                new Page(
                                        task,
                                        OptionalLong.of(effect(task, onPath[task.otherItem()]))))
                        .toList(),
                Basis.CRITICAL_PATH);
    }

    private static long effect(TaskDiff.Task task, long onPath) {
        return onPath == 0 ? 0 : Math.min(task.moreNanos(), onPath);
    }

    private static PageEffects ranked(List<Page> pages, Basis basis) {
        return new PageEffects(
                pages.stream()
                        .sorted(
                                Comparator.comparing((Page page) -> page.effectNanos().isEmpty())
                                        .thenComparingLong(
                                                page -> -Math.abs(page.effectNanos().orElse(0)))
                                        .thenComparingLong(
                                                page -> -Math.abs(page.task().moreNanos())))
                        .toList(),
                basis);
    }
}
