package dev.lanescope.ui.experiment;

import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.Sentence;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The CPythons of this machine and the JDK: what each is, where it lies, and what was not found.
final class RuntimesTable extends VBox {

    private final PythonKeeper pythons;
    private final Consumer<PythonRuntime> choose;
    private final TableView<PythonRuntime> table = new TableView<>();
    private final Label remarks = new Label();
    private final Label state = new Label();
    private @Nullable PopOver popOver;

    /// @param choose told which one is to be used
    RuntimesTable(PythonKeeper pythons, Consumer<PythonRuntime> choose) {
        super(8);
        this.pythons = pythons;
        this.choose = choose;
        table.setId("runtimes-table");
        table.setAccessibleText("CPythons of this machine");
        table.setPlaceholder(new Label("There is none."));
        table.setPrefSize(800, 260);
        column("Runtime", 110, PythonRuntime::id);
        column("Version", 80, PythonRuntime::version);
        column("Build", 190, PythonRuntime::build);
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
        add.setOnAction(_ -> choose());
        state.setId("runtimes-state");
        state.getStyleClass().add("text-muted");
        state.setText(
                "The JDK: " + System.getProperty("java.vm.version") + ", this app runs on it.");
        remarks.setId("runtimes-remarks");
        remarks.getStyleClass().add("text-muted");
        remarks.setWrapText(true);
        remarks.setMaxWidth(790);
        var row = new HBox(use, add, state);
        row.getStyleClass().add("row");
        getChildren().addAll(table, remarks, row);
    }

    private static String libraries(PythonRuntime runtime) {
        return runtime.libraries().isEmpty() ? "our own" : runtime.libraries().getFirst();
    }

    private void column(String head, double width, Function<PythonRuntime, String> says) {
        var column = new TableColumn<PythonRuntime, String>(head);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(says.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private void use() {
        @Nullable PythonRuntime selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            choose.accept(selected);
            if (popOver != null) {
                popOver.hide();
            }
        }
    }

    private void choose() {
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
        table.getItems().removeAll(ways);
        table.getItems().addAll(0, ways);
        table.getSelectionModel().select(ways.getFirst());
        state.setText(
                "CPython "
                        + ways.getFirst().version()
                        + (ways.size() == 1
                                ? " is in the list now."
                                : " is in the list now, in " + ways.size() + " ways."));
    }

    private void failed(Throwable why) {
        state.setText(Sentence.begun(String.valueOf(why.getMessage())));
    }

    /// Finds them, and tells which is the best.
    void findBest(Consumer<PythonRuntime> best) {
        pythons.find(
                found -> {
                    table.getItems().setAll(found.runtimes());
                    remarks.setText(String.join("\n", found.leftOut()));
                    best.accept(found.best());
                },
                this::failed);
    }

    void show(Node owner) {
        if (table.getItems().isEmpty()) {
            findBest(_ -> {});
        }
        if (popOver == null) {
            popOver = Windows.popOver(this, "Runtimes");
        }
        popOver.show(owner);
    }
}
