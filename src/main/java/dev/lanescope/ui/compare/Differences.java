package dev.lanescope.ui.compare;

import javafx.scene.control.Label;

import java.util.List;

/// What else differs than how the work is shared out: the interpreter and how it was built, the
/// Markdown library, the machine. It stands above everything that shows a figure, and takes no room
/// where nothing differs.
final class Differences extends Label {

    Differences(CompareModel model) {
        setId("differences");
        getStyleClass().addAll("text-small", "cautions", "differences");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        model.comparedProperty()
                .subscribe(now -> {
                    List<String> told = now.map(Compared::differences).orElse(List.of());
                    setText(String.join(" ", told));
                    setVisible(!told.isEmpty());
                });
    }
}
