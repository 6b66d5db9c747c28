package dev.lanescope.ui.compare;

import dev.lanescope.analysis.compare.PageEffects;

/// Two entrants page by page.
///
/// @param slower the one that the other is subtracted from
/// @param faster the other
/// @param effects what each page did to the makespan of `slower`; positive where it cost something
record PageDiff(Entrant slower, Entrant faster, PageEffects effects) {

    static PageDiff of(Entrant slower, Entrant faster) {
        return new PageDiff(slower, faster, PageEffects.of(faster.trace(), slower.trace()));
    }
}
