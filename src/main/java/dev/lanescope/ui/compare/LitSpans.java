package dev.lanescope.ui.compare;

import dev.lanescope.analysis.Durations;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// The spans of the part of a stack that is lit up, the longest first. A row leads to its span; the
/// button to the same span on the timeline.
final class LitSpans extends VBox {

    private static final String NONE =
            "Click a part of a speed-up stack: its spans light up on the lanes and stand here.";
    private static final String NOTHING = "\u2013";

    private final CompareModel model;
    private final Label says = new Label(NONE);
    private final FigureTable<LitPart.Row> table;

    /// @param onPlace told what to show on the timeline
    LitSpans(CompareModel model, Consumer<Place> onPlace) {
        super(4);
        this.model = model;
        says.setId("lit-says");
        says.getStyleClass().addAll("text-small", "text-muted");
        says.setMinWidth(0);
        table =
                new FigureTable<LitPart.Row>("lit-spans", "The spans of the part", this::go)
                        .number("Took", 76, row -> Durations.text(row.picked().span().nanos()))
                        .number("Beyond", 76, LitSpans::beyond)
                        .words("State", 90, row -> told(row, Snapshot::stateOf, State::name))
                        .words(
                                "Page",
                                240,
                                row ->
                                        trace(row.picked())
                                                .flatMap(of -> of.itemOf(row.picked().span()))
                                                .orElse(NOTHING))
                        .number("At", 76, row -> Durations.text(row.picked().span().startNanos()))
                        .words("Lane", 90, row -> told(row, LitSpans::lane, LaneView::name));
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

    /// By how much the page took longer in this state than in the sequential run.
    private static String beyond(LitPart.Row row) {
        return row.beyondNanos().isPresent()
                ? "+" + Durations.text(row.beyondNanos().getAsLong())
                : NOTHING;
    }

    private static LaneView lane(Snapshot of, Span span) {
        return of.lanes().get(span.lane());
    }

    private <T> String told(
            LitPart.Row row, BiFunction<Snapshot, Span, T> of, Function<T, String> words) {
        return trace(row.picked())
                .map(trace -> words.apply(of.apply(trace, row.picked().span())))
                .orElse("");
    }

    private Optional<Snapshot> trace(Picked picked) {
        return model.comparedProperty()
                .get()
                .flatMap(now -> now.entrant(picked.run()))
                .map(Entrant::trace);
    }

    private void show(Optional<LitPart> lit) {
        table.node().getSelectionModel().clearSelection();
        table.node().getItems().setAll(lit.map(LitPart::spans).orElse(List.of()));
        says.setText(
                lit.map(part ->
                                part.part().title()
                                        + " in "
                                        + part.entrant().title()
                                        + ": "
                                        + (part.spans().isEmpty()
                                                ? none(part)
                                                : part.part().isSlowerWork()
                                                        ? "what took longest beyond the sequential"
                                                                + " run"
                                                        : "its longest spans"))
                        .orElse(NONE));
    }

    private static String none(LitPart part) {
        return part.part().isSlowerWork()
                ? "no stage of a page took more than a tenth longer than in the sequential run"
                : "no span of its own; " + part.part().sentence();
    }

    private void go(LitPart.Row row) {
        model.pick(row.picked().run(), row.picked().span());
        model.focus();
    }

    private void toTimeline(Consumer<Place> onPlace) {
        LitPart.Row row = table.node().getSelectionModel().getSelectedItem();
        if (row != null) {
            Picked picked = row.picked();
            model.comparedProperty()
                    .get()
                    .flatMap(now -> now.entrant(picked.run()))
                    .ifPresent(
                            entrant -> onPlace.accept(Place.of(entrant.record(), picked.span())));
        }
    }
}
