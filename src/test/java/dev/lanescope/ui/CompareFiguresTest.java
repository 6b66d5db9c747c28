package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.explain.Findings;
import dev.lanescope.analysis.explain.Illness;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.WorkerState;
import dev.lanescope.recording.Folders;
import dev.lanescope.trace.TraceFile;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;

/// What stands below compared lanes: where a page's time went, what a range holds, which spans a
/// part of a stack is, what held a run up and what to do about it.
@OnScreen
class CompareFiguresTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final CompareHands hands = new CompareHands(driver);

    /// The cells of a column, from top to bottom.
    private static List<String> column(TableView<?> table, String head) throws Exception {
        return read(() -> {
            var column =
                    table.getColumns().stream()
                            .filter(each -> each.getText().equals(head))
                            .findFirst()
                            .orElseThrow();
            return java.util.stream.IntStream.range(0, table.getItems().size())
                    .mapToObj(row -> String.valueOf(column.getCellData(row)))
                    .toList();
        });
    }

    @Test
    void a_matched_page_leads_to_its_spans_in_both_runs_and_to_where_its_time_went(FxRobot robot)
            throws Exception {
        hands.compareTwo(temp);
        robot.clickOn("#matched-list .list-cell");
        TableView<?> account = robot.lookup("#page-account").query();
        await("told", () -> account.isVisible() && account.getItems().size() == 2);
        assertThat(column(account, "Work")).allMatch(took -> took.endsWith("s"));
        assertThat(robot.lookup("#align-page").<ToggleButton>query().isSelected()).isTrue();
        String first = hands.picked();
        assertThat(first).contains(" took ");
        onFx(() -> {
            account.requestFocus();
            account.getSelectionModel().select(1);
        });
        robot.type(KeyCode.ENTER);
        await("the other run's span", () -> !hands.picked().equals(first));
    }

    @Test
    void a_range_is_chosen_in_all_runs_and_its_figures_stand_side_by_side(FxRobot robot)
            throws Exception {
        hands.compareTwo(temp);
        hands.focusLanes();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        TableView<?> figures = robot.lookup("#range-figures").query();
        await("counted", () -> figures.isVisible() && figures.getItems().size() == 2);
        assertThat(column(figures, "Pages")).containsOnly("30");
        assertThat(column(figures, "parse")).allMatch(share -> share.endsWith("%"));
        robot.type(KeyCode.ESCAPE);
        await("let go", () -> figures.getItems().isEmpty());
    }

    @Test
    void a_part_of_a_stack_lights_up_its_spans_and_lists_them(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        assertThat(driver.texts("#stack-panel")).contains("✓");
        TableView<?> figures = robot.lookup("#stack-figures").query();
        onFx(() -> {
            figures.requestFocus();
            figures.getSelectionModel().select(0);
        });
        robot.type(KeyCode.ENTER);
        TableView<?> spans = robot.lookup("#lit-spans").query();
        await("listed", () -> spans.getItems().size() > 3);
        assertThat(driver.texts("#compare-lower")).contains("useful work in Platform threads × 2");
        onFx(() -> {
            spans.requestFocus();
            spans.getSelectionModel().select(2);
        });
        robot.type(KeyCode.ENTER);
        await("span told", () -> hands.picked().contains(" of Platform threads × 2"));
        robot.clickOn("#lit-timeline");
        await("timeline", () -> !robot.lookup("#compare").query().isVisible());
        await("span chosen", () -> driver.timeline().selectionProperty().get().isPresent());
        assertThat(read(() -> driver.timeline().chosenSpan().orElseThrow().nanos())).isPositive();
    }

    @Test
    void what_a_run_would_be_without_its_losses_is_replayed_when_asked_for(FxRobot robot)
            throws Exception {
        hands.compareTwo(temp);
        Label words = robot.lookup("#predicted").query();
        robot.clickOn("#stack-shares");
        await("replayed", () -> words.getText().startsWith("Predicted by replay"));
        TableView<?> figures = robot.lookup("#stack-figures").query();
        List<String> names = column(figures, "of the gain");
        assertThat(names).startsWith("with all losses").endsWith("without all");
        assertThat(figures.getAccessibleText()).contains("predicted, not measured");
        onFx(() -> {
            figures.requestFocus();
            figures.getSelectionModel().select(figures.getItems().size() - 1);
        });
        robot.type(KeyCode.ENTER);
        await("told", () -> words.getText().startsWith("Platform threads × 2: "));
        robot.clickOn("#stack-measured");
        await("measured", () -> column(figures, "in lanes").contains("sum"));
    }

    /// Two workers with one parser; on a busy machine they seldom meet at its lock.
    private void runUntilWorkersMeet() throws Exception {
        onFx(() ->
                driver.session
                        .knobsProperty()
                        .set(Knobs.STANDARD.with(WorkerState.SHARED).withCpuWeight(4)));
        boolean met = false;
        for (int time = 0; time < 8 && !met; time++) {
            hands.run("fixed-pool", 2);
            met =
                    Findings.of(driver.session.runs().getFirst().trace()).stream()
                            .anyMatch(finding -> finding.illness() == Illness.LOCK);
        }
        assertThat(met).isTrue();
    }

    @Test
    void a_finding_shows_its_place_and_its_setting_is_run_at_a_press(FxRobot robot)
            throws Exception {
        driver.openPages(Folders.withPages(temp, 120));
        hands.run("sequential", 1);
        runUntilWorkersMeet();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await("compared", () -> hands.model().race() != null);
        var both = List.of(driver.session.runs().getFirst(), driver.session.runs().getLast());
        int before = driver.session.runs().size();
        onFx(() -> driver.window.chosenRuns().choose(both));
        hands.awaitVerdicts(2);
        ListView<?> findings = robot.lookup("#findings").query();
        await("explained", () -> !findings.getItems().isEmpty());
        robot.clickOn("#compare-findings");
        robot.clickOn("#findings .show-finding");
        await("shown", () -> robot.lookup(".range-band").query().isVisible());
        Button run =
                robot.lookup("#findings .run-finding").<Button>queryAll().stream()
                        .filter(each -> each.getAccessibleText().contains("--state per-worker"))
                        .findFirst()
                        .orElseThrow();
        onFx(run::fire);
        await("run", () -> driver.session.runs().size() == before + 1);
        var experiment = driver.session.runs().getFirst().experiment().orElseThrow();
        assertThat(experiment.knobs()).isEqualTo(Knobs.STANDARD.withCpuWeight(4));
        assertThat(experiment.model().id()).isEqualTo("fixed-pool");
        assertThat(driver.window.chosenRuns().property().get()).hasSize(3);
    }

    @Test
    void the_inspector_of_one_run_tells_its_findings_too(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 120));
        runUntilWorkersMeet();
        await(
                "told",
                () ->
                        robot.lookup("#run-findings .run-finding").<Button>queryAll().stream()
                                .anyMatch(each ->
                                        each.getAccessibleText().contains("--state per-worker")));
        Button show = robot.lookup("#run-findings .show-finding").queryButton();
        onFx(show::fire);
        await("selected", () -> driver.timeline().rangeProperty().get().isPresent());
        robot.type(KeyCode.ESCAPE);
        await("back", () -> robot.lookup("#run-findings .run-finding").tryQuery().isPresent());
        Button run =
                robot.lookup("#run-findings .run-finding").<Button>queryAll().stream()
                        .filter(each -> each.getAccessibleText().contains("--state per-worker"))
                        .findFirst()
                        .orElseThrow();
        onFx(run::fire);
        await("run", () -> driver.session.runs().size() == 2);
        assertThat(driver.session.runs().getFirst().experiment().orElseThrow().knobs())
                .isEqualTo(Knobs.STANDARD.withCpuWeight(4));
    }

    @Test
    void a_trace_that_is_dropped_on_compared_runs_is_compared_too(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        Path file = temp.resolve("third.lanescope");
        TraceFile.write(driver.session.runs().getFirst().trace(), file);
        onFx(() -> driver.window.open(file));
        await("opened", () -> driver.session.runs().size() == 3);
        await("compared", () -> driver.window.chosenRuns().property().get().size() == 3);
        assertThat(robot.lookup("#compare").<Node>query().isVisible()).isTrue();
    }
}
