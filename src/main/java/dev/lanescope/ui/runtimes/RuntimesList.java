package dev.lanescope.ui.runtimes;

import dev.lanescope.analysis.NaturalOrder;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.kit.CopyButtons;
import dev.lanescope.ui.kit.CopyTable;
import dev.lanescope.ui.kit.Icons;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.Sentence;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The CPythons of this machine and the JDK: what each is, where it lies, what was not found, and
/// which one the models of Python run on.
final class RuntimesList extends VBox {

    /// A row: a CPython, or the JDK if it is empty.
    private record Row(Optional<PythonRuntime> python) {}

    private final PythonKeeper pythons;
    private final ObservableList<PythonRuntime> found;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final TableView<Row> table = new TableView<>();
    private final RuntimeDetails details = new RuntimeDetails();
    private final Label remarks = new Label();
    private final Label used = new Label();
    private final Label state = new Label();
    private final Button unpack = new Button("Use the one that comes along");
    private final ObservableSet<Path> added = FXCollections.observableSet();
    private Optional<PythonRuntime> best = Optional.empty();

    /// @param found what was found, for others too
    RuntimesList(PythonKeeper pythons, ObservableList<PythonRuntime> found) {
        super(8);
        this.pythons = pythons;
        this.found = found;
        table.setId("runtimes-table");
        table.getStyleClass().add("tight");
        table.setAccessibleText("CPythons of this machine, and the JDK");
        table.setPlaceholder(new Label(""));
        VBox.setVgrow(table, Priority.ALWAYS);
        for (RuntimeColumn each : RuntimeColumn.values()) {
            table.getColumns().add(column(each));
        }
        var sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
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
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row == null) {
                        details.showNothing();
                    } else {
                        details.show(row.python());
                    }
                });
        sentences(used, "runtimes-used");
        used.getStyleClass().remove("text-muted");
        sentences(remarks, "runtimes-remarks");
        sentences(state, "runtimes-state");
        getChildren().addAll(used, table, buttons(), state, details, remarks);
        found.subscribe(this::fill);
        pythons.chosenProperty().subscribe(_ -> tellUsed());
    }

    private static void sentences(Label label, String id) {
        label.setId(id);
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    private HBox buttons() {
        var use = new Button("Use this one");
        use.setId("runtimes-use");
        use.getStyleClass().add("accent");
        use.setTooltip(new Tooltip("All models of Python run on it from now on (Enter)"));
        use.setOnAction(_ -> use());
        use.disableProperty()
                .bind(
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .map(row -> row.python().isEmpty())
                                .orElse(true));
        var add = new Button("Add\u2026");
        add.setId("runtimes-add");
        add.setTooltip(new Tooltip("A CPython that lies where nobody looks"));
        add.setOnAction(_ -> addOne());
        var remove = new Button("Remove");
        remove.setId("runtimes-remove");
        remove.setTooltip(new Tooltip("Forget one that was added with Add\u2026"));
        remove.setOnAction(_ -> remove());
        remove.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> selected().filter(this::isAdded).isEmpty(),
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
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var copy = new CopyButtons("the runtimes", this::copied);
        var row = new HBox(use, add, remove, again, unpack, space, copy);
        row.getStyleClass().add("row");
        return row;
    }

    private TableColumn<Row, String> column(RuntimeColumn what) {
        var column = new TableColumn<Row, String>();
        var title = new Label(what.title());
        title.setTooltip(new Tooltip(what.sentence()));
        column.setGraphic(title);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(what.of(row.getValue().python())));
        column.setCellFactory(_ -> new WholeCell(what == RuntimeColumn.NAME));
        column.setComparator(NaturalOrder.OF_NAMES);
        column.setPrefWidth(what.width());
        column.setMinWidth(40);
        return column;
    }

    private Optional<PythonRuntime> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .flatMap(Row::python);
    }

    private void select(PythonRuntime runtime) {
        table.getSelectionModel().select(new Row(Optional.of(runtime)));
    }

    private void use() {
        selected().ifPresent(pythons::choose);
    }

    private void tellUsed() {
        Optional<PythonRuntime> now = pythons.chosenProperty().get();
        used.setText(
                now.or(() -> best)
                        .map(runtime ->
                                "The models of Python run on CPython "
                                        + runtime.id()
                                        + " ("
                                        + runtime.build()
                                        + (now.isPresent() ? ")." : "), until you choose one."))
                        .orElse(""));
        table.refresh();
    }

    private boolean isUsed(Row row) {
        return row.python().isPresent() && row.python().equals(pythons.chosenProperty().get());
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
        var all = new ArrayList<>(ways);
        found.stream().filter(each -> !ways.contains(each)).forEach(all::add);
        found.setAll(all);
        added.add(ways.getFirst().executable());
        select(ways.getFirst());
        state.setText(
                "CPython "
                        + ways.getFirst().version()
                        + (ways.size() == 1
                                ? " is in the list now."
                                : " is in the list now, in " + ways.size() + " ways."));
    }

    private boolean isAdded(PythonRuntime runtime) {
        return added.contains(runtime.executable());
    }

    private void remove() {
        selected()
                .ifPresent(runtime ->
                        pythons.remove(runtime.executable(), this::removed, this::failed));
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
                    found.removeIf(runtime::equals);
                    found.add(runtime);
                    select(runtime);
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
        details.setMachine(all.machine());
        best = all.best();
        tellUsed();
        found.setAll(all.runtimes());
        added.clear();
        added.addAll(all.added());
        unpack.setVisible(all.toUnpack());
        remarks.setText(String.join("\n", all.leftOut()));
        state.setText("");
    }

    /// Whoever was looked at stays so if it is still there.
    private void fill() {
        Optional<Row> before = Optional.ofNullable(table.getSelectionModel().getSelectedItem());
        rows.setAll(found.stream().map(each -> new Row(Optional.of(each))).toList());
        rows.add(new Row(Optional.empty()));
        Optional<Row> chosen = pythons.chosenProperty().get().map(Optional::of).map(Row::new);
        before.filter(rows::contains)
                .or(() -> chosen.filter(rows::contains))
                .ifPresent(table.getSelectionModel()::select);
    }

    private CopyTable copied() {
        List<RuntimeColumn> columns = Arrays.asList(RuntimeColumn.values());
        return new CopyTable(
                columns.stream().map(RuntimeColumn::title).toList(),
                table.getItems().stream()
                        .map(row -> columns.stream().map(each -> each.of(row.python())).toList())
                        .toList());
    }

    /// Says all of it where its column is too narrow; of the one that is used it says that too.
    private final class WholeCell extends TableCell<Row, String> {

        private final boolean isName;

        WholeCell(boolean isName) {
            this.isName = isName;
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            Row row = getTableRow() == null ? null : getTableRow().getItem();
            boolean marked = !empty && isName && row != null && isUsed(row);
            setText(empty ? null : words);
            setTooltip(empty || words == null ? null : new Tooltip(words));
            setGraphic(marked ? Icons.CHECK.node() : null);
            setAccessibleText(marked ? words + ", the models of Python run on it" : null);
        }
    }
}
