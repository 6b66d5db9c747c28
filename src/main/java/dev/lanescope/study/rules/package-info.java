/// Rules of thumb for the number of workers, held against what was measured. Start at
/// [dev.lanescope.study.rules.RulesOfThumb].
@NullMarked
package dev.lanescope.study.rules;

import org.jspecify.annotations.NullMarked;
