/// Code in colour: a block of code in a known language becomes the same text with spans that say
/// what each part is. No script, no window.
///
/// Start at [dev.lanescope.pipeline.code.Highlighter].
@NullMarked
package dev.lanescope.pipeline.code;

import org.jspecify.annotations.NullMarked;
