package dev.lanescope.ui.session;

import dev.lanescope.exchange.bundle.Question;
import dev.lanescope.exchange.report.Circumstances.Probe;
import dev.lanescope.study.NoiseProbe;
import dev.lanescope.study.StudyResult;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.StudyMark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of the session's studies besides the traces of their runs, by the id that those
/// carry: carried out here, or opened from a bundle.
public final class Studies {

    /// How a study came about.
    ///
    /// @param before what the machine gave before its runs; empty if nobody listened
    /// @param after and after them
    /// @param seed of the order
    /// @param drafts whether drafts were rendered too
    public record Known(Optional<Probe> before, Optional<Probe> after, long seed, boolean drafts) {

        /// Of runs that belong to no study.
        public static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), 1, false);
    }

    private final Map<String, Known> known = new HashMap<>();

    void remember(StudyResult result, boolean drafts) {
        known.putIfAbsent(
                result.study().id(),
                new Known(
                        Optional.of(probe(result.before())),
                        Optional.of(probe(result.after())),
                        result.study().seed(),
                        drafts));
    }

    void remember(Question question, List<Snapshot> traces) {
        traces.stream()
                .map(trace -> StudyMark.idOf(trace.info()))
                .findFirst()
                .ifPresent(id ->
                        known.putIfAbsent(
                                id,
                                new Known(
                                        question.before(),
                                        question.after(),
                                        question.seed(),
                                        question.drafts())));
    }

    private static Probe probe(NoiseProbe heard) {
        return new Probe(heard.processors(), heard.effective(), heard.isQuiet());
    }

    /// What is known of a study.
    ///
    /// @param id empty words for runs that belong to none
    public Known of(String id) {
        return id.isEmpty() ? Known.NOTHING : known.getOrDefault(id, Known.NOTHING);
    }
}
