package dev.lanescope.ui.compare;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.ui.kit.ModelLook;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Models that are held against the same sequential one, each with a box to tick; that one is
/// always ticked.
final class ModelTicks extends GridPane {

    private static final int COLUMNS = 2;

    private final ConcurrencyModel baseline;
    private final Map<ConcurrencyModel, CheckBox> boxes = new LinkedHashMap<>();
    private final Set<ConcurrencyModel> untickedByUs = new HashSet<>();

    /// @param models all of one kind
    /// @param usual the ids of those that are ticked at first
    /// @param changed told when something was ticked, or no more
    ModelTicks(List<ConcurrencyModel> models, List<String> usual, Runnable changed) {
        super(16, 6);
        baseline = Models.baseline(models.getFirst());
        for (ConcurrencyModel model : models) {
            var box = new CheckBox(model.title());
            box.setId("measure-" + model.id());
            box.setGraphic(ModelLook.of(model.id()).node(10, false));
            box.setSelected(isBaseline(model) || usual.contains(model.id()));
            if (isBaseline(model)) {
                box.setDisable(true);
                box.setTooltip(new Tooltip("All others are held against it"));
            }
            box.selectedProperty().subscribe((_, _) -> changed.run());
            add(box, boxes.size() % COLUMNS, boxes.size() / COLUMNS);
            boxes.put(model, box);
        }
        managedProperty().bind(visibleProperty());
    }

    private boolean isBaseline(ConcurrencyModel model) {
        return model.id().equals(baseline.id());
    }

    /// Greys out those that cannot be had at the moment, without a tick, and says why. Who can be
    /// had again is ticked as before.
    ///
    /// @param why empty for one that can be had
    void refuse(Function<ConcurrencyModel, Optional<String>> why) {
        boxes.forEach((model, box) -> {
            if (!isBaseline(model)) {
                Optional<String> refusal = why.apply(model);
                box.setDisable(refusal.isPresent());
                if (refusal.isPresent() && box.isSelected()) {
                    untickedByUs.add(model);
                    box.setSelected(false);
                } else if (refusal.isEmpty() && untickedByUs.remove(model)) {
                    box.setSelected(true);
                }
                box.setTooltip(refusal.map(Tooltip::new).orElse(null));
                box.setAccessibleHelp(refusal.orElse(null));
            }
        });
    }

    /// Ticks all that can be had at the moment.
    void tickAll() {
        boxes.values().stream()
                .filter(box -> !box.isDisabled())
                .forEach(box -> box.setSelected(true));
    }

    /// What all others are held against.
    ConcurrencyModel baseline() {
        return baseline;
    }

    /// Those that are ticked, the baseline first.
    List<ConcurrencyModel> chosen() {
        List<ConcurrencyModel> chosen = new ArrayList<>();
        boxes.forEach((model, box) -> {
            if (box.isSelected()) {
                chosen.add(model);
            }
        });
        return chosen;
    }
}
