package dev.lanescope.ui.timeline.lanes;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.chart.Rows;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.timeline.LaneArrangement;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Says that not all lanes are shown, and why: a field for words to filter by, and how many lanes
/// are hidden, with a button that brings them back. It is there only while it has something to say.
public final class LaneFilterBar extends HBox {

    private final LaneArrangement lanes;
    private final Node sign = Icons.FILTER.node();
    private final TextField words = new TextField();
    private final Label found = new Label();
    private final Button stop = new Button(null, Icons.CLOSE.node());
    private final Label hidden = new Label();
    private final Button show = new Button("Show all");

    public LaneFilterBar(LaneArrangement lanes) {
        this.lanes = lanes;
        setId("lane-filter-bar");
        getStyleClass().add("lane-filter-bar");
        words.setId("lane-filter");
        words.setPromptText("Filter lanes by name");
        words.setAccessibleText("Filter lanes by name");
        words.textProperty().subscribe(lanes::filter);
        words.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                lanes.stopFilter();
                getScene().getRoot().requestFocus(); // letters are commands again
                key.consume();
            }
        });
        stop.getStyleClass().addAll("icon-button", "small");
        stop.setId("lane-filter-stop");
        stop.setAccessibleText("Show lanes of all names");
        stop.setTooltip(new Tooltip("Show lanes of all names"));
        stop.setOnAction(_ -> lanes.stopFilter());
        show.getStyleClass().add("small");
        show.setId("show-hidden");
        show.setOnAction(_ -> lanes.showHidden());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Label label : new Label[] {found, hidden}) {
            label.getStyleClass().addAll("text-small", "text-muted");
        }
        found.setId("lane-filter-found");
        getChildren().addAll(sign, words, stop, found, space, hidden, show);
        lanes.rowsProperty().subscribe(_ -> update());
        lanes.filteringProperty().subscribe(_ -> update());
        lanes.filteringProperty()
                .subscribe(on -> {
                    if (on) {
                        FxThread.later(words::requestFocus);
                    }
                });
    }

    private void update() {
        Rows rows = lanes.rows();
        String filter = lanes.wantedProperty().get().filter();
        if (!filter.equals(words.getText())) {
            words.setText(filter);
        }
        boolean filtering = lanes.filteringProperty().get() || !filter.isBlank();
        sign.setVisible(filtering);
        words.setVisible(filtering);
        stop.setVisible(filtering);
        found.setVisible(filtering);
        found.setText(rows.shown() + " of " + Amounts.count(rows.lanes(), "lane"));
        hidden.setVisible(rows.hidden() > 0);
        show.setVisible(rows.hidden() > 0);
        hidden.setText(Amounts.count(rows.hidden(), "hidden lane"));
        getChildren().forEach(child -> child.setManaged(child.isVisible()));
        setVisible(filtering || rows.hidden() > 0);
        setManaged(isVisible());
    }
}
