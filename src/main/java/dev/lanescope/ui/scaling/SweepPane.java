package dev.lanescope.ui.scaling;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Load;
import dev.lanescope.ui.kit.ModelLook;
import dev.lanescope.ui.runtimes.RuntimeMenu;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.Sentence;
import dev.lanescope.ui.session.StudyQuestion;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks which model is to be swept, and over which numbers of workers. Says how many runs that
/// makes before it begins, or what is wrong.
final class SweepPane extends VBox {

    private final ComboBox<ConcurrencyModel> model = new ComboBox<>();
    private final TextField workers = new TextField(SweepPlan.usual());
    private final TextField groups = new TextField(SweepPlan.usualGroups());
    private final TextField threads = new TextField("1-2");
    private final TextField repeats = new TextField("5");
    private final ComboBox<Load> load = new ComboBox<>();
    private final TextField cpuWeight = new TextField("1");
    private final TextField readLatency = new TextField("0");
    private final TextField writeLatency = new TextField("0");
    private final Label says = new Label();
    private final Button start = new Button("Sweep");
    private final PythonKeeper pythons;
    private final RuntimeMenu runtime;
    private Optional<String> noPython = Optional.empty();

    /// @param onStart told what was asked for
    SweepPane(PythonKeeper pythons, Consumer<SweepPlan> onStart) {
        super(10);
        this.pythons = pythons;
        this.runtime = new RuntimeMenu(pythons, "sweep-runtime");
        setId("sweep-pane");
        getStyleClass().add("measure-pane");
        model.setId("sweep-model");
        model.setAccessibleText("The model to sweep");
        model.setMaxWidth(Double.MAX_VALUE);
        model.getItems()
                .setAll(
                        Models.selectable().stream()
                                .filter(each -> !each.workers().isFixed())
                                .toList());
        model.setCellFactory(_ -> new ModelCell());
        model.setButtonCell(new ModelCell());
        model.valueProperty().subscribe(_ -> update());
        workers.setId("sweep-workers");
        workers.setAccessibleText("Numbers of workers, such as 1-4, 6, 8");
        groups.setId("sweep-processes");
        groups.setAccessibleText("Numbers of processes or interpreters, such as 1-4, 6, 8");
        threads.setId("sweep-threads");
        threads.setAccessibleText("Numbers of threads in each, such as 1-2");
        groups.textProperty().subscribe(_ -> update());
        threads.textProperty().subscribe(_ -> update());
        repeats.setId("sweep-repeats");
        repeats.setAccessibleText("How often each number of workers runs");
        load.setId("sweep-load");
        load.setAccessibleText("What pages mostly do");
        load.setPromptText("as they are");
        load.getItems().setAll(Load.values());
        load.setCellFactory(_ -> new LoadCell());
        load.setButtonCell(new LoadCell());
        load.valueProperty().subscribe(this::take);
        field(cpuWeight, "sweep-cpu-weight", "How often the HTML of each page is made");
        field(readLatency, "sweep-read-latency", "Milliseconds before each read");
        field(writeLatency, "sweep-write-latency", "Milliseconds before each write");
        workers.textProperty().subscribe(_ -> update());
        repeats.textProperty().subscribe(_ -> update());
        runtime.visibleProperty()
                .bind(model.valueProperty().map(PythonModel.class::isInstance).orElse(false));
        model.valueProperty()
                .subscribe(chosen -> {
                    if (chosen instanceof PythonModel) {
                        noPython = Optional.empty();
                        pythons.wish(this::hasNone);
                    }
                });
        pythons.chosenProperty().subscribe(_ -> update());
        var grid = new GridPane(12, 8);
        grid.addRow(0, new Label("Model"), model, runtime);
        addRow(grid, 1, "Workers", workers, false);
        addRow(grid, 2, "Groups", groups, true);
        addRow(grid, 3, "Threads each", threads, true);
        grid.addRow(4, new Label("Repeats"), repeats);
        var latency =
                new HBox(
                        8,
                        new Label("read"),
                        readLatency,
                        new Label("write"),
                        writeLatency,
                        new Label("ms"));
        latency.getStyleClass().add("row");
        var work = new HBox(8, load, new Label("CPU"), cpuWeight, new Label("times"));
        work.getStyleClass().add("row");
        grid.add(new Label("Work"), 0, 5);
        grid.add(work, 1, 5, 2, 1);
        grid.add(new Label("Latency"), 0, 6);
        grid.add(latency, 1, 6, 2, 1);
        says.setId("sweep-says");
        says.setWrapText(true);
        says.setPrefWidth(320);
        says.setMinHeight(USE_PREF_SIZE);
        start.setId("sweep-start");
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.setOnAction(_ -> plan().ifPresent(onStart));
        getChildren().addAll(grid, says, start);
        choose(Models.byId("fixed-pool").orElseThrow());
    }

    /// Proposes a model, if it can be swept.
    void choose(ConcurrencyModel wanted) {
        model.getItems().stream()
                .filter(each -> each.id().equals(wanted.id()))
                .findFirst()
                .ifPresent(model::setValue);
    }

    /// Fills in what makes a load; what is typed then counts.
    private void take(@Nullable Load chosen) {
        if (chosen != null) {
            cpuWeight.setText(String.valueOf(chosen.cpuWeight()));
            readLatency.setText(String.valueOf(chosen.readLatency().toMillis()));
            writeLatency.setText("0");
        }
    }

    private void field(TextField field, String id, String spoken) {
        field.setId(id);
        field.setPrefColumnCount(4);
        field.setAccessibleText(spoken);
        field.textProperty().subscribe(_ -> update());
    }

    private void hasNone(Throwable why) {
        noPython = Optional.of(Sentence.begun(String.valueOf(why.getMessage())));
        update();
    }

    /// A model of Python runs on the CPython that was chosen for all of them.
    private ConcurrencyModel chosen() {
        if (!(model.getValue() instanceof PythonModel python)) {
            return model.getValue();
        }
        PythonRuntime on =
                pythons.chosenProperty()
                        .get()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        noPython.orElse(PythonKeeper.LOOKING)));
        python.refusal(on)
                .ifPresent(why -> {
                    throw new IllegalArgumentException(why);
                });
        return python.on(on);
    }

    /// A row that is there only for models that have a grid, or only for the others.
    private void addRow(GridPane grid, int row, String name, TextField field, boolean ofGrid) {
        var label = new Label(name);
        grid.addRow(row, label, field);
        model.valueProperty()
                .subscribe(_ -> {
                    for (Node node : List.of(label, field)) {
                        node.setVisible(hasGrid() == ofGrid);
                        node.setManaged(hasGrid() == ofGrid);
                    }
                    if (ofGrid && field.equals(groups) && model.getValue() != null) {
                        label.setText(
                                model.getValue().id().startsWith("isolated")
                                        ? "Interpreters"
                                        : "Processes");
                    }
                });
    }

    private boolean hasGrid() {
        return model.getValue() != null && model.getValue().refusal(Knob.THREADS).isEmpty();
    }

    private void update() {
        boolean fine = plan().isPresent();
        start.setDisable(!fine);
        boolean isWrong = !fine && !says.getText().equals(PythonKeeper.LOOKING);
        says.getStyleClass().setAll("label", "text-small", isWrong ? "text-bad" : "text-muted");
    }

    /// What is asked for; nothing, and a sentence, if it cannot be done.
    private Optional<SweepPlan> plan() {
        if (model.getValue() == null) {
            return Optional.empty();
        }
        try {
            int rounds = StudyQuestion.repeats(repeats.getText());
            Knobs knobs =
                    Knobs.STANDARD
                            .withCpuWeight(StudyQuestion.cpuWeight(cpuWeight.getText()))
                            .withLatency(
                                    StudyQuestion.latency(readLatency.getText()),
                                    StudyQuestion.latency(writeLatency.getText()));
            var plan =
                    hasGrid()
                            ? new SweepPlan(
                                    chosen(),
                                    SweepPlan.workersOf(groups.getText()),
                                    SweepPlan.workersOf(threads.getText()),
                                    rounds,
                                    knobs)
                            : new SweepPlan(
                                    chosen(),
                                    SweepPlan.workersOf(workers.getText()),
                                    rounds,
                                    knobs);
            says.setText(StudyQuestion.words(plan.words(), plan.settings(), rounds));
            return Optional.of(plan);
        } catch (IllegalArgumentException wrong) {
            says.setText(wrong.getMessage());
            return Optional.empty();
        }
    }

    /// Its name, and in a tip what it does.
    private static final class LoadCell extends ListCell<Load> {
        @Override
        protected void updateItem(@Nullable Load item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "as they are" : item.title());
            setTooltip(empty || item == null ? null : new Tooltip(item.sentence()));
        }
    }

    /// Glyph and title.
    private static final class ModelCell extends ListCell<ConcurrencyModel> {
        @Override
        protected void updateItem(@Nullable ConcurrencyModel item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.title());
            setGraphic(empty || item == null ? null : ModelLook.of(item.id()).node(10, false));
        }
    }
}
