package dev.lanescope.concurrency;

import dev.lanescope.concurrency.knobs.Knobs;

/// What a model is told besides the work: with how many workers, and how.
///
/// @param workers within the model's [ConcurrencyModel#workers]
/// @param knobs only such as the model can honour; see [ConcurrencyModel#refusal]
public record Orders(int workers, Knobs knobs) {

    /// So many workers, everything else as usual.
    public static Orders of(int workers) {
        return new Orders(workers, Knobs.STANDARD);
    }
}
