package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import dev.lanescope.chart.TimeWindow;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.recording.Folders;
import dev.lanescope.ui.compare.CompareModel;

import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;

/// Hands over the screen of compared runs.
final class CompareHands {

    private final WindowDriver driver;
    private final FxRobot robot;

    CompareHands(WindowDriver driver) {
        this.driver = driver;
        this.robot = driver.robot;
    }

    /// Runs thirty pages under Sequential and by two platform threads, and compares them.
    void compareTwo(Path temp) throws Exception {
        driver.openPages(Folders.withPages(temp, 30));
        run("sequential", 1);
        run("fixed-pool", 2);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        awaitVerdicts(2);
    }

    /// A run under a model.
    void run(String model, int workers) throws Exception {
        onFx(() -> {
            driver.session.modelProperty().set(Models.byId(model).orElseThrow());
            driver.session.workersProperty().set(workers);
        });
        driver.run();
    }

    /// Waits until so many settings are compared and their lanes have their places.
    void awaitVerdicts(int count) throws Exception {
        await("compared", () -> verdictTable().getItems().size() == count);
        await("lanes", () -> robot.lookup("#race").query().getBoundsInLocal().getHeight() > 60);
        await(
                "pages matched",
                () -> robot.lookup("#matched-list .list-cell").tryQuery().isPresent());
    }

    private TableView<?> verdictTable() {
        return robot.lookup("#verdicts").query();
    }

    /// The rows of the table, cell by cell with a bar between them.
    List<String> verdicts() throws Exception {
        return read(() -> {
            TableView<?> table = verdictTable();
            return java.util.stream.IntStream.range(0, table.getItems().size())
                    .mapToObj(row -> row(table, row))
                    .toList();
        });
    }

    private static String row(TableView<?> table, int row) {
        return table.getColumns().stream()
                .skip(1) // the title is drawn
                .map(column -> String.valueOf(((TableColumn<?, ?>) column).getCellData(row)))
                .collect(java.util.stream.Collectors.joining(" | "));
    }

    CompareModel model() {
        return driver.window.comparing();
    }

    /// Lets the focus be on the lanes, where keys are commands.
    void focusLanes() throws Exception {
        onFx(() -> robot.lookup("#race").query().requestFocus());
    }

    /// What is said about the chosen span and page, without the slack, which comes a moment later.
    String picked() {
        return pickedAndSlack().replaceFirst(", slack .*?end( moves)?", "");
    }

    String pickedAndSlack() {
        return robot.lookup("#picked").<Label>query().getText();
    }

    TimeWindow window() throws Exception {
        return read(() -> driver.window.comparing().axis().windowProperty().get());
    }
}
