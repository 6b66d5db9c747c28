package dev.lanescope.exchange.bundle;

import java.util.ArrayList;
import java.util.List;

/// What to type to do a study.
///
/// @param sweep whether numbers of workers are compared, and not models
/// @param models ids, without the baseline
/// @param workers none for as many as usual; with threads, the processes or interpreters
/// @param threads of each of them; none if they are no grid
/// @param look options that say how the site is to look
/// @param knobs options that say what all runs have in common
public record StudyCommand(
        boolean sweep,
        List<String> models,
        List<Integer> workers,
        List<Integer> threads,
        int repeats,
        int warmUp,
        boolean cold,
        long seed,
        boolean drafts,
        List<String> look,
        List<String> knobs) {

    /// Word by word.
    ///
    /// @param folder what stands for the folder of pages
    public List<String> words(String folder) {
        var words =
                new ArrayList<String>(List.of("lanescope", sweep ? "sweep" : "compare", folder));
        words.addAll(List.of(sweep ? "--model" : "--models", String.join(",", models)));
        if (!workers.isEmpty()) {
            words.addAll(List.of(threads.isEmpty() ? "--workers" : "--processes", list(workers)));
        }
        if (!threads.isEmpty()) {
            words.addAll(List.of("--threads", list(threads)));
        }
        words.addAll(List.of("--repeats", String.valueOf(repeats)));
        words.addAll(cold ? List.of("--cold") : List.of("--warm-up", String.valueOf(warmUp)));
        words.addAll(List.of("--seed", String.valueOf(seed)));
        if (drafts) {
            words.add("--drafts");
        }
        words.addAll(look);
        words.addAll(knobs);
        return List.copyOf(words);
    }

    private static String list(List<Integer> numbers) {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }
}
