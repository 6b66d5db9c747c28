package dev.lanescope.study.whatif;

import dev.lanescope.study.StudyResult;
import dev.lanescope.trace.Snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One prediction, and what came of it.
///
/// @param id names it in the ledger
/// @param when it was said
/// @param machine on which
/// @param content what was rendered
/// @param what the setting that was asked about
/// @param from which runs were replayed
/// @param forecast what was said, or why nothing was
/// @param probe what the machine gave before
/// @param outcome what was measured then; empty if it was not run to the end
public record LedgerEntry(
        String id,
        Instant when,
        String machine,
        String content,
        String what,
        String from,
        Forecast forecast,
        String probe,
        Optional<Outcome> outcome) {

    /// What was measured.
    ///
    /// @param when it was over
    /// @param runs how many there were
    /// @param nanos the median of what they took
    /// @param leastNanos what the fastest took
    /// @param mostNanos what the slowest took
    /// @param probe what the machine gave before and after
    public record Outcome(
            Instant when, int runs, long nanos, long leastNanos, long mostNanos, String probe) {

        /// What came of a study of one setting.
        ///
        /// @param result with one run at least
        public static Outcome of(StudyResult result) {
            List<Long> walls = result.traces().stream().map(Snapshot::endNanos).sorted().toList();
            return new Outcome(
                    Instant.now(),
                    walls.size(),
                    walls.get((walls.size() - 1) / 2),
                    walls.getFirst(),
                    walls.getLast(),
                    result.before().words() + ", then " + result.after().words());
        }
    }

    /// How a prediction did.
    public enum Verdict {
        IN_BAND("in band"),
        MISSED("missed"),
        NOT_FORETOLD("not foretold"),
        NOT_RUN("not run");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Verdict verdict() {
        if (outcome.isEmpty()) {
            return Verdict.NOT_RUN;
        }
        if (!(forecast instanceof Forecast.Told told)) {
            return Verdict.NOT_FORETOLD;
        }
        long measured = outcome.get().nanos();
        return measured >= told.leastNanos() && measured <= told.mostNanos()
                ? Verdict.IN_BAND
                : Verdict.MISSED;
    }

    /// By how much more was measured than said, as part of what was said; empty if either is
    /// missing.
    public Optional<Double> error() {
        return forecast instanceof Forecast.Told told && told.nanos() > 0
                ? outcome.map(came -> (double) came.nanos() / told.nanos() - 1)
                : Optional.empty();
    }

    LedgerEntry with(Outcome came) {
        return new LedgerEntry(
                id, when, machine, content, what, from, forecast, probe, Optional.of(came));
    }
}
