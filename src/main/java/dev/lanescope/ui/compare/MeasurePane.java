package dev.lanescope.ui.compare;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.ui.runtimes.RuntimeMenu;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.Sentence;
import dev.lanescope.ui.session.StudyQuestion;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks what is to be measured: models, workers, repeats, latency. Says how many runs that makes
/// before it begins, or what is wrong.
///
/// The models of the JVM and the executors of a CPython are asked for apart: they do not write the
/// same bytes, so nothing can be said of one against the other.
final class MeasurePane extends VBox {

    private static final double WIDTH = 380;

    /// So many repeats carry intervals for all models at once.
    private static final int MANY = 10;

    private final PythonKeeper pythons;
    private final RuntimeMenu runtime;
    private final ModelTicks ofJvm =
            new ModelTicks(Models.all(), List.of("fixed-pool", "virtual-threads"), this::update);
    private final ModelTicks ofPython =
            new ModelTicks(
                    Models.selectable().stream().filter(ConcurrencyModel::isForeign).toList(),
                    List.of("python-threads", "python-interpreters", "python-processes"),
                    this::update);
    private final ToggleButton jvm = new ToggleButton("Models of the JVM");
    private final ToggleButton python = new ToggleButton("Executors of CPython");
    private final TextField workers = new TextField();
    private final TextField repeats = new TextField("5");
    private final TextField seed = new TextField("1");
    private final TextField readLatency = new TextField("0");
    private final TextField writeLatency = new TextField("0");
    private final CheckBox cold = new CheckBox("Each run cold, in a fresh JVM");
    private final Label says = new Label();
    private final Button start = new Button("Measure");
    private Optional<String> noPython = Optional.empty();

    /// @param onStart told what was asked for
    MeasurePane(PythonKeeper pythons, Consumer<StudyPlan> onStart) {
        super(10);
        this.pythons = pythons;
        this.runtime = new RuntimeMenu(pythons, "measure-runtime");
        setId("measure-pane");
        getStyleClass().add("measure-pane");
        int processors = Runtime.getRuntime().availableProcessors();
        workers.setText(processors == 1 ? "2" : String.valueOf(processors));
        runtime.visibleProperty().bind(python.selectedProperty());
        ofJvm.visibleProperty().bind(jvm.selectedProperty());
        ofPython.visibleProperty().bind(python.selectedProperty());
        cold.visibleProperty().bind(jvm.selectedProperty());
        cold.managedProperty().bind(cold.visibleProperty());
        cold.setId("measure-cold");
        cold.setTooltip(
                new Tooltip("Nothing is loaded or compiled before; takes a second more each"));
        cold.selectedProperty().subscribe(_ -> update());
        says.setId("measure-says");
        says.setWrapText(true);
        says.setPrefWidth(WIDTH);
        says.setMinHeight(USE_PREF_SIZE);
        start.setId("measure-start");
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        start.setOnAction(_ -> plan().ifPresent(onStart));
        getChildren()
                .addAll(
                        row(kinds(), runtime),
                        everything(),
                        ofJvm,
                        ofPython,
                        row(
                                new Label("Workers"),
                                field(workers, "measure-workers", "Workers, with commas between"),
                                new Label("Repeats"),
                                field(repeats, "measure-repeats", "How often each setting runs"),
                                new Label("Seed"),
                                field(
                                        seed,
                                        "measure-seed",
                                        "Seed of the order in which settings take turns")),
                        row(
                                new Label("Latency: read"),
                                field(
                                        readLatency,
                                        "measure-read-latency",
                                        "Milliseconds before each read"),
                                new Label("write"),
                                field(
                                        writeLatency,
                                        "measure-write-latency",
                                        "Milliseconds before each write"),
                                new Label("ms")),
                        cold,
                        says,
                        start);
        pythons.chosenProperty().subscribe(_ -> fitToRuntime());
    }

    /// One click for what is asked most: which of all is fastest here.
    private Button everything() {
        var all = new Button("All models, " + MANY + " repeats");
        all.setId("measure-all");
        all.getStyleClass().addAll("small", "text-small");
        all.setTooltip(new Tooltip("Ticks all models that can be had and sets the repeats"));
        all.setOnAction(_ -> {
            (jvm.isSelected() ? ofJvm : ofPython).tickAll();
            repeats.setText(String.valueOf(MANY));
        });
        return all;
    }

    private SegmentedButton kinds() {
        var group = new ToggleGroup();
        jvm.setId("measure-jvm");
        python.setId("measure-python");
        for (ToggleButton each : List.of(jvm, python)) {
            each.getStyleClass().addAll("small", "text-small");
            each.setToggleGroup(group);
        }
        group.selectToggle(jvm);
        group.selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now == null && before != null) {
                        group.selectToggle(before); // one is always chosen
                    }
                });
        python.selectedProperty()
                .subscribe(chosen -> {
                    if (chosen) {
                        noPython = Optional.empty();
                        pythons.wish(this::hasNone);
                    }
                    update();
                });
        var kinds = new SegmentedButton(jvm, python);
        kinds.setToggleGroup(group);
        return kinds;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.getStyleClass().add("row");
        return row;
    }

    private TextField field(TextField field, String id, String spoken) {
        field.setId(id);
        field.setPrefColumnCount(5);
        field.setAccessibleText(spoken);
        field.setTooltip(new Tooltip(spoken));
        field.textProperty().subscribe(_ -> update());
        return field;
    }

    private void hasNone(Throwable why) {
        noPython = Optional.of(Sentence.begun(String.valueOf(why.getMessage())));
        update();
    }

    /// Not every CPython has every executor.
    private void fitToRuntime() {
        ofPython.refuse(model ->
                pythons.chosenProperty()
                        .get()
                        .flatMap(runtime -> ((PythonModel) model).refusal(runtime)));
        update();
    }

    private void update() {
        boolean fine = plan().isPresent();
        start.setDisable(!fine);
        boolean isWrong = !fine && !says.getText().equals(PythonKeeper.LOOKING);
        says.getStyleClass().setAll("label", "text-small", isWrong ? "text-bad" : "text-muted");
    }

    /// What is asked for; nothing, and a sentence, if it cannot be done.
    private Optional<StudyPlan> plan() {
        try {
            int rounds = StudyQuestion.repeats(repeats.getText());
            var plan =
                    new StudyPlan(
                            models(),
                            StudyPlan.workersOf(workers.getText()),
                            rounds,
                            Knobs.STANDARD.withLatency(
                                    StudyQuestion.latency(readLatency.getText()),
                                    StudyQuestion.latency(writeLatency.getText())),
                            StudyQuestion.seed(seed.getText()),
                            jvm.isSelected() && cold.isSelected());
            if (plan.settings() < 2) {
                throw new IllegalArgumentException(
                        "Tick a model besides "
                                + plan.models().getFirst().title()
                                + " that can have so many workers.");
            }
            says.setText(StudyQuestion.words(plan.words(), plan.settings(), rounds));
            return Optional.of(plan);
        } catch (IllegalArgumentException wrong) {
            says.setText(wrong.getMessage());
            return Optional.empty();
        }
    }

    private List<ConcurrencyModel> models() {
        if (jvm.isSelected()) {
            return ofJvm.chosen();
        }
        if (pythons.chosenProperty().get().isEmpty()) {
            throw new IllegalArgumentException(noPython.orElse(PythonKeeper.LOOKING));
        }
        return ofPython.chosen().stream()
                .<ConcurrencyModel>map(model -> pythons.onChosen((PythonModel) model))
                .toList();
    }
}
