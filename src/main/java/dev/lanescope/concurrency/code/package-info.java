/// What models are made of: the source of each, as it was compiled, and what is counted in it.
/// Start at [dev.lanescope.concurrency.code.CodeShelf].
@NullMarked
package dev.lanescope.concurrency.code;

import org.jspecify.annotations.NullMarked;
