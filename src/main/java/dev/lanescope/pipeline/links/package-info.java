/// Where a link leads: addresses between the files of a site.
@NullMarked
package dev.lanescope.pipeline.links;

import org.jspecify.annotations.NullMarked;
