package dev.lanescope.claims.guide;

import dev.lanescope.claims.Here;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A step of a guide: what is asked, what is done for it, and what the figures then say. Where it
/// stands follows from evidence alone, however that came about; nobody can tick it.
public interface Step {

    /// For commands and files.
    String id();

    String title();

    /// What its author asks.
    String asked();

    /// What its button does, one after the other; nothing if it follows from the other steps.
    List<GuideExperiment> experiments(Here here);

    /// The figures that it is about.
    List<Sought> sought(Here here);

    /// What the figures say, in sentences; asked only when all that it needs are there.
    String result(Found found);

    /// What is to be known besides, such as what cannot be done here and is answered otherwise.
    default Optional<String> note(Here here) {
        return Optional.empty();
    }

    /// Whether it follows from the other steps.
    default boolean isConclusion() {
        return false;
    }

    /// Why it cannot be done here, in a sentence; empty if it can.
    default Optional<String> obstacle(Here here) {
        return experiments(here).stream().flatMap(each -> each.obstacle(here).stream()).findFirst();
    }

    /// About how long it takes.
    default Duration estimate(Here here) {
        return experiments(here).stream()
                .map(each -> each.estimate(here))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
