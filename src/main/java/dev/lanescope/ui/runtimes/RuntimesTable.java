package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.Sentence;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The CPythons of this machine and the JDK: what each is, where it lies, and what was not found.
final class RuntimesTable extends VBox {

    static final double WIDTH = 800;

    private final PythonKeeper pythons;
    private final ObservableList<PythonRuntime> found;
    private final Runnable chosen;
    private final TableView<PythonRuntime> table = new TableView<>();
    private final Label remarks = new Label();
    private final Label machine = new Label();
    private final Label state = new Label();
    private final Label nobody = new Label();
    private final Button unpack = new Button("Use the one that comes along");
    private final ObservableSet<Path> added = FXCollections.observableSet();

    /// @param found what was found, for others too
    /// @param chosen told when one was chosen
    RuntimesTable(PythonKeeper pythons, ObservableList<PythonRuntime> found, Runnable chosen) {
        super(8);
        this.pythons = pythons;
        this.found = found;
        this.chosen = chosen;
        table.setId("runtimes-table");
        table.setAccessibleText("CPythons of this machine");
        table.setPlaceholder(nobody);
        table.setPrefSize(WIDTH, 220);
        table.setItems(found);
        VBox.setVgrow(table, Priority.ALWAYS);
        column("Runtime", 110, PythonRuntime::id);
        column("Version", 80, PythonRuntime::version);
        column("Build", 190, PythonRuntime::build);
        column("Flags of the build", 250, each -> each.flags().words());
        column("Interpreters", 90, each -> each.interpreterPool() ? "yes" : "no");
        column("Markdown", 110, RuntimesTable::libraries);
        column("Where", 420, each -> each.executable().toString());
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                use();
            }
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                use();
            }
        });
        var use = new Button("Use the chosen");
        use.setId("runtimes-use");
        use.setOnAction(_ -> use());
        use.disableProperty()
                .bind(
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .map(_ -> false)
                                .orElse(true));
        var add = new Button("Add\u2026");
        add.setId("runtimes-add");
        add.setOnAction(_ -> addOne());
        var remove = new Button("Remove");
        remove.setId("runtimes-remove");
        remove.setTooltip(new Tooltip("Forget one that was added with Add\u2026"));
        remove.setOnAction(_ -> remove());
        remove.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !isAdded(table.getSelectionModel().getSelectedItem()),
                                table.getSelectionModel().selectedItemProperty(),
                                added));
        var again = new Button("Try again");
        again.setId("runtimes-again");
        again.setTooltip(new Tooltip("Look again, and ask those again that failed"));
        again.setOnAction(_ -> findAgain());
        unpack.setId("runtimes-unpack");
        unpack.setOnAction(_ -> unpack());
        unpack.managedProperty().bind(unpack.visibleProperty());
        unpack.setVisible(false);
        state.setId("runtimes-state");
        state.getStyleClass().add("text-muted");
        state.setWrapText(true);
        state.setMaxWidth(WIDTH - 10);
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        var row = new HBox(use, add, remove, again, unpack);
        row.getStyleClass().add("row");
        wrapped(remarks, "runtimes-remarks");
        wrapped(machine, "runtimes-machine");
        getChildren().addAll(table, remarks, machine, state, row);
    }

    private static void wrapped(Label label, String id) {
        label.setId(id);
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setWrapText(true);
        label.setMaxWidth(WIDTH - 10);
        label.setMinHeight(USE_PREF_SIZE);
    }

    private static String libraries(PythonRuntime runtime) {
        return runtime.libraries().isEmpty() ? "our own" : runtime.libraries().getFirst();
    }

    private void column(String head, double width, Function<PythonRuntime, String> says) {
        var column = new TableColumn<PythonRuntime, String>(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(says.apply(row.getValue())));
        column.setCellFactory(_ -> new WholeCell());
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private void use() {
        @Nullable PythonRuntime selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            pythons.choose(selected);
            chosen.run();
        }
    }

    private void addOne() {
        var chooser = new FileChooser();
        chooser.setTitle("Add a CPython");
        @Nullable File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            add(file.toPath());
        }
    }

    /// Asks one that lies where nobody looked, and shows it in all the ways in which it can be run.
    void add(Path executable) {
        state.setText("Asking " + executable + "\u2026");
        pythons.add(executable, this::added, this::failed);
    }

    private void added(List<PythonRuntime> ways) {
        found.removeAll(ways);
        found.addAll(0, ways);
        added.add(ways.getFirst().executable());
        table.getSelectionModel().select(ways.getFirst());
        state.setText(
                "CPython "
                        + ways.getFirst().version()
                        + (ways.size() == 1
                                ? " is in the list now."
                                : " is in the list now, in " + ways.size() + " ways."));
    }

    private boolean isAdded(@Nullable PythonRuntime runtime) {
        return runtime != null && added.contains(runtime.executable());
    }

    private void remove() {
        @Nullable PythonRuntime selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            pythons.remove(selected.executable(), this::removed, this::failed);
        }
    }

    private void removed(Path executable) {
        added.remove(executable);
        found.removeIf(each -> each.executable().equals(executable));
        state.setText(executable + " is forgotten.");
    }

    private void unpack() {
        state.setText("Asking for the one that comes along\u2026");
        pythons.unpack(
                runtime -> {
                    state.setText("");
                    unpack.setVisible(false);
                    found.remove(runtime);
                    found.add(runtime);
                    table.getSelectionModel().select(runtime);
                    use();
                },
                this::failed);
    }

    private void failed(Throwable why) {
        state.setText(Sentence.begun(String.valueOf(why.getMessage())));
    }

    /// Finds them.
    void find() {
        state.setText("Asking\u2026");
        pythons.find(this::show, this::failed);
    }

    private void findAgain() {
        state.setText("Asking again\u2026");
        pythons.findAgain(this::show, this::failed);
    }

    private void show(PythonKeeper.Pythons all) {
        state.setText("");
        nobody.setText("There is none.");
        found.setAll(all.runtimes());
        added.clear();
        added.addAll(all.added());
        unpack.setVisible(all.toUnpack());
        remarks.setText(String.join("\n", all.leftOut()));
        machine.setText(
                all.machine().stream()
                        .map(fact -> fact.name() + ": " + fact.value())
                        .collect(
                                Collectors.joining(
                                        "; ", "What the models of the JVM have. ", ".")));
        pythons.chosenProperty().get().ifPresent(table.getSelectionModel()::select);
    }

    /// Says all of it where its column is too narrow.
    private static final class WholeCell extends TableCell<PythonRuntime, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            setTooltip(empty || words == null ? null : new Tooltip(words));
        }
    }
}
