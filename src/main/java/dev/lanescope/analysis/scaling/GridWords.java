package dev.lanescope.analysis.scaling;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.compare.Certainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What can be said of a grid, in sentences.
public final class GridWords {

    private GridWords() {}

    /// Nothing if the runs did not do the same.
    public static List<String> of(Grid grid) {
        if (!grid.comparable()) {
            return List.of();
        }
        Grid.Cell best = grid.best();
        var sentences = new ArrayList<String>();
        sentences.add(
                "Best: "
                        + words(best, grid)
                        + ", "
                        + time(best)
                        + ", "
                        + best.speedUp().words()
                        + " times as fast as "
                        + grid.baseline().title()
                        + ".");
        List<Grid.Cell> even =
                grid.cells().stream().filter(cell -> cell.isAsGood() && !cell.isBest()).toList();
        if (!best.over().isSure()) {
            sentences.add(
                    "Which of them are not slower is not known: "
                            + Certainty.objection(best.over().repeats(), grid.cells().size() - 1)
                                    .orElse("repeats are too few."));
        } else if (!even.isEmpty()) {
            sentences.add(
                    "Not shown to be slower: "
                            + even.stream().map(Grid.Cell::title).collect(Collectors.joining(", "))
                            + ".");
        }
        List<Grid.Cell> same =
                grid.cells().stream()
                        .filter(cell -> cell.workers() == best.workers())
                        .sorted(Comparator.comparingDouble(Grid.Cell::medianNanos))
                        .toList();
        if (same.size() > 1) {
            sentences.add(
                    "The same "
                            + best.workers()
                            + " workers, parted otherwise: "
                            + same.stream()
                                    .map(cell -> cell.title() + " " + time(cell))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return List.copyOf(sentences);
    }

    private static String words(Grid.Cell cell, Grid grid) {
        String groups = grid.groupWord();
        return cell.groups()
                + " "
                + (cell.groups() == 1
                        ? groups.equals("processes") ? "process" : "interpreter"
                        : groups)
                + " with "
                + cell.threads()
                + (cell.threads() == 1 ? " thread each" : " threads each");
    }

    private static String time(Grid.Cell cell) {
        return Durations.text(Math.round(cell.medianNanos()), 3);
    }
}
