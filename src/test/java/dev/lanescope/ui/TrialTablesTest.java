package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Children;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.isolated.Interpreters;
import dev.lanescope.lab.Figure;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.recording.Folders;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;

/// The tables of faults and costs in the real window, filled by real processes.
@ResourceLock(Children.OF_THIS_JVM)
@ResourceLock(OnScreen.THE_SCREEN)
class TrialTablesTest {

    private static final String NOT_MEASURED = "not measured";

    @TempDir static Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    @AfterEach
    void close() throws Exception {
        onFx(driver::close);
        awaitNoProcess();
    }

    @Test
    void costs_are_not_measured_until_somebody_asks_and_closing_ends_it(FxRobot robot)
            throws Exception {
        driver.openPages(Folders.withPages(temp, 10));
        open(robot, "#knobs-costs");
        assertThat(cells(robot, "#costs-table")).containsOnly(NOT_MEASURED, "-");
        assertThat(cells(robot, "#costs-table"))
                .filteredOn("-"::equals)
                .hasSize(figuresOfTheOtherKind());
        assertThat(robot.lookup("#costs-content").<ComboBox<String>>query().getItems())
                .containsExactly("pages-10", "sample content");
        fire(robot, "#costs-begin");
        await("one measured", () -> text(robot, "#costs-state").startsWith("1 of "));
        assertThat(cells(robot, "#costs-table")).contains(NOT_MEASURED).anyMatch(this::isTime);
        onFx(() -> {
            robot.lookup("#costs-table").query().getScene().getWindow().hide();
        });
        awaitNoProcess();
    }

    @Test
    void what_costs_depend_on_is_measured_drawn_and_listed_until_somebody_stops_it(FxRobot robot)
            throws Exception {
        driver.openPages(Folders.withPages(temp, 10));
        open(robot, "#knobs-costs");
        onFx(() -> {
            robot.lookup("#costs-tabs").queryAs(TabPane.class).getSelectionModel().selectLast();
        });
        ComboBox<CurveKind> kinds = robot.lookup("#curves-kind").query();
        assertThat(kinds.getItems()).containsExactly(CurveKind.values());
        onFx(() -> {
            kinds.setValue(CurveKind.PING_PONG);
        });
        assertThat(cells(robot, "#curves-table")).isEmpty();
        Button all = robot.lookup("#costs-begin").query();
        fire(robot, "#curves-begin");
        assertThat(read(all::isDisabled)).isTrue();
        assertThat(read(() -> offOf(all)))
                .isEqualTo(
                        "What costs depend on is being measured; stop that first, or wait for its"
                                + " end.");
        onFx(driver.session::run);
        assertThat(driver.session.isRunning()).isFalse();
        assertThat(driver.session.noticeProperty().get().orElseThrow().sentence())
                .isEqualTo("What costs depend on is being measured; stop that before you run.");
        await("one measured", () -> text(robot, "#curves-state").startsWith("1 of "));
        assertThat(cells(robot, "#curves-table")).contains("1 kB", "1 MB").anyMatch(this::isTime);
        fire(robot, "#curves-stop");
        assertThat(text(robot, "#curves-state")).isEqualTo("Stopped.");
        awaitNoProcess();
        assertThat(read(kinds::isDisabled)).isFalse();
        assertThat(read(all::isDisabled)).isFalse();
        assertThat(read(() -> offOf(all))).isEmpty();
    }

    /// Why a button is off, as its row says.
    private static String offOf(Button begin) {
        return ((Labeled) begin.getParent().lookup("#costs-off")).getText();
    }

    private boolean isTime(String text) {
        return text.matches("[0-9.,]+ (ns|us|ms|s)");
    }

    @Test
    void faults_are_tried_out_case_by_case_until_somebody_stops_it(FxRobot robot) throws Exception {
        open(robot, "#knobs-faults");
        assertThat(cells(robot, "#faults-table"))
                .allMatch(text -> text.isEmpty() || text.equals("-"));
        fire(robot, "#faults-begin");
        await("one tried out", () -> text(robot, "#faults-state").contains(" tried out"));
        assertThat(cells(robot, "#faults-table")).contains("the page");
        fire(robot, "#faults-stop");
        assertThat(text(robot, "#faults-state")).isEqualTo("Stopped.");
        awaitNoProcess();
        assertThat(read(() -> robot.lookup("#faults-begin").query().isDisabled())).isFalse();
    }

    @Test
    void interpreters_are_made_listed_and_ended(FxRobot robot) throws Exception {
        open(robot, "#knobs-interpreters");
        fire(robot, "#interpreters-destroy-all"); // an earlier test may have left some
        await(
                "none",
                () -> robot.lookup("#interpreters-table").queryTableView().getItems().isEmpty());
        fire(robot, "#interpreters-create");
        await("one made", () -> text(robot, "#interpreters-state").startsWith("Made interpreter "));
        assertThat(robot.lookup("#interpreters-table").queryTableView().getItems()).hasSize(1);
        assertThat(cells(robot, "#interpreters-table"))
                .contains("0", "New", "made; nothing is loaded yet");
        onFx(() -> {
            robot.lookup("#interpreters-table").queryTableView().getSelectionModel().select(0);
        });
        fire(robot, "#interpreters-call");
        assertThat(read(() -> robot.lookup("#interpreters-stop").query().isDisabled())).isFalse();
        await("called", () -> text(robot, "#interpreters-state").contains(" went in, "));
        assertThat(text(robot, "#interpreters-state"))
                .matches("interpreter-\\d+ rendered .*\\.md in .*: .* of HTML; .* came out\\.");
        assertThat(read(() -> robot.lookup("#interpreters-stop").query().isDisabled())).isTrue();
        fire(robot, "#queues-create");
        onFx(() -> {
            robot.lookup("#queues-table").queryTableView().getSelectionModel().select(0);
        });
        fire(robot, "#queues-put");
        await("put", () -> text(robot, "#interpreters-state").contains(" It is in queue-"));
        assertThat(cells(robot, "#queues-table")).containsExactly("1", "4");
        fire(robot, "#queues-take");
        await("taken", () -> text(robot, "#interpreters-state").contains(" took "));
        assertThat(cells(robot, "#queues-table")).containsExactly("0", "4");
        fire(robot, "#queues-destroy");
        assertThat(Interpreters.ofThisApp().queues()).isEmpty();
        fire(robot, "#interpreters-destroy-all");
        await("ended", () -> text(robot, "#interpreters-state").startsWith("Ended 1; nothing"));
        assertThat(Interpreters.ofThisApp().list()).isEmpty();
    }

    @Test
    void the_source_of_one_model_or_of_two_is_shown_with_what_is_counted_in_it(FxRobot robot)
            throws Exception {
        open(robot, "#knobs-code");
        TableView<?> models = robot.lookup("#code-models").queryTableView();
        await("read", () -> models.getItems().size() == Models.all().size());
        await("chosen", () -> models.getSelectionModel().getSelectedItems().size() == 1);
        TextArea text = robot.lookup("#code-text-left").query();
        assertThat(text.getText()).contains("public final class FixedPool");
        assertThat(robot.lookup("#code-hash-left").<TextField>query().getText())
                .matches("SHA-256 [0-9a-f]{64}");
        assertThat(robot.lookup("#code-right").query().isVisible()).isFalse();
        onFx(() -> models.getSelectionModel().select(0));
        await("two", () -> robot.lookup("#code-right").query().isVisible());
        assertThat(text.getText()).contains("public final class Sequential");
        assertThat(robot.lookup("#code-text-right").<TextArea>query().getText())
                .contains("public final class FixedPool");
        TableView<?> files = robot.lookup("#code-files-right").queryTableView();
        onFx(() -> files.getSelectionModel().select(2));
        assertThat(robot.lookup("#code-text-right").<TextArea>query().getText())
                .contains("final class PoolCrew");
    }

    private static void open(FxRobot robot, String link) throws Exception {
        robot.clickOn("#knobs");
        onFx(() -> {
            robot.lookup(link).queryAs(Hyperlink.class).fire();
        });
    }

    private static void fire(FxRobot robot, String button) throws Exception {
        onFx(() -> {
            robot.lookup(button).queryAs(Button.class).fire();
        });
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Labeled.class).getText();
    }

    /// The texts of all cells but those of the first column.
    private static List<String> cells(FxRobot robot, String query) throws Exception {
        TableView<?> table = robot.lookup(query).query();
        return read(() -> texts(table));
    }

    private static <T> List<String> texts(TableView<T> table) {
        return table.getItems().stream()
                .flatMap(row ->
                        table.getColumns().stream()
                                .skip(1)
                                .map(column -> (String) column.getCellData(row)))
                .toList();
    }

    /// Those that no model of the JVM has, or none of CPython.
    private static int figuresOfTheOtherKind() {
        return Models.selectable().stream()
                .mapToInt(model -> Figure.values().length - Figure.of(model).size())
                .sum();
    }

    private static void awaitNoProcess() throws Exception {
        await("no process left", () -> ProcessHandle.current().descendants().findAny().isEmpty());
    }
}
