package dev.lanescope.concurrency;

import dev.lanescope.concurrency.knobs.Knobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What a model is told besides the work: with how many workers, and how.
///
/// @param workers within the model's [ConcurrencyModel#workers]
/// @param knobs only such as the model can honour; see [ConcurrencyModel#refusal]
/// @param cache a folder where a model may keep files that make later runs start sooner
public record Orders(int workers, Knobs knobs, Optional<Path> cache) {

    /// Nothing is kept from run to run.
    public Orders(int workers, Knobs knobs) {
        this(workers, knobs, Optional.empty());
    }

    /// How many workers each process or interpreter has where several share one: as many as
    /// [Knobs#threads], and the last what is left.
    public List<Integer> groups() {
        int each = knobs.threads();
        var groups = new ArrayList<Integer>(Collections.nCopies(workers / each, each));
        if (workers % each > 0) {
            groups.add(workers % each);
        }
        return List.copyOf(groups);
    }

    /// So many workers, everything else as usual.
    public static Orders of(int workers) {
        return new Orders(workers, Knobs.STANDARD);
    }
}
