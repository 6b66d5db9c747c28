package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Durations;
import dev.lanescope.trace.Snapshot;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Consumer;

/// The spans of the part of a stack that is lit up, the longest first. A row leads to its span; the
/// button to the same span on the timeline.
final class LitSpans extends VBox {

    private static final String NONE =
            "Click a part of a speed-up stack: its spans light up on the lanes and stand here.";

    private final CompareModel model;
    private final Label says = new Label(NONE);
    private final FigureTable<Picked> table;

    /// @param onPlace told what to show on the timeline
    LitSpans(CompareModel model, Consumer<Place> onPlace) {
        super(4);
        this.model = model;
        says.setId("lit-says");
        says.getStyleClass().addAll("text-small", "text-muted");
        says.setMinWidth(0);
        table =
                new FigureTable<Picked>("lit-spans", "The longest spans of the part", this::go)
                        .number("Took", 76, picked -> Durations.text(picked.span().nanos()))
                        .words(
                                "State",
                                90,
                                picked ->
                                        trace(picked)
                                                .map(of -> of.stateOf(picked.span()).name())
                                                .orElse(""))
                        .words(
                                "Page",
                                240,
                                picked ->
                                        trace(picked)
                                                .flatMap(of -> of.itemOf(picked.span()))
                                                .orElse("\u2013"))
                        .number("At", 76, picked -> Durations.text(picked.span().startNanos()))
                        .words(
                                "Lane",
                                90,
                                picked ->
                                        trace(picked)
                                                .map(of ->
                                                        of.lanes().get(picked.span().lane()).name())
                                                .orElse(""));
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        var show = new Button("On the timeline");
        show.setId("lit-timeline");
        show.getStyleClass().add("small");
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(_ -> toTimeline(onPlace));
        show.disableProperty()
                .bind(table.node().getSelectionModel().selectedItemProperty().isNull());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(8, says, space, show);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, table.node());
        model.figures().litProperty().subscribe(this::show);
    }

    private Optional<Snapshot> trace(Picked picked) {
        return model.comparedProperty()
                .get()
                .flatMap(now -> now.entrant(picked.run()))
                .map(Entrant::trace);
    }

    private void show(Optional<LitPart> lit) {
        table.node().getSelectionModel().clearSelection();
        table.node().getItems().setAll(lit.map(LitPart::spans).orElse(java.util.List.of()));
        says.setText(
                lit.map(part ->
                                part.part().title()
                                        + " in "
                                        + part.entrant().title()
                                        + ": "
                                        + (part.spans().isEmpty()
                                                ? "no span of its own; " + part.part().sentence()
                                                : "its longest spans"))
                        .orElse(NONE));
    }

    private void go(Picked picked) {
        model.pick(picked.run(), picked.span());
        model.focus();
    }

    private void toTimeline(Consumer<Place> onPlace) {
        Picked picked = table.node().getSelectionModel().getSelectedItem();
        if (picked != null) {
            model.comparedProperty()
                    .get()
                    .flatMap(now -> now.entrant(picked.run()))
                    .ifPresent(
                            entrant -> onPlace.accept(Place.of(entrant.record(), picked.span())));
        }
    }
}
