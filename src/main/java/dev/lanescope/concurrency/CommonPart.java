package dev.lanescope.concurrency;

import org.jspecify.annotations.Nullable;

/// What many items have in common, so that it need not cross a boundary with each of them: it goes
/// to each worker once. Among the items of one call of [Crew#perform] there is at most one such
/// part.
///
/// @param <I> an item
/// @param <C> what is common
public interface CommonPart<I, C> {

    /// The part: one and the same object for all items that have it in common; null if this item
    /// has none.
    @Nullable C of(I item);

    /// How it crosses.
    ByteForm<C> form();

    /// How an item crosses to where its common part is already.
    ByteForm<I> rest(C common);
}
