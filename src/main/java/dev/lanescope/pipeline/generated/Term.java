package dev.lanescope.pipeline.generated;

import java.util.List;

/// A tag or category and the pages that bear it.
///
/// @param label as the first page in reading order writes it; pages that write it in other cases
///   bear the same term
/// @param pages their ids: first those of pages that bear a date, newest first; at least one
record Term(TermKind kind, String label, List<Integer> pages) {

    /// How many stand on one page of their list, a line each.
    static final int TO_A_PAGE = 100;

    Term {
        pages = List.copyOf(pages);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("no page bears the " + kind.one() + " " + label);
        }
    }

    /// How many pages their list takes, with [#TO_A_PAGE] on each.
    int pageCount() {
        return (pages.size() + TO_A_PAGE - 1) / TO_A_PAGE;
    }

    /// What stands on a page of the list, from 1.
    List<Integer> onPage(int number) {
        int from = (number - 1) * TO_A_PAGE;
        return pages.subList(from, Math.min(pages.size(), from + TO_A_PAGE));
    }
}
