/// The model that looks before it leaps: it does the first items alone, measures whether they
/// compute or wait, and hands the rest to the model that fits. Start at
/// [dev.lanescope.concurrency.auto.Advice].
@NullMarked
package dev.lanescope.concurrency.auto;

import org.jspecify.annotations.NullMarked;
