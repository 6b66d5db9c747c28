/// Who does it and when: the selectable models; knows tasks and workers, never pages.
///
/// Start at [dev.lanescope.concurrency.Workload], what a model is given, then
/// [dev.lanescope.concurrency.ConcurrencyModel], what a model is, then
/// [dev.lanescope.concurrency.threads.FixedPool]. The list is in
/// [dev.lanescope.concurrency.catalog.Models].
@NullMarked
package dev.lanescope.concurrency;

import org.jspecify.annotations.NullMarked;
