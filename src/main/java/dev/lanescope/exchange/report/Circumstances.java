package dev.lanescope.exchange.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a report tells of how its runs came about, besides what their traces tell.
///
/// @param repeats how many rounds there were
/// @param seed of the order in which the settings took turns
/// @param before what the machine gave before the first run; empty where runs were begun one by one
///   and nobody listened
/// @param after and after the last
/// @param command what to type to do it again, word by word
/// @param version of Lanescope
/// @param written when
public record Circumstances(
        int repeats,
        long seed,
        Optional<Probe> before,
        Optional<Probe> after,
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

    /// Whether the settings took turns; if not, the runs were begun one by one.
    public boolean isStudy() {
        return before.isPresent() && after.isPresent();
    }

    /// Whether others used the machine too, as far as that is known.
    public boolean isNoisy() {
        return Stream.of(before, after).flatMap(Optional::stream).anyMatch(probe -> !probe.quiet());
    }
}
