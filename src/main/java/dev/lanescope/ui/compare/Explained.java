package dev.lanescope.ui.compare;

import dev.lanescope.analysis.compare.Counterfactual;
import dev.lanescope.analysis.explain.Finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What held the compared runs up, and what a replay says they would have been without waiting for
/// the lock; worked out in the background.
///
/// @param findings what took most comes first
/// @param withoutLock by the number of the run, where there is a lock to be left out
record Explained(Compared compared, List<Told> findings, Map<Integer, Counterfactual> withoutLock) {

    /// A finding in one of the runs.
    record Told(Entrant entrant, Finding finding) {}

    Explained {
        findings = List.copyOf(findings);
        withoutLock = Map.copyOf(withoutLock);
    }

    static Explained of(Compared compared) {
        List<Told> told = new ArrayList<>();
        Map<Integer, Counterfactual> withoutLock = new LinkedHashMap<>();
        for (Entrant entrant : compared.entrants()) {
            compared.comparison()
                    .findings(entrant.row())
                    .forEach(each -> told.add(new Told(entrant, each)));
            Counterfactual.of(entrant.row(), compared.comparison())
                    .ifPresent(each -> withoutLock.put(entrant.number(), each));
        }
        told.sort(Comparator.comparingDouble((Told each) -> -each.finding().share()));
        return new Explained(compared, told, withoutLock);
    }

    /// What a replay predicts for a run without its lock.
    Optional<Counterfactual> withoutLock(Entrant entrant) {
        return Optional.ofNullable(withoutLock.get(entrant.number()));
    }
}
