package dev.lanescope.lab.curves;

import dev.lanescope.lab.Spread;
import dev.lanescope.lab.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/// Break-evens of all ways: computed from the way there and back, and found by runs.
///
/// @param pingPong what the ways take
/// @param contests what the runs came to
/// @param page what a page of the folder costs
/// @param workers how many are to pay together
/// @param processors of the machine
public record BreakEvens(
        CurveSheet pingPong, CurveSheet contests, Curve page, int workers, int processors) {

    /// As far as it is known, for as many workers as the runs have, on this machine.
    public BreakEvens(CurveSheet pingPong, CurveSheet contests, Curve page) {
        this(pingPong, contests, page, Contest.WORKERS, Runtime.getRuntime().availableProcessors());
    }

    /// By size of payload, in nanoseconds of CPU a page; empty if the way was not measured.
    public NavigableMap<Integer, Double> computed(Route route) {
        return BreakEven.computed(pingPong.of(route), Math.min(workers, processors));
    }

    /// Empty if there were no runs.
    public Optional<BreakEven.Found> found(Contest contest) {
        return BreakEven.found(contests.of(contest));
    }

    /// What runs came to, and how that lies to what was computed, in a sentence each.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (processors < 2) {
            words.add(
                    "This machine has one processor: workers that compute take turns on it, so"
                            + " there is no cost of a page from which more of them pay.");
        }
        for (Contest contest : Contest.values()) {
            found(contest).ifPresent(found -> words.add(words(contest, found)));
        }
        pageWords().ifPresent(words::add);
        return words;
    }

    private String words(Contest contest, BreakEven.Found found) {
        String who = contest.title() + ", " + workers + " workers: ";
        String runs =
                switch (found) {
                    case BreakEven.Found.At(double nanos) ->
                            "runs pay from " + time(nanos) + " of CPU a page on";
                    case BreakEven.Found.Below(int nanos) ->
                            "runs pay already at " + time(nanos) + " of CPU a page";
                    case BreakEven.Found.Absent(int nanos) ->
                            "runs do not pay at all, up to " + time(nanos) + " of CPU a page";
                };
        Double computed = computed(contest.route()).get(Contest.PAYLOAD);
        String told =
                computed == null
                        ? ""
                        : "; computed from single trips: "
                                + time(computed)
                                + (contest.batch() > 1 ? ", were each page to cross alone" : "");
        return who + runs + told + ".";
    }

    /// What that means for the folder that was measured.
    private Optional<String> pageWords() {
        if (page.points().isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<Integer, List<Double>> known = page.points().firstEntry();
        double cost = new Spread(known.getValue()).median();
        var words = new StringBuilder("A page of this folder takes ");
        words.append(time(cost)).append(" of CPU, and ");
        words.append(Unit.BYTES.words(known.getKey())).append(" cross for it");
        List<String> ratios = new ArrayList<>();
        for (Route route : Route.crossing()) {
            NavigableMap<Integer, Double> costs = computed(route);
            if (!costs.isEmpty()) {
                Map.Entry<Integer, Double> nearest = costs.ceilingEntry(known.getKey());
                double least = (nearest == null ? costs.lastEntry() : nearest).getValue();
                ratios.add(Unit.RATIO.words(cost / least) + " " + route.id());
            }
        }
        return Optional.of(
                words
                        + (ratios.isEmpty()
                                ? "."
                                : "; as multiples of the break-evens: "
                                        + String.join(", ", ratios)
                                        + "."));
    }

    private static String time(double nanos) {
        return Unit.NANOSECONDS.words(nanos);
    }
}
