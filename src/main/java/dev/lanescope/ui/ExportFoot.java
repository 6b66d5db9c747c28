package dev.lanescope.ui;

import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.Exporting;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far the file is that is being written, in the foot of the window, and Cancel.
final class ExportFoot extends HBox {

    ExportFoot(Exporting exporting) {
        setId("export-foot");
        getStyleClass().add("row");
        managedProperty().bind(visibleProperty());
        var bar = new ProgressBar();
        bar.setAccessibleText("How much of the file is written");
        var words = new Label();
        words.getStyleClass().add("num-small");
        var cancel = new Button("Cancel", Icons.CLOSE.node());
        cancel.setId("cancel-export");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> exporting.cancel());
        getChildren().addAll(bar, words, cancel);
        exporting
                .goingProperty()
                .subscribe(now -> {
                    setVisible(now.isPresent());
                    now.ifPresent(going -> {
                        bar.setProgress(going.share());
                        words.setText("Writing " + going.file().getFileName());
                    });
                });
    }
}
