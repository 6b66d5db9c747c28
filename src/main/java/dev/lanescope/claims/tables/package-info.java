/// Tables that others filled with words, filled with what was measured here. Start at
/// [dev.lanescope.claims.tables.Tables], then [dev.lanescope.claims.tables.FilledTable].
@NullMarked
package dev.lanescope.claims.tables;

import org.jspecify.annotations.NullMarked;
