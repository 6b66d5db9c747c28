package dev.lanescope.concurrency;

/// What became of one item.
public sealed interface Outcome<R> {

    /// It passed all stages.
    record Done<R>(R result) implements Outcome<R> {}

    /// It failed; the run went on.
    ///
    /// @param stage index of the stage it failed in
    record Failed<R>(int stage, Throwable cause) implements Outcome<R> {}

    /// The run was stopped before it was done.
    record NotDone<R>() implements Outcome<R> {}
}
