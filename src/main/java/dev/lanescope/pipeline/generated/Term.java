package dev.lanescope.pipeline.generated;

import java.util.List;

/// A tag or category and the pages that bear it.
///
/// @param label as the first page in reading order writes it; pages that write it in other cases
///   bear the same term
/// @param pages their ids, ascending; at least one
record Term(TermKind kind, String label, List<Integer> pages) {

    Term {
        pages = List.copyOf(pages);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("no page bears the " + kind.one() + " " + label);
        }
    }
}
