package dev.lanescope.lab;

import dev.lanescope.concurrency.ConcurrencyModel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// All that is known of what models cost.
///
/// @param costs by the id of the model
/// @param measurements how many there were, of all models together
public record CostSheet(Map<String, Costs> costs, int measurements) {

    /// Nothing was measured.
    public static final CostSheet EMPTY = new CostSheet(Map.of(), 0);

    public CostSheet {
        costs = Map.copyOf(costs);
    }

    /// With one measurement more.
    public CostSheet with(ConcurrencyModel model, Costs more) {
        Map<String, Costs> all = new HashMap<>(costs);
        all.merge(model.id(), more, Costs::plus);
        return new CostSheet(all, measurements + 1);
    }

    /// Whether a model was measured at all.
    public boolean has(ConcurrencyModel model) {
        return costs.containsKey(model.id());
    }

    /// Empty if it was not measured, or if there is nothing to be measured.
    public Optional<Spread> of(ConcurrencyModel model, Figure figure) {
        return Optional.ofNullable(costs.get(model.id())).flatMap(known -> known.of(figure));
    }

    /// Why there is no such figure, in one sentence.
    public String whyMissing(ConcurrencyModel model, Figure figure) {
        return has(model) ? figure.whyMissing(model) : "Not measured.";
    }
}
