/// The list of all models.
@NullMarked
package dev.lanescope.concurrency.catalog;

import org.jspecify.annotations.NullMarked;
