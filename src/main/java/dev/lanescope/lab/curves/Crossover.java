package dev.lanescope.lab.curves;

import dev.lanescope.analysis.compare.Bootstrap;
import dev.lanescope.analysis.compare.Certainty;
import dev.lanescope.analysis.compare.Ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// From how many pages on one model is ahead of another for good.
///
/// Ahead is who is shown to be: the interval of the ratio of the medians lies above 1, and the
/// intervals of all numbers of pages hold together with 95 %. Between the last number at which it
/// is not and the first from which it always is, the medians say where it may be, a straight line
/// over the logarithm of the pages.
///
/// @param behind who is overtaken
/// @param ahead who may overtake
/// @param steps for each number of pages how many times as fast `ahead` is
public record Crossover(ColdBuild behind, ColdBuild ahead, NavigableMap<Integer, Ratio> steps) {

    /// Where it is overtaken.
    public sealed interface Found {

        /// It is overtaken between two numbers of pages.
        ///
        /// @param notYet the most pages for which it is not ahead
        /// @param from from so many on it is, for good
        /// @param about where the medians cross
        record At(int notYet, int from, double about) implements Found {}

        /// It is ahead with the fewest pages already.
        record Always(int fewest) implements Found {}

        /// It is not shown to be ahead with the most pages.
        ///
        /// @param slower whether it is shown to be behind there
        record Never(int most, boolean slower) implements Found {}

        /// There are fewer builds than carry an interval.
        record Unsure(int rounds, int needed) implements Found {}
    }

    /// Empty if one of the two was not measured.
    public static Optional<Crossover> of(CurveSheet sheet, ColdBuild behind, ColdBuild ahead) {
        NavigableMap<Integer, List<Double>> ours = sheet.of(ahead).points();
        NavigableMap<Integer, List<Double>> theirs = sheet.of(behind).points();
        NavigableMap<Integer, Ratio> steps = new TreeMap<>();
        ours.forEach((pages, times) -> {
            List<Double> slower = theirs.getOrDefault(pages, List.of());
            if (!slower.isEmpty()) {
                steps.put(pages, Bootstrap.ratio(slower, times, ours.size()));
            }
        });
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Crossover(behind, ahead, steps));
    }

    public Found found() {
        Ratio most = steps.lastEntry().getValue();
        if (!most.isSure()) {
            return new Found.Unsure(most.repeats(), Certainty.needed(steps.size()));
        }
        List<Map.Entry<Integer, Ratio>> all = List.copyOf(steps.entrySet());
        int first = all.size();
        while (first > 0 && isAhead(all.get(first - 1).getValue())) {
            first--;
        }
        if (first == all.size()) {
            return new Found.Never(all.getLast().getKey(), most.isShown());
        }
        if (first == 0) {
            return new Found.Always(all.getFirst().getKey());
        }
        int notYet = all.get(first - 1).getKey();
        int from = all.get(first).getKey();
        return new Found.At(notYet, from, medians().orElse((double) from));
    }

    /// Where the medians pass 1 for good, if they do between two steps.
    private Optional<Double> medians() {
        NavigableMap<Integer, List<Double>> ratios = new TreeMap<>();
        steps.forEach((pages, ratio) -> ratios.put(pages, List.of(ratio.value())));
        return BreakEven.found(new Curve(ratios))
                .flatMap(found ->
                        found instanceof BreakEven.Found.At(double pages)
                                ? Optional.of(pages)
                                : Optional.empty());
    }

    private static boolean isAhead(Ratio ratio) {
        return ratio.isShown() && ratio.low() > 1;
    }

    /// In a sentence.
    public String words() {
        String who = ahead.model() + " against " + behind.model() + ", cold: ";
        Ratio most = steps.lastEntry().getValue();
        return who
                + switch (found()) {
                    case Found.At(int notYet, int from, double about) ->
                            "ahead from "
                                    + pages(from)
                                    + " on, not yet shown with "
                                    + notYet
                                    + " (the medians cross at about "
                                    + Math.round(about)
                                    + "); "
                                    + most.words()
                                    + " times as fast with "
                                    + steps.lastKey()
                                    + ".";
                    case Found.Always(int fewest) ->
                            "ahead with "
                                    + pages(fewest)
                                    + " already; "
                                    + most.words()
                                    + " times as fast with "
                                    + steps.lastKey()
                                    + ".";
                    case Found.Never(int last, boolean slower) ->
                            (slower
                                            ? "still behind with "
                                            : "not shown to be ahead with any number up to ")
                                    + pages(last)
                                    + ": "
                                    + most.words()
                                    + " times as fast.";
                    case Found.Unsure(int rounds, int needed) ->
                            most.words()
                                    + " times as fast with "
                                    + pages(steps.lastKey())
                                    + " by the medians; "
                                    + rounds
                                    + (rounds == 1 ? " round carries" : " rounds carry")
                                    + " no interval, "
                                    + needed
                                    + " would.";
                };
    }

    private static String pages(int pages) {
        return pages == 1 ? "1 page" : pages + " pages";
    }

    /// Every model against one thread, and then against those before it that it overtakes.
    static List<String> words(CurveSheet sheet) {
        var words = new ArrayList<String>();
        for (Crossover each : all(sheet)) {
            boolean overtakes = each.found() instanceof Found.At;
            if (each.behind == ColdBuild.SEQUENTIAL || overtakes) {
                words.add(each.words());
            }
        }
        return words;
    }

    /// Every two that were measured, either of them as the one that may overtake; those that may
    /// overtake one thread stand first.
    public static List<Crossover> all(CurveSheet sheet) {
        var all = new ArrayList<Crossover>();
        for (ColdBuild behind : ColdBuild.values()) {
            for (ColdBuild ahead : ColdBuild.values()) {
                if (ahead != behind && ahead != ColdBuild.SEQUENTIAL) {
                    of(sheet, behind, ahead).ifPresent(all::add);
                }
            }
        }
        return all;
    }
}
