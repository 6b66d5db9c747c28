package dev.lanescope.cli;

import dev.lanescope.analysis.compare.Counterfactual;
import dev.lanescope.analysis.compare.Counterfactuals;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What programs read of a setting without its losses; the keys stand in `docs/terminal.md`.
///
/// @param withheld why nothing is told; null if something is
/// @param replayed the speed-up by replay with nothing left out
/// @param all without all parts
/// @param runs how many repeats the range of the shares is from
record WithoutJson(
        @Nullable String withheld,
        @Nullable Double replayed,
        List<Part> parts,
        @Nullable Counterfactual all,
        int runs) {

    /// One part of the losses.
    ///
    /// @param alone without it alone
    /// @param share of the speed-up that is gained without all parts
    record Part(
            String part, Counterfactual alone, double share, double shareLow, double shareHigh) {}

    static WithoutJson of(Counterfactuals answer) {
        return switch (answer) {
            case Counterfactuals.Told told ->
                    new WithoutJson(
                            null,
                            told.replayed(),
                            told.parts().stream()
                                    .map(each ->
                                            new Part(
                                                    CompareJson.Entry.key(each.part().name()),
                                                    each.alone(),
                                                    each.share(),
                                                    each.shareLow(),
                                                    each.shareHigh()))
                                    .toList(),
                            told.all(),
                            told.runs());
            case Counterfactuals.Withheld withheld ->
                    new WithoutJson(withheld.why(), null, List.of(), null, 0);
        };
    }
}
