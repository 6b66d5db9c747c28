package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.WorkerRange;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.SessionModel;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// How many workers: a slider for the usual numbers, a field for any, and two buttons. Where a
/// model has exactly one possible number, it is shown, and the tip says why.
final class WorkersChip extends HBox {

    private final SessionModel session;
    private final Slider slider = new Slider();
    private final TextField number = new TextField();
    private final Button fewer = new Button(null, Icons.MINUS.node());
    private final Button more = new Button(null, Icons.PLUS.node());
    private boolean showing;

    WorkersChip(SessionModel session) {
        this.session = session;
        getStyleClass().add("chip");
        setId("workers");
        var label = new Label("Workers");
        label.getStyleClass().add("text-muted");
        label.setMinWidth(USE_PREF_SIZE);

        int usual = Math.max(16, 2 * Runtime.getRuntime().availableProcessors());
        slider.setMin(1);
        slider.setMax(usual);
        slider.setBlockIncrement(1);
        slider.setMinWidth(40);
        slider.setPrefWidth(110);
        slider.setAccessibleText("Workers");
        number.setId("workers-number");
        number.getStyleClass().add("num");
        number.setPrefColumnCount(3);
        number.setMinWidth(44);
        number.setAccessibleText("Number of workers");
        number.setOnAction(_ -> takeTyped());
        number.textProperty().subscribe(_ -> takeWhileTyping());
        number.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        takeTyped();
                    }
                });
        number.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.UP) {
                set(session.effectiveWorkers() + 1);
            } else if (key.getCode() == KeyCode.DOWN) {
                set(session.effectiveWorkers() - 1);
            }
        });

        stepButton(fewer, "One worker fewer", -1);
        stepButton(more, "One worker more", +1);
        getChildren().addAll(label, slider, number, fewer, more);
        setOnScroll(scroll -> {
            if (scroll.getDeltaY() != 0) {
                set(session.effectiveWorkers() + (scroll.getDeltaY() > 0 ? 1 : -1));
            }
        });
        session.modelProperty().subscribe(_ -> show());
        session.workersProperty().subscribe(_ -> show());
        slider.valueProperty()
                .addListener((_, _, value) -> set((int) Math.round(value.doubleValue())));
    }

    private void stepButton(Button button, String says, int step) {
        button.getStyleClass().addAll("icon-button", "small");
        button.setAccessibleText(says);
        button.setTooltip(new Tooltip(says));
        button.setOnAction(_ -> set(session.effectiveWorkers() + step));
    }

    /// A number that is possible counts at once, so that a shortcut cannot run another one.
    private void takeWhileTyping() {
        WorkerRange range = session.modelProperty().get().workers();
        String typed = number.getText().strip();
        if (!showing && !range.isFixed() && typed.matches("\\d{1,4}")) {
            int workers = Integer.parseInt(typed);
            if (range.contains(workers)) {
                session.workersProperty().set(workers);
            }
        }
    }

    private void takeTyped() {
        try {
            set(Integer.parseInt(number.getText().strip()));
        } catch (NumberFormatException e) {
            show();
        }
    }

    private void set(int workers) {
        WorkerRange range = session.modelProperty().get().workers();
        if (!showing && !range.isFixed()) {
            session.workersProperty().set(Math.clamp(workers, range.least(), range.most()));
        }
        show();
    }

    private void show() {
        WorkerRange range = session.modelProperty().get().workers();
        int workers = session.effectiveWorkers();
        showing = true;
        slider.setValue(workers);
        if (!number.getText().strip().equals(Integer.toString(workers))) {
            number.setText(Integer.toString(workers));
        }
        slider.setDisable(range.isFixed());
        number.setDisable(range.isFixed());
        fewer.setDisable(workers <= range.least());
        more.setDisable(workers >= range.most());
        showing = false;
        var tip =
                range.isFixed()
                        ? "Exactly " + workers + ": " + range.why()
                        : "1 to "
                                + range.most()
                                + "; this machine has "
                                + Runtime.getRuntime().availableProcessors()
                                + " cores";
        Tooltip.install(this, new Tooltip(tip));
    }
}
