package dev.lanescope.ui.compare;

import dev.lanescope.analysis.compare.Counterfactuals;
import dev.lanescope.analysis.explain.StackPart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What replays say of compared runs without their losses; worked out in the background, when
/// somebody asks for it.
///
/// @param answers by the number of the run
record Predicted(Compared compared, Map<Integer, Counterfactuals> answers) {

    Predicted {
        answers = Map.copyOf(answers);
    }

    static Predicted of(Compared compared) {
        var answers = new LinkedHashMap<Integer, Counterfactuals>();
        for (Entrant entrant : compared.stacked()) {
            answers.put(entrant.number(), Counterfactuals.of(entrant.row(), compared.comparison()));
        }
        return new Predicted(compared, answers);
    }

    Optional<Counterfactuals.Told> told(Entrant entrant) {
        return answers.get(entrant.number()) instanceof Counterfactuals.Told told
                ? Optional.of(told)
                : Optional.empty();
    }

    /// All parts that were left out of any run, in the order of the stacks.
    List<StackPart> parts() {
        return Stream.of(StackPart.values())
                .filter(part ->
                        answers.values().stream()
                                .anyMatch(answer ->
                                        answer instanceof Counterfactuals.Told told
                                                && told.part(part).isPresent()))
                .toList();
    }

    /// What is to be said of a figure: of a part in a run, or of the run as a whole.
    String words(Entrant entrant, Optional<StackPart> part) {
        return switch (answers.get(entrant.number())) {
            case Counterfactuals.Told told ->
                    entrant.title()
                            + ": "
                            + part.map(which ->
                                            told.part(which)
                                                    .map(each -> each.sentence(told.runs()))
                                                    .orElse(
                                                            which.title()
                                                                    + " took hardly anything."))
                                    .orElse("without all of these " + told.all().words() + ".");
            case Counterfactuals.Withheld withheld -> entrant.title() + ": " + withheld.why();
            case null -> "";
        };
    }
}
