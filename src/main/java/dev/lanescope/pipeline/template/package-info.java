/// Templates, found, compiled and guarded. Start at [dev.lanescope.pipeline.template.Templates].
@NullMarked
package dev.lanescope.pipeline.template;

import org.jspecify.annotations.NullMarked;
