/// What models are built from: a batch and what became of it, an item's way through its stages, who
/// takes which item, what locks others out, and what ends a page that takes too long. Start at
/// [dev.lanescope.concurrency.kit.ItemRunner].
@NullMarked
package dev.lanescope.concurrency.kit;

import org.jspecify.annotations.NullMarked;
