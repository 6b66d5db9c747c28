package dev.lanescope.analysis.explain;

import dev.lanescope.analysis.Stretch;

import java.util.List;

/// Something that kept a run from being faster, said in one sentence with its figures.
///
/// @param illness what it is
/// @param share how much of all lane time it took, 0 to 1
/// @param sentence what people read
/// @param evidence where to look, the plainest place first; never empty
/// @param remedy what to change
public record Finding(
        Illness illness, double share, String sentence, List<Stretch> evidence, Remedy remedy) {

    public Finding {
        evidence = List.copyOf(evidence);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(illness + " with a share of " + share);
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(illness + " without evidence");
        }
    }
}
