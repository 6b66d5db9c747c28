package dev.lanescope.exchange.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What a report tells of how its runs came about, besides what their traces tell.
///
/// @param repeats how many rounds there were
/// @param seed of the order in which the settings took turns
/// @param before what the machine gave before the first run
/// @param after and after the last
/// @param command what to type to do it again, word by word
/// @param version of Lanescope
/// @param written when
public record Circumstances(
        int repeats,
        long seed,
        Probe before,
        Probe after,
        List<String> command,
        String version,
        Instant written) {

    /// What the machine gave when it was asked.
    ///
    /// @param processors how many there are
    /// @param effective how many of them we got
    /// @param quiet whether that is nearly all
    public record Probe(int processors, double effective, boolean quiet) {

        /// E.g. `1.93 of 2 processors`.
        public String words() {
            return String.format(Locale.ROOT, "%.2f of %d processors", effective, processors);
        }
    }

    public Circumstances {
        command = List.copyOf(command);
    }

    /// Whether others used the machine too.
    public boolean isNoisy() {
        return !before.quiet() || !after.quiet();
    }
}
