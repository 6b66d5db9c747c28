package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.concurrency.catalog.Models;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A model and a number of workers that go together.
record Choice(ConcurrencyModel model, int workers) {

    static final String DEFAULT_MODEL = "fixed-pool";

    /// Finds the model and fits the workers to it.
    ///
    /// @param workers null if the user did not say: as many as there are processors, or as the
    ///   model allows
    static Choice of(String modelId, @Nullable Integer workers) throws TerminalException {
        ConcurrencyModel model = model(modelId);
        WorkerRange range = model.workers();
        if (workers == null) {
            int processors = Runtime.getRuntime().availableProcessors();
            return new Choice(model, Math.clamp(processors, range.least(), range.most()));
        }
        if (!range.contains(workers)) {
            throw TerminalException.badInput(refusal(model, workers));
        }
        return new Choice(model, workers);
    }

    private static ConcurrencyModel model(String id) throws TerminalException {
        List<String> ids = Models.all().stream().map(ConcurrencyModel::id).toList();
        return Models.byId(id)
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "there is no model '"
                                        + id
                                        + "'; there are "
                                        + String.join(", ", ids)
                                        + "."
                                        + Nearest.question(id, ids)));
    }

    private static String refusal(ConcurrencyModel model, int workers) {
        WorkerRange range = model.workers();
        if (range.isFixed()) {
            return model.id()
                    + " has exactly "
                    + Amounts.count(range.least(), "worker")
                    + ": "
                    + range.why()
                    + "; leave --workers out.";
        }
        return model.id()
                + " takes "
                + range.least()
                + " to "
                + range.most()
                + " workers, not "
                + workers
                + ".";
    }
}
