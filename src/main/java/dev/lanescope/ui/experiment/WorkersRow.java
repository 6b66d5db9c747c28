package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The number of workers among the knobs: the same number as beside the model.
final class WorkersRow extends VBox {

    private static final double NAME_WIDTH = 120;

    private final SessionModel session;
    private final Spinner<Integer> number = new Spinner<>(1, WorkerRange.LIMIT, 1);
    private final Label sentence = new Label();
    private boolean showing;

    WorkersRow(SessionModel session) {
        super(2);
        this.session = session;
        setId("knob-workers");
        var name = new Label("Workers");
        name.setMinWidth(NAME_WIDTH);
        number.setEditable(true);
        number.setPrefWidth(84);
        number.setAccessibleText("Workers");
        number.getEditor()
                .focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        Typed.take(number);
                    }
                });
        number.valueProperty().addListener((_, _, value) -> take(value));
        sentence.getStyleClass().addAll("text-small", "text-muted");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        var line = new HBox(name, number);
        line.getStyleClass().add("row");
        getChildren().addAll(line, sentence);
        session.modelProperty().subscribe(_ -> show());
        session.workersProperty().subscribe(_ -> show());
    }

    private void take(int workers) {
        if (!showing) {
            session.workersProperty().set(workers);
        }
    }

    private void show() {
        WorkerRange range = session.modelProperty().get().workers();
        var values = (IntegerSpinnerValueFactory) number.getValueFactory();
        showing = true;
        values.setMin(range.least());
        values.setMax(range.most());
        values.setValue(session.effectiveWorkers());
        showing = false;
        number.setDisable(range.isFixed());
        sentence.setText(
                range.isFixed()
                        ? "Exactly " + range.least() + ": " + range.why() + "."
                        : "How many work at once, from "
                                + range.least()
                                + " to "
                                + range.most()
                                + ".");
    }
}
