package dev.lanescope.concurrency;

import java.util.List;
import java.util.Optional;

/// What a model is given: not a callable but a way to do work anywhere. It says how to make a
/// worker's private state, how one item becomes a draft that passes through the stages and ends as
/// a result, and how items and results are written as bytes.
///
/// Models in the shared heap call [#newWorker], [#begin], [#transfer], [Worker#step] and [#finish].
/// Models whose workers live in another class loader or process send the [#recipe] once, build the
/// workload anew on the other side, and from then on send nothing but items and results in their
/// byte form. So every model does exactly the same work, and what differs is who does it and when.
///
/// A workload is shared by all workers and must be safe to read from many threads; what cannot be
/// shared belongs into the [Worker].
///
/// @param <I> an item, e.g. a page
/// @param <D> an item on its way through the stages; it belongs to one worker at a time
/// @param <R> what is known when an item is done; small, for it may cross a process boundary
public interface Workload<I, D, R> {

    /// The stages, in the order in which items pass through them; at least one.
    List<Stage> stages();

    /// The stages that an item passes through, as ascending indexes into [#stages]; at least one.
    /// The same array may be given for many items; nobody writes to it.
    int[] path(I item);

    /// Makes one worker's private state: its parser, its compiled template.
    ///
    /// @throws RunAborted if no worker can be made at all
    Worker<D> newWorker() throws RunAborted;

    /// Takes a draft through a stage that reads or writes. Takes no worker's state, so any thread
    /// may do it at any time.
    ///
    /// @param stage index into [#stages], of one that does not compute
    /// @throws RunAborted if it makes no sense to go on with the run (the disk is full)
    /// @throws Exception if this item fails; its neighbours do not care
    void transfer(int stage, D draft) throws Exception;

    /// How much work an item is, compared with others; found without doing it.
    long weight(I item);

    /// What people call an item.
    default String name(I item) {
        return "item " + item;
    }

    /// An item, before its first stage.
    D begin(I item);

    /// The result, after the last stage.
    R finish(D draft);

    /// How items cross a boundary.
    ByteForm<I> itemForm();

    /// What items have in common that would otherwise cross again and again; empty if nothing.
    default Optional<CommonPart<I, ?>> commonPart() {
        return Optional.empty();
    }

    /// How results cross it back.
    ByteForm<R> resultForm();

    /// How what an item failed of crosses it back. What is read need not be of the same class, but
    /// tells people the same.
    default ByteForm<Throwable> failureForm() {
        return RemoteFailure.FORM;
    }

    /// How it is done by a program that knows nothing of ours; empty if it cannot be.
    default Optional<FileWork<I, R>> asFiles() {
        return Optional.empty();
    }

    /// How this workload is built anew where nothing of this heap can be seen.
    Recipe recipe();
}
