package dev.lanescope.ui.compare;

import dev.lanescope.analysis.KnownMachine;
import dev.lanescope.analysis.explain.Finding;
import dev.lanescope.analysis.explain.Findings;
import dev.lanescope.analysis.replay.Prediction;
import dev.lanescope.analysis.replay.Replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What held the compared runs up, and what a replay says they would have been without waiting for
/// the lock; worked out in the background.
///
/// @param findings what took most comes first
/// @param withoutLock by the number of the run, where there is a lock to be left out
record Explained(Compared compared, List<Told> findings, Map<Integer, Prediction> withoutLock) {

    /// A finding in one of the runs.
    record Told(Entrant entrant, Finding finding) {}

    Explained {
        findings = List.copyOf(findings);
        withoutLock = Map.copyOf(withoutLock);
    }

    static Explained of(Compared compared) {
        List<Told> told = new ArrayList<>();
        Map<Integer, Prediction> withoutLock = new LinkedHashMap<>();
        for (Entrant entrant : compared.entrants()) {
            Findings.of(entrant.trace()).forEach(each -> told.add(new Told(entrant, each)));
            prediction(entrant).ifPresent(each -> withoutLock.put(entrant.number(), each));
        }
        told.sort(Comparator.comparingDouble((Told each) -> -each.finding().share()));
        return new Explained(compared, told, withoutLock);
    }

    private static Optional<Prediction> prediction(Entrant entrant) {
        var processors = KnownMachine.processors(entrant.info());
        return processors.isEmpty()
                ? Optional.empty()
                : Replay.of(entrant.trace())
                        .flatMap(replay -> replay.withoutLockWait(processors.getAsInt()));
    }

    /// The speed-up over the baseline's run that the replay predicts for a run without its lock.
    OptionalDouble speedUpWithoutLock(Entrant entrant) {
        Prediction known = withoutLock.get(entrant.number());
        Optional<Entrant> baseline =
                compared.entrants().stream().filter(Entrant::isBaseline).findFirst();
        return known == null || baseline.isEmpty() || known.nanos() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) baseline.get().trace().endNanos() / known.nanos());
    }
}
