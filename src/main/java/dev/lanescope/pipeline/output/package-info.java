/// The folder that a site is written to: whose it is, what it holds, and how files appear in it
/// whole. Start at [dev.lanescope.pipeline.output.OutputFolder].
@NullMarked
package dev.lanescope.pipeline.output;

import org.jspecify.annotations.NullMarked;
