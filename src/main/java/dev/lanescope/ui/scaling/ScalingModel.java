package dev.lanescope.ui.scaling;

import dev.lanescope.analysis.scaling.RuleCheck;
import dev.lanescope.analysis.scaling.Scaling;
import dev.lanescope.analysis.scaling.Sweep;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Handout;
import dev.lanescope.ui.session.RunRecord;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the screen of scaling shows: how the ticked runs scale, which of their models is the one
/// that is told of, and which number of workers is pointed at. It works only while somebody looks,
/// and forgets all traces when nobody does.
public final class ScalingModel {

    private final ChosenRuns chosen;
    private final ReadOnlyObjectWrapper<Optional<Scaled>> scaled =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sweep>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> pointed =
            new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final GridModel grid = new GridModel();
    private final Latest<List<RunRecord>, Scaled> working;
    private boolean shown;
    private String preferred = "";

    public ScalingModel(ChosenRuns chosen, Background background) {
        this.chosen = chosen;
        working = new Latest<>(background, "scaling", Scaled::of, this::take);
        chosen.property().subscribe(this::ask);
    }

    /// Whether somebody looks.
    public void setShown(boolean now) {
        shown = now;
        ask();
    }

    private void ask() {
        List<RunRecord> wanted = shown ? chosen.property().get() : List.of();
        if (wanted.isEmpty()) {
            working.forget();
            show(Optional.empty());
        } else if (scaled.get().filter(now -> now.records().equals(wanted)).isEmpty()) {
            working.ask(wanted);
        }
    }

    /// An answer that nobody waits for any more is dropped.
    private void take(Scaled answer) {
        if (shown && answer.records().equals(chosen.property().get())) {
            show(Optional.of(answer));
        }
    }

    private void show(Optional<Scaled> now) {
        pointed.set(OptionalInt.empty());
        scaled.set(now);
        showGrid();
        told.set(now.flatMap(this::toldOf));
    }

    /// The one that people asked for, else the one that was measured most.
    private Optional<Sweep> toldOf(Scaled now) {
        return now.of(preferred)
                .or(() ->
                        now.sweeps().stream()
                                .max(
                                        Comparator.comparingInt(
                                                sweep -> sweep.scaling().points().size())));
    }

    /// What is known of the ticked runs.
    ReadOnlyObjectProperty<Optional<Scaled>> scaledProperty() {
        return scaled.getReadOnlyProperty();
    }

    /// The model that is told of; none if none ran with several numbers of workers.
    public ReadOnlyObjectProperty<Optional<Sweep>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// What rules of thumb would have chosen for the model that is told of.
    List<RuleCheck> rules() {
        return told.get()
                .flatMap(sweep -> scaled.get().map(now -> now.rules().get(sweep.title())))
                .orElse(List.of());
    }

    /// What is shown, ready to be written into a file; empty where no model scales.
    public Optional<Handout> handout() {
        return scaled.get()
                .flatMap(now ->
                        told.get()
                                .map(sweep ->
                                        new Handout(
                                                now.comparison(),
                                                Optional.of(sweep.scaling()),
                                                rules(),
                                                grid.isShown()
                                                        ? grid.gridProperty().get()
                                                        : Optional.empty())));
    }

    /// The number of workers that is pointed at.
    public ReadOnlyObjectProperty<OptionalInt> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /// Tells of a sweep from now on, whenever it is there.
    ///
    /// @param name its title, or the id of its model
    public void tell(String name) {
        preferred = name;
        showGrid();
        scaled.get()
                .flatMap(now -> now.of(name))
                .ifPresent(sweep -> {
                    if (told.get().filter(sweep::equals).isEmpty()) {
                        pointed.set(OptionalInt.empty());
                        told.set(Optional.of(sweep));
                    }
                });
    }

    private void showGrid() {
        Optional<Scaled> now = scaled.get();
        String model = now.flatMap(all -> all.of(preferred)).map(Sweep::model).orElse(preferred);
        grid.show(now.map(Scaled::grids).orElse(List.of()), model);
    }

    /// Tells of the model after the one that is told of.
    public void tellNext() {
        List<Sweep> sweeps = scaled.get().map(Scaled::sweeps).orElse(List.of());
        if (!sweeps.isEmpty()) {
            int now = told.get().map(sweeps::indexOf).orElse(-1);
            tell(sweeps.get((now + 1) % sweeps.size()).title());
        }
    }

    /// Ticks more runs beside those that are ticked.
    void addRuns(List<RunRecord> runs) {
        var all = new ArrayList<>(runs);
        all.addAll(chosen.property().get());
        chosen.choose(all);
    }

    /// Points at a number of workers, if it was measured.
    void point(OptionalInt workers) {
        boolean known =
                workers.isPresent()
                        && told.get()
                                .flatMap(sweep -> sweep.contender(workers.getAsInt()))
                                .isPresent();
        pointed.set(known ? workers : OptionalInt.empty());
    }

    /// The grid of processes and threads, if there is one among the ticked runs.
    GridModel grid() {
        return grid;
    }

    /// Points at the next number of workers that was measured, or the one before; at the next cell
    /// if the grid is shown.
    public void step(int by) {
        if (grid.isShown()) {
            grid.step(by);
            return;
        }
        List<Integer> numbers =
                told.get()
                        .map(sweep ->
                                sweep.scaling().points().stream()
                                        .map(Scaling.Point::workers)
                                        .toList())
                        .orElse(List.of());
        if (!numbers.isEmpty()) {
            int now =
                    pointed.get().isPresent() ? numbers.indexOf(pointed.get().getAsInt()) + by : 0;
            point(OptionalInt.of(numbers.get(Math.clamp(now, 0, numbers.size() - 1))));
        }
    }

    /// Points at nothing.
    public void clear() {
        pointed.set(OptionalInt.empty());
        grid.point(Optional.empty());
    }

    /// The point that is pointed at.
    Optional<Scaling.Point> point() {
        return told.get()
                .flatMap(sweep ->
                        sweep.scaling().points().stream()
                                .filter(point ->
                                        pointed.get().isPresent()
                                                && point.workers() == pointed.get().getAsInt())
                                .findFirst());
    }
}
