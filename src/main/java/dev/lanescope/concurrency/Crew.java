package dev.lanescope.concurrency;

import java.util.List;

/// The workers of one run, from their hiring to their end. They keep their private state from one
/// batch to the next, so whoever has work in phases, each needing all of the one before, gives it
/// to the same crew batch by batch.
///
/// Example: `try (Crew<Page, Html> crew = model.hire(...)) { crew.perform(pages); }`
///
/// @param <I> an item
/// @param <R> what is known when an item is done
public interface Crew<I, R> extends AutoCloseable {

    /// Does all items and returns when the last one is done, or, after a stop was requested, as
    /// soon as every worker has come to the end of its stage. Called by one thread at a time.
    ///
    /// Observers are told an item's number in the run: the first item of the second batch has the
    /// number that follows the last one of the first batch.
    ///
    /// @return what became of each item, in the order of `items`
    /// @throws RunAborted if the run cannot go on; all workers have ended by then
    /// @throws InterruptedException if the calling thread was interrupted; likewise
    List<Outcome<R>> perform(List<I> items) throws RunAborted, InterruptedException;

    /// Dismisses the workers and returns when nothing of them is left. An interrupt meanwhile asks
    /// them to stop, and the calling thread stays interrupted.
    @Override
    void close();
}
