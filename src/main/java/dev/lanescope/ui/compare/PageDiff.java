package dev.lanescope.ui.compare;

import dev.lanescope.analysis.compare.TaskDiff;

import java.util.List;

/// Two entrants page by page.
///
/// @param slower the one that the other is subtracted from
/// @param faster the other
/// @param tasks those that differ most first; positive where `slower` took longer
record PageDiff(Entrant slower, Entrant faster, List<TaskDiff.Task> tasks) {

    PageDiff {
        tasks = List.copyOf(tasks);
    }

    static PageDiff of(Entrant slower, Entrant faster) {
        return new PageDiff(slower, faster, TaskDiff.of(faster.trace(), slower.trace()).tasks());
    }
}
