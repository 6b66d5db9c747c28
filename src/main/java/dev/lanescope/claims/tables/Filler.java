package dev.lanescope.claims.tables;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.claims.Band;
import dev.lanescope.claims.Band.Place;
import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.Newest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes entries out of lines and of what counts here.
record Filler(Here here, Newest newest) {

    private static final Band STAYS_LOCAL = Band.atMost(1);

    Entry entry(Line line) {
        return switch (line) {
            case Line.Never(String label, String because) -> new Entry.Never(label, because);
            case Line.Figure figure ->
                    reading(figure.need())
                            .map(reading ->
                                    measured(
                                            figure,
                                            FigureWords.of(reading, figure),
                                            Optional.empty()))
                            .orElseGet(() -> missing(line));
            case Line.Verdict verdict ->
                    reading(verdict.need())
                            .map(reading -> verdict.target().place(reading))
                            .map(place -> measured(verdict, word(place), Optional.of(place)))
                            .orElseGet(() -> missing(line));
            case Line.Contained contained -> contained(contained);
            case Line.BestFor best -> best(best);
            case Line.Ahead ahead -> ahead(ahead);
        };
    }

    private static String word(Place place) {
        return switch (place) {
            case INSIDE -> "pass";
            case OUTSIDE -> "fail";
            case OPEN -> "undecided";
        };
    }

    private Optional<Reading> reading(Need need) {
        return newest.readings(need.measure().key()).stream().findFirst();
    }

    private List<Reading> readings(Line line) {
        return line.needs().stream().flatMap(each -> reading(each).stream()).toList();
    }

    private Entry missing(Line line) {
        List<ClaimExperiment> by = open(line);
        Optional<String> obstacle =
                by.stream().flatMap(each -> each.obstacle(here).stream()).findFirst();
        String what =
                line.needs().size() == 1
                        ? line.needs().getFirst().measure().title()
                        : line.needs().stream()
                                .filter(each -> reading(each).isEmpty())
                                .map(each -> each.measure().title())
                                .distinct()
                                .limit(3)
                                .collect(Collectors.joining("; "));
        return new Entry.Missing(line.label(), "Not measured here: " + what + ".", by, obstacle);
    }

    /// What would measure what is missing, or has too few repeats.
    private List<ClaimExperiment> open(Line line) {
        return line.needs().stream()
                .filter(each -> reading(each).filter(Reading::isSure).isEmpty())
                .map(Need::experiment)
                .distinct()
                .toList();
    }

    private Entry measured(Line line, String words, Optional<Place> verdict) {
        List<Reading> readings = readings(line);
        List<Evidence> from =
                readings.stream()
                        .flatMap(each -> newest.of(each.key()).stream())
                        .distinct()
                        .toList();
        List<ClaimExperiment> open = open(line);
        boolean able = open.stream().allMatch(each -> each.obstacle(here).isEmpty());
        return new Entry.Measured(
                line.label(),
                words,
                why(line, readings),
                readings,
                from,
                readings.stream().allMatch(Reading::isSure),
                verdict,
                able ? open : List.of());
    }

    private static String why(Line line, List<Reading> readings) {
        return switch (line) {
            case Line.Figure _, Line.Verdict _ -> readings.getFirst().what();
            case Line.Contained _ ->
                    readings.stream()
                            .map(each -> each.what() + ": " + each.words())
                            .collect(Collectors.joining("; "));
            case Line.BestFor _ ->
                    "No other column has a whole interval above its own, or keeps more faults to"
                            + " their pages";
            case Line.Ahead _ ->
                    "No other has a whole interval above, and none of it lies below one alone";
            case Line.Never(_, String because) -> because;
        };
    }

    private Entry contained(Line.Contained line) {
        List<Reading> tried = readings(line);
        if (tried.isEmpty()) {
            return missing(line);
        }
        long local = local(tried);
        String all =
                local + " of " + Amounts.count(tried.size(), "fault") + " cost their page at most";
        int open = line.lost().size() - tried.size();
        return measured(line, open == 0 ? all : all + ", " + open + " not tried", Optional.empty());
    }

    private static long local(List<Reading> tried) {
        return tried.stream().filter(each -> STAYS_LOCAL.place(each) == Place.INSIDE).count();
    }

    private Entry best(Line.BestFor line) {
        if (!isKnown(line)) {
            return missing(line);
        }
        var at = new ArrayList<String>();
        if (isFast(line, Line.Rival::computing)) {
            at.add("what computes");
        }
        if (isFast(line, Line.Rival::waiting)) {
            at.add("what waits");
        }
        isolation(line).ifPresent(at::add);
        return measured(
                line,
                at.isEmpty() ? "none of it: another is ahead" : String.join(", ", at),
                Optional.empty());
    }

    private boolean isKnown(Line line) {
        return line.needs().stream()
                .allMatch(each -> reading(each).filter(Reading::isSure).isPresent());
    }

    private Entry ahead(Line.Ahead line) {
        if (!isKnown(line)) {
            return missing(line);
        }
        List<Reading> all = readings(line);
        List<String> first =
                IntStream.range(0, all.size())
                        .filter(at -> all.get(at).high() >= 1)
                        .filter(at ->
                                all.stream().allMatch(each -> each.low() <= all.get(at).high()))
                        .mapToObj(line.names()::get)
                        .toList();
        return measured(
                line,
                switch (first.size()) {
                    case 0 -> "none of them: one alone is faster";
                    case 1 -> first.getFirst();
                    default -> String.join(" or ", first) + ": no difference shown";
                },
                Optional.empty());
    }

    /// Whoever contains nothing is best at nothing, also where nobody contains more.
    private Optional<String> isolation(Line.BestFor line) {
        List<Long> all =
                line.rivals().stream().map(each -> local(readings(each.contained()))).toList();
        long own = all.get(line.own());
        if (own == 0 || all.stream().anyMatch(each -> each > own)) {
            return Optional.empty();
        }
        boolean alone = all.stream().filter(each -> each == own).count() == 1;
        return Optional.of(alone ? "isolation" : "isolation (a tie)");
    }

    /// Whether no rival's whole interval lies above its own.
    private boolean isFast(Line.BestFor line, Function<Line.Rival, Need> what) {
        Reading own = reading(what.apply(line.rivals().get(line.own()))).orElseThrow();
        return line.rivals().stream()
                .map(each -> reading(what.apply(each)).orElseThrow())
                .allMatch(each -> each.low() <= own.high());
    }
}
