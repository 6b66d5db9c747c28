package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.scaling.Grid;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;

/// The grid of processes and threads: which one there is, whether it stands in place of the curve,
/// and which of its cells is pointed at.
final class GridModel {

    private final ReadOnlyObjectWrapper<Optional<Grid>> grid =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Grid.Cell>> pointed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private boolean wished;

    /// Takes the grids that there are now; that of a model comes first.
    void show(List<Grid> grids, String preferred) {
        Optional<Grid> next =
                grids.stream()
                        .filter(each -> each.model().equals(preferred))
                        .findFirst()
                        .or(() -> grids.stream().findFirst());
        pointed.set(Optional.empty());
        grid.set(next);
        update();
    }

    /// Whether people want the grid, as soon as there is one.
    void wish(boolean wanted) {
        wished = wanted;
        update();
    }

    private void update() {
        shown.set(wished && grid.get().isPresent());
    }

    ReadOnlyObjectProperty<Optional<Grid>> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    boolean isShown() {
        return shown.get();
    }

    ReadOnlyObjectProperty<Optional<Grid.Cell>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    void point(Optional<Grid.Cell> cell) {
        pointed.set(cell);
    }

    /// Points at the next cell or the one before.
    void step(int by) {
        List<Grid.Cell> cells = grid.get().map(Grid::cells).orElse(List.of());
        if (!cells.isEmpty()) {
            int next = pointed.get().map(cells::indexOf).map(now -> now + by).orElse(0);
            point(Optional.of(cells.get(Math.clamp(next, 0, cells.size() - 1))));
        }
    }

    /// What its groups are called.
    String words() {
        return grid.get().map(Grid::groupWord).orElse("processes");
    }
}
