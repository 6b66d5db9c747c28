package dev.lanescope.exchange.bundle;

import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.ShellWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The options of a run as its trace tells them, parted into what a study says in other ways.
///
/// @param isTold whether the trace tells them at all; older ones do not
/// @param warmUp unrecorded passes before it
/// @param threads in each process or interpreter, where that is not as usual
/// @param look how the site was to look
/// @param knobs all others
record TypedOptions(
        boolean isTold, int warmUp, OptionalInt threads, List<String> look, List<String> knobs) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    static TypedOptions of(RunInfo info) {
        String line = Asked.told(info, "Options");
        List<String> words = ShellWords.words(line);
        int warmUp = 0;
        OptionalInt threads = OptionalInt.empty();
        var look = new ArrayList<String>();
        var knobs = new ArrayList<String>();
        for (int at = 0; at + 1 < words.size(); at += 2) {
            String option = words.get(at);
            String value = words.get(at + 1);
            switch (option) {
                case "--model", "--workers", "--runtime" -> {}
                case "--warm-up" -> warmUp = number(value);
                case "--threads" -> threads = OptionalInt.of(Math.max(1, number(value)));
                case "--templates", "--html", "--base-url" -> look.addAll(List.of(option, value));
                default -> knobs.addAll(List.of(option, value));
            }
        }
        if (Asked.told(info, "Templates").endsWith(", some of one's own")) {
            look.addAll(List.of("--own-templates", "DIR"));
        }
        return new TypedOptions(
                !line.isEmpty(), warmUp, threads, List.copyOf(look), List.copyOf(knobs));
    }

    private static int number(String word) {
        return NUMBER.matcher(word).matches() ? Integer.parseInt(word) : 0;
    }

    /// That a question asks for other options, in a sentence.
    Optional<String> against(Question question) {
        boolean same =
                !isTold
                        || (question.warmUp() == warmUp
                                && pairs(question.look()).equals(pairs(look))
                                && pairs(question.knobs()).equals(pairs(knobs)));
        return same
                ? Optional.empty()
                : Optional.of("It asks for other options than its traces were made with.");
    }

    /// Options in whatever order they stand; an address with and without a stroke at its end is
    /// one.
    private static TreeMap<String, String> pairs(List<String> words) {
        var pairs = new TreeMap<String, String>();
        for (int at = 0; at + 1 < words.size(); at += 2) {
            pairs.put(words.get(at), words.get(at + 1).replaceAll("/$", ""));
        }
        return pairs;
    }
}
