package dev.lanescope.ui.runs;

import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.TraceOpener;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The trace that is being read, at the head of the library: how far, and a button to give it up.
final class OpeningCard extends VBox {

    private final Label name = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    OpeningCard(TraceOpener opener) {
        setSpacing(4);
        getStyleClass().add("run-card");
        setId("opening");
        managedProperty().bind(visibleProperty());
        name.getStyleClass().add("text-strong");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("How much of the trace has been read");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var cancel = new Button("Cancel", Icons.STOP.node());
        cancel.getStyleClass().add("small");
        cancel.setId("cancel-opening");
        cancel.setOnAction(_ -> opener.cancel());
        var what = new Label("reading");
        what.getStyleClass().add("text-muted");
        var row = new HBox(what, space, cancel);
        row.getStyleClass().add("row");
        getChildren().addAll(name, bar, row);
        opener.openingProperty()
                .subscribe(opening -> {
                    opening.ifPresent(this::show);
                    setVisible(opening.isPresent());
                });
    }

    private void show(TraceOpener.Opening opening) {
        name.setText(String.valueOf(opening.file().getFileName()));
        bar.setProgress(opening.share());
    }
}
