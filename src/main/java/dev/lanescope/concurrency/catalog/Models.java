package dev.lanescope.concurrency.catalog;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.processes.Hybrid;
import dev.lanescope.concurrency.processes.Processes;
import dev.lanescope.concurrency.threads.FixedPool;
import dev.lanescope.concurrency.threads.Sequential;

import java.util.List;
import java.util.Optional;

/// The list of models, simplest first. A new model is one file and one line here.
public final class Models {

    private static final List<ConcurrencyModel> ALL =
            List.of(
                    new Sequential(), //
                    new FixedPool(),
                    new Processes(),
                    new Hybrid());

    private Models() {}

    public static List<ConcurrencyModel> all() {
        return ALL;
    }

    /// The model with that [id][ConcurrencyModel#id].
    public static Optional<ConcurrencyModel> byId(String id) {
        return ALL.stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
