package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import dev.lanescope.analysis.scaling.Law;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Hands over the screen of scaling.
final class ScalingHands {

    static final List<Integer> NUMBERS = List.of(1, 2, 4, 6, 8, 12, 16);

    private final WindowDriver driver;
    private final FxRobot robot;

    ScalingHands(WindowDriver driver) {
        this.driver = driver;
        this.robot = driver.robot;
    }

    /// Shows two models as a machine with 16 cores would have them.
    void showMadeSweeps() throws Exception {
        onFx(() -> {
            adopt("processes", "Processes", MadeSweeps.PROCESSES, List.of(1, 2, 4, 8));
            adopt("fixed-pool", "Platform threads", MadeSweeps.THREADS, NUMBERS);
        });
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        awaitRows(NUMBERS.size());
    }

    private void adopt(String model, String title, Law law, List<Integer> numbers) {
        MadeSweeps.of(model, title, law, numbers).forEach(driver.session::adopt);
    }

    /// Waits until so many numbers of workers are told of.
    void awaitRows(int count) throws Exception {
        await("told", () -> table().getItems().size() == count);
    }

    TableView<?> table() {
        return robot.lookup("#scaling-table").query();
    }

    /// The rows of a table, cell by cell with a bar between them.
    List<String> rows(String query) throws Exception {
        return read(() -> rowsNow(query));
    }

    /// The same, asked on the FX thread.
    List<String> rowsNow(String query) {
        TableView<?> table = robot.lookup(query).query();
        return IntStream.range(0, table.getItems().size())
                .mapToObj(row ->
                        table.getColumns().stream()
                                .map(column -> cell(column, row))
                                .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static String cell(TableColumn<?, ?> column, int row) {
        return column.getCellData(row) instanceof String words ? words : "";
    }

    void type(String field, String text) throws Exception {
        onFx(() -> robot.lookup(field).<TextField>query().setText(text));
    }
}
