package dev.lanescope.ui.runtimes;

import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.trace.Fact;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All that is known of the runtime that is looked at, with room for long words.
final class RuntimeDetails extends GridPane {

    private List<Fact> machine = List.of();
    private int rows;

    RuntimeDetails() {
        setId("runtime-details");
        getStyleClass().add("key-values");
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(), values);
    }

    /// @param facts what the models of the JVM run on
    void setMachine(List<Fact> facts) {
        machine = List.copyOf(facts);
    }

    void showNothing() {
        getChildren().clear();
        rows = 0;
    }

    /// @param runtime empty for the JDK
    void show(Optional<PythonRuntime> runtime) {
        showNothing();
        runtime.ifPresentOrElse(this::tell, this::tellOfJdk);
    }

    private void tell(PythonRuntime runtime) {
        add("Is run by", "--runtime " + runtime.id() + variables(runtime.environment()));
        add("Build", runtime.build());
        add("Built with", runtime.flags().words());
        add("Executors", executors(runtime));
        add(
                "Markdown",
                runtime.libraries().isEmpty()
                        ? "no library; a small renderer of Lanescope\u2019s own takes its place"
                        : String.join(", ", runtime.libraries()));
        add("Where", runtime.executable().toString());
    }

    private static String variables(Map<String, String> environment) {
        return environment.isEmpty()
                ? ""
                : new TreeMap<>(environment)
                        .entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining(" ", ", which sets ", ""));
    }

    private static String executors(PythonRuntime runtime) {
        return PythonModel.allOn(runtime).stream()
                .map(PythonModel::id)
                .collect(Collectors.joining(", "));
    }

    private void tellOfJdk() {
        add("Runs", "this app, and the models of the JVM");
        machine.forEach(fact -> add(fact.name(), fact.value()));
        add(RuntimeColumn.WHERE.title(), RuntimeColumn.WHERE.of(Optional.empty()));
    }

    private void add(String key, String value) {
        var name = new Label(key);
        name.getStyleClass().addAll("key", "text-small");
        name.setMinWidth(USE_PREF_SIZE);
        setValignment(name, VPos.TOP);
        var words = new Label(value);
        words.getStyleClass().addAll("value", "text-small");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        name.setLabelFor(words);
        addRow(rows++, name, words);
    }
}
