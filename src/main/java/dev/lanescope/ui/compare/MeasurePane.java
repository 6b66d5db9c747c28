package dev.lanescope.ui.compare;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.session.StudyQuestion;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks what is to be measured: models, workers, repeats. Says how many runs that makes before it
/// begins, or what is wrong.
final class MeasurePane extends VBox {

    private static final String BASELINE = "sequential";
    private static final List<String> USUAL = List.of("fixed-pool", "virtual-threads");
    private static final int COLUMNS = 2;

    private final Map<ConcurrencyModel, CheckBox> models = new LinkedHashMap<>();
    private final TextField workers = new TextField();
    private final TextField repeats = new TextField("5");
    private final CheckBox cold = new CheckBox("Each run cold, in a fresh JVM");
    private final Label says = new Label();
    private final Button start = new Button("Measure");

    /// @param onStart told what was asked for
    MeasurePane(Consumer<StudyPlan> onStart) {
        super(10);
        setId("measure-pane");
        getStyleClass().add("measure-pane");
        int processors = Runtime.getRuntime().availableProcessors();
        workers.setText(processors == 1 ? "2" : String.valueOf(processors));
        var grid = new GridPane(16, 6);
        for (ConcurrencyModel model : Models.all()) {
            var box = new CheckBox(model.title());
            box.setId("measure-" + model.id());
            box.setGraphic(ModelLook.of(model.id()).node(10, false));
            box.setSelected(model.id().equals(BASELINE) || USUAL.contains(model.id()));
            if (model.id().equals(BASELINE)) {
                box.setDisable(true);
                box.setTooltip(new Tooltip("All others are held against it"));
            }
            box.selectedProperty().subscribe(_ -> update());
            grid.add(box, models.size() % COLUMNS, models.size() / COLUMNS);
            models.put(model, box);
        }
        field(workers, "measure-workers", "Workers, with commas between them");
        field(repeats, "measure-repeats", "How often each setting runs");
        var numbers = new HBox(8, new Label("Workers"), workers, new Label("Repeats"), repeats);
        numbers.getStyleClass().add("row");
        cold.setId("measure-cold");
        cold.setTooltip(
                new Tooltip("Nothing is loaded or compiled before; takes a second more each"));
        cold.selectedProperty().subscribe(_ -> update());
        says.setId("measure-says");
        says.setWrapText(true);
        says.setPrefWidth(380);
        says.setMinHeight(USE_PREF_SIZE);
        start.setId("measure-start");
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.setOnAction(_ -> plan().ifPresent(onStart));
        getChildren().addAll(grid, numbers, cold, says, start);
        update();
    }

    private void field(TextField field, String id, String spoken) {
        field.setId(id);
        field.setPrefColumnCount(7);
        field.setAccessibleText(spoken);
        field.textProperty().subscribe(_ -> update());
    }

    private void update() {
        boolean fine = plan().isPresent();
        start.setDisable(!fine);
        says.getStyleClass().setAll("label", "text-small", fine ? "text-muted" : "text-bad");
    }

    /// What is asked for; nothing, and a sentence, if it cannot be done.
    private Optional<StudyPlan> plan() {
        try {
            int rounds = StudyQuestion.repeats(repeats.getText());
            List<ConcurrencyModel> chosen = new ArrayList<>();
            models.forEach((model, box) -> {
                if (box.isSelected()) {
                    chosen.add(model);
                }
            });
            var numbers = StudyPlan.workersOf(workers.getText());
            var plan = new StudyPlan(chosen, numbers, rounds, cold.isSelected());
            if (plan.settings() < 2) {
                throw new IllegalArgumentException(
                        "Tick a model besides Sequential that can have so many workers.");
            }
            says.setText(StudyQuestion.words(plan.words(), plan.settings(), rounds));
            return Optional.of(plan);
        } catch (IllegalArgumentException wrong) {
            says.setText(wrong.getMessage());
            return Optional.empty();
        }
    }
}
