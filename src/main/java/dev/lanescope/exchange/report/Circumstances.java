package dev.lanescope.exchange.report;

import java.time.Instant;
import java.util.List;

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
    /// @param words e.g. `1.93 of 2 processors`
    /// @param quiet whether nearly all of it was ours
    public record Probe(String words, boolean quiet) {}

    public Circumstances {
        command = List.copyOf(command);
    }

    /// Whether others used the machine too.
    public boolean isNoisy() {
        return !before.quiet() || !after.quiet();
    }
}
