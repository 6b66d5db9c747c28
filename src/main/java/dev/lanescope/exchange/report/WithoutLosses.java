package dev.lanescope.exchange.report;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.analysis.compare.Comparison;
import dev.lanescope.analysis.compare.Counterfactuals;
import dev.lanescope.analysis.compare.Counterfactuals.Part;
import dev.lanescope.analysis.compare.Counterfactuals.Told;
import dev.lanescope.analysis.explain.StackPart;
import dev.lanescope.analysis.replay.LeavingOut;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a report says of settings without their losses: predictions by replay, a row a loss.
final class WithoutLosses {

    private final Map<String, Counterfactuals> answers = new LinkedHashMap<>(); // by setting
    private final Set<StackPart> lost = EnumSet.noneOf(StackPart.class);

    WithoutLosses(Comparison comparison) {
        var names = new Names(comparison);
        for (Comparison.Row row : comparison.rows()) {
            if (row.stack().isPresent() && !row.contender().isSequential()) {
                answers.put(names.of(row), Counterfactuals.of(row, comparison));
                row.stack().orElseThrow().shares().stream()
                        .filter(share -> share.nanos() != 0)
                        .forEach(share -> lost.add(share.part()));
            }
        }
        lost.remove(StackPart.USEFUL);
    }

    boolean isTold(String setting) {
        return answers.get(setting) instanceof Told;
    }

    /// Empty rows if nothing is told.
    ReportTable table() {
        var rows = new ArrayList<List<String>>();
        answers.forEach((name, answer) -> {
            if (answer instanceof Told told) {
                rows.add(List.of(name, "nothing", Amounts.factor(told.replayed()), ""));
                told.parts()
                        .forEach(part ->
                                rows.add(
                                        List.of(
                                                name,
                                                part.part().title(),
                                                part.alone().words(),
                                                share(part, told.runs()))));
                rows.add(List.of(name, "all of these", told.all().words(), ""));
            }
        });
        return new ReportTable(
                List.of("Setting", "Without", "Times as fast (bounds)", "Share of what all bring"),
                rows);
    }

    private static String share(Part part, int runs) {
        return runs < 2
                ? Amounts.signed(part.share())
                : Amounts.signed(part.share())
                        + " ("
                        + Amounts.signed(part.shareLow())
                        + " to "
                        + Amounts.signed(part.shareHigh())
                        + ")";
    }

    /// What the figures mean, of which settings there are none and why, and what no replay leaves
    /// out.
    List<String> words() {
        var words = new ArrayList<String>();
        answers.forEach((name, answer) -> {
            if (answer instanceof Counterfactuals.Withheld withheld) {
                words.add(name + ": not told. " + withheld.why());
            }
        });
        for (StackPart part : StackPart.values()) {
            boolean told =
                    answers.values().stream()
                            .anyMatch(answer ->
                                    answer instanceof Told each && each.part(part).isPresent());
            if (told) {
                words.add("Without " + part.title() + ": " + LeavingOut.meaning(part) + ".");
            }
        }
        lost.stream().map(LeavingOut::whyNot).flatMap(Optional::stream).forEach(words::add);
        return List.copyOf(words);
    }
}
