package dev.lanescope.cli;

import dev.lanescope.study.whatif.Forecast;
import dev.lanescope.study.whatif.Ledger;
import dev.lanescope.study.whatif.LedgerEntry;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// What programs read of the ledger; the keys stand in `docs/terminal.md`.
record LedgerJson(
        int format,
        String version,
        String file,
        List<Entry> entries,
        List<String> complaints,
        String summary) {

    private static final int FORMAT = 1;

    /// One prediction.
    ///
    /// @param withheld why nothing was said; null if something was
    /// @param measured null if it was not run
    record Entry(
            @Nullable String id,
            @Nullable String when,
            @Nullable String machine,
            @Nullable String content,
            String what,
            String from,
            @Nullable Said predicted,
            @Nullable String withheld,
            @Nullable Came measured,
            @Nullable Double error,
            @Nullable String verdict,
            @Nullable String probe) {

        static Entry of(LedgerEntry entry) {
            return new Entry(
                    entry.id(),
                    entry.when().toString(),
                    entry.machine(),
                    entry.content(),
                    entry.what(),
                    entry.from(),
                    Said.of(entry.forecast()),
                    why(entry.forecast()),
                    entry.outcome().map(Came::of).orElse(null),
                    entry.error().orElse(null),
                    entry.verdict().words(),
                    entry.probe());
        }

        /// What was only said.
        static Entry of(String what, String from, Forecast forecast) {
            return new Entry(
                    null,
                    null,
                    null,
                    null,
                    what,
                    from,
                    Said.of(forecast),
                    why(forecast),
                    null,
                    null,
                    null,
                    null);
        }

        private static @Nullable String why(Forecast forecast) {
            return forecast instanceof Forecast.Withheld(String why) ? why : null;
        }
    }

    /// What was said.
    record Said(long nanos, long leastNanos, long mostNanos, int replayedRuns, double replayError) {

        static @Nullable Said of(Forecast forecast) {
            return forecast instanceof Forecast.Told told
                    ? new Said(
                            told.nanos(),
                            told.leastNanos(),
                            told.mostNanos(),
                            told.runs(),
                            told.error())
                    : null;
        }
    }

    /// What was measured.
    record Came(String when, int runs, long nanos, long leastNanos, long mostNanos, String probe) {

        static Came of(LedgerEntry.Outcome came) {
            return new Came(
                    came.when().toString(),
                    came.runs(),
                    came.nanos(),
                    came.leastNanos(),
                    came.mostNanos(),
                    came.probe());
        }
    }

    static LedgerJson of(Path file, Ledger.Contents contents) {
        return new LedgerJson(
                FORMAT,
                Version.number(),
                file.toString(),
                contents.entries().stream().map(Entry::of).toList(),
                contents.complaints(),
                contents.summary());
    }
}
