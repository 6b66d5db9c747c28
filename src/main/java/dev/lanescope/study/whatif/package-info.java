/// What would another setting bring: said by replay before it is known, run, and written into a
/// ledger that is never edited. Start at [dev.lanescope.study.whatif.Forecast], then
/// [dev.lanescope.study.whatif.Ledger].
@NullMarked
package dev.lanescope.study.whatif;

import org.jspecify.annotations.NullMarked;
