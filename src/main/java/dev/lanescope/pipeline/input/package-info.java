/// Pages on their way in: their bytes, or one sentence on why one does not come out. Start at
/// [dev.lanescope.pipeline.input.PageReader].
@NullMarked
package dev.lanescope.pipeline.input;

import org.jspecify.annotations.NullMarked;
