package dev.lanescope.concurrency;

import java.util.List;

/// A way to share out work: who does it and when. One file each; the list is [Models#all].
///
/// Whatever the model, every item is done exactly once, outcomes come back in the order of the
/// items, a failing item costs nobody else anything, and nothing (thread, process, file) is left
/// when [#run] returns. One contract test holds every model to this.
public interface ConcurrencyModel {

    /// The name in the terminal, in traces and in file names: lower case, words joined by `-`.
    String id();

    /// The name in the window.
    String title();

    /// One sentence on when to use it.
    String whenToUse();

    /// One sentence on what it costs or cannot do.
    String itsCatch();

    /// How many workers it can be given.
    WorkerRange workers();

    /// Does all items with so many workers and returns when the last one is done, or, after a stop
    /// was requested, as soon as every worker has come to the end of its stage.
    ///
    /// @param workers within [#workers]
    /// @return what became of each item, in the order of `items`
    /// @throws RunAborted if the run cannot go on; all workers have ended by then
    /// @throws InterruptedException if the calling thread was interrupted; likewise
    <I, D, R> List<Outcome<R>> run(
            Workload<I, D, R> workload,
            List<I> items,
            int workers,
            Observer observer,
            StopSignal stop)
            throws RunAborted, InterruptedException;
}
