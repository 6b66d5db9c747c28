package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.Claims;
import dev.lanescope.claims.evidence.ClaimCard;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.recording.Folders;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;

/// What others claimed, in the real window.
@OnScreen
class ClaimsScreenTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final Hands hands = new Hands(driver);

    private ListView<ClaimCard> list(FxRobot robot) {
        return robot.lookup("#claim-list").query();
    }

    private void open(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 60));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        await("cards", () -> list(robot).getItems().size() == Claims.all().size());
    }

    private void choose(FxRobot robot, String id) throws Exception {
        onFx(() ->
                list(robot).getItems().stream()
                        .filter(card -> card.claim().id().equals(id))
                        .forEach(list(robot).getSelectionModel()::select));
        await("looked at", () -> words(robot).equals(words(id)));
    }

    /// What stands on the right, asked on the FX thread.
    private static String words(FxRobot robot) {
        return robot.lookup("#claim-words").<Label>query().getText();
    }

    private static int answers(FxRobot robot) {
        return robot.lookup("#advice-path").<Pane>query().getChildren().size();
    }

    private static String words(String id) {
        return Claims.byId(id).orElseThrow().words();
    }

    private ClaimCard card(FxRobot robot, String id) {
        return list(robot).getItems().stream()
                .filter(each -> each.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Gesture("See what others claimed")
    void each_claim_is_a_card_with_its_source_its_rule_and_its_test(FxRobot robot)
            throws Exception {
        open(robot);
        choose(robot, "isolated-10-20-jvm");
        assertThat(driver.texts("#claims"))
                .contains("Claimed by: Bengal")
                .contains("Not measured here yet: isolated against fixed-pool.")
                .contains("from 1.10 to 1.20 times as fast")
                .contains("5 repeats in turns");
        assertThat(read(() -> robot.lookup("#test-claim").query().isDisabled())).isFalse();
        assertThat(read(() -> robot.lookup("#claim-intervals").query().isVisible())).isFalse();
    }

    @Test
    void the_ticked_runs_of_the_session_count(FxRobot robot) throws Exception {
        open(robot);
        for (String model : new String[] {"fixed-pool", "gil"}) {
            onFx(() -> {
                driver.session.modelProperty().set(Models.byId(model).orElseThrow());
                driver.session.workersProperty().set(Runtime.getRuntime().availableProcessors());
                driver.session.run();
            });
            await("over", () -> !driver.session.isRunning());
        }
        await("read", () -> !card(robot, "no-lock-jvm").readings().isEmpty());
        assertThat(card(robot, "no-lock-jvm").state().why()).contains("too few for an interval");
        choose(robot, "no-lock-jvm");
        assertThat(driver.texts("#claims")).contains("1 repeat").contains("From: ");
        assertThat(read(() -> robot.lookup("#claim-intervals").query().isVisible())).isTrue();
    }

    /// Its runs stand in the library, and what they say outlives the window.
    @Test
    @Gesture("Test the claim that is looked at")
    void one_button_tests_it_by_an_ordinary_study_and_keeps_what_came_out(FxRobot robot)
            throws Exception {
        open(robot);
        choose(robot, "no-lock-jvm");
        hands.command("Test the claim that is looked at");
        await("runs", () -> driver.session.runs().size() >= 15);
        await("decided", () -> !card(robot, "no-lock-jvm").readings().isEmpty());
        await("kept", () -> !driver.evidence.read().evidence().isEmpty());
        assertThat(driver.evidence.read().evidence().getFirst().pages()).isEqualTo(60);
        assertThat(card(robot, "no-lock-jvm").readings().getFirst().repeats()).isEqualTo(5);
        assertThat(card(robot, "gil-threads-jvm").readings())
                .as("the same runs bear on another claim")
                .hasSize(1);
        robot.clickOn("#claim-runs");
        await("compared", () -> robot.lookup("#compare").<Node>query().isVisible());
    }

    @Test
    void a_folder_too_small_says_so_and_cannot_be_tested(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 2));
        robot.clickOn("#screen-claims");
        await("cards", () -> list(robot).getItems().size() == Claims.all().size());
        choose(robot, "gil-threads-jvm");
        assertThat(card(robot, "gil-threads-jvm").state().word()).isEqualTo("not testable");
        assertThat(read(() -> robot.lookup("#test-claim").query().isDisabled())).isTrue();
    }

    @Test
    void the_decision_tree_stops_where_nothing_was_measured_and_goes_on_with_a_run_of_one(
            FxRobot robot) throws Exception {
        open(robot);
        assertThat(driver.texts("#advice")).contains("Do pages mostly compute?", "not known yet");
        onFx(() -> {
            driver.session.modelProperty().set(Models.byId("sequential").orElseThrow());
            driver.session.run();
        });
        await("answered", () -> answers(robot) > 2);
        assertThat(driver.texts("#advice")).containsPattern("compute\\? \\| (yes|no) \\| ");
    }

    @Test
    @Gesture("Look at the next claim")
    void the_next_claim_can_be_reached_by_command(FxRobot robot) throws Exception {
        open(robot);
        choose(robot, "gil-threads");
        hands.command("Look at the next claim");
        await("next", () -> words(robot).equals(words("gil-threads-jvm")));
        assertThat(list(robot).getSelectionModel().getSelectedItem().claim().id())
                .isEqualTo("gil-threads-jvm");
    }

    private static String summary(FxRobot robot) {
        return robot.lookup("#table-summary").<Label>query().getText();
    }

    private static Node cell(FxRobot robot, String row, String column) {
        return robot.lookup(".claim-cell").queryAll().stream()
                .filter(each -> each.getAccessibleText().startsWith(row + ", " + column + ": "))
                .findFirst()
                .orElseThrow();
    }

    private void openTable(FxRobot robot, String id) throws Exception {
        open(robot);
        robot.clickOn("#claim-view-tables");
        await("tables", () -> robot.lookup("#claim-table-" + id).tryQuery().isPresent());
        robot.clickOn("#claim-table-" + id);
        await("filled", () -> !robot.lookup(".claim-cell").queryAll().isEmpty());
    }

    @Test
    @Gesture({"See claims as cards, tables, or the guide", "Look at the next table of others"})
    void tables_of_others_have_a_cell_for_each_row_and_column(FxRobot robot) throws Exception {
        open(robot);
        hands.command("See claims as cards, tables, or the guide");
        await("9 rows", () -> robot.lookup(".claim-cell").queryAll().size() == 27);
        assertThat(driver.texts("#claims"))
                .contains("Drawn by Bengal")
                .contains("not measured")
                .contains("n/a because its workers share the heap");
        hands.command("Look at the next table of others");
        await("7 rows", () -> robot.lookup(".claim-cell").queryAll().size() == 21);
        hands.command("Look at the next table of others");
        await("6 by 6", () -> robot.lookup(".claim-cell").queryAll().size() == 36);
        hands.command("Look at the next table of others");
        await("7 by 4", () -> robot.lookup(".claim-cell").queryAll().size() == 28);
        hands.command("Look at the next table of others");
        await("4 by 2", () -> robot.lookup(".claim-cell").queryAll().size() == 8);
        hands.command("Look at the next table of others");
        await("chart", () -> robot.lookup("#overhead-plot").<Node>query().isVisible());
        assertThat(read(() -> robot.lookup("#overhead-plot").query().getAccessibleText()))
                .contains("a target of 10 %", "Isolated workers of the JVM not measured");
        hands.command("See claims as cards, tables, or the guide");
        await("guide", () -> robot.lookup("#guide-steps").tryQuery().isPresent());
        hands.command("See claims as cards, tables, or the guide");
        await("cards", () -> robot.lookup("#claim-list").tryQuery().isPresent());
    }

    /// It goes from one experiment to the next, and can be stopped; what was found stays.
    @Test
    @Gesture("Measure what the table misses")
    void one_button_measures_what_a_table_misses_and_stop_ends_it(FxRobot robot) throws Exception {
        openTable(robot, "executors");
        hands.command("Measure what the table misses");
        await("code is counted", () -> !driver.evidence.read().evidence().isEmpty());
        await("told", () -> !summary(robot).startsWith("Here: 0 figures"));
        assertThat(read(() -> cell(robot, "Complexity", "Threads").getAccessibleText()))
                .containsPattern("JVM [0-9,]+ lines of code");
        await(
                "goes on",
                () -> robot.lookup("#table-doing").<Label>query().getText().contains(" of "));
        robot.clickOn("#stop-table");
        await("over", () -> !robot.lookup("#stop-table").<Node>query().isVisible());
        await("nothing runs", () -> !driver.session.measuring().isGoingOn());
        await("can go on", () -> !robot.lookup("#measure-table").query().isDisabled());
    }

    @Test
    void a_cell_is_measured_by_itself_and_leads_to_the_runs_it_comes_from(FxRobot robot)
            throws Exception {
        openTable(robot, "overhead");
        robot.clickOn(cell(robot, "Isolated workers of the JVM", "Longer than without"));
        assertThat(driver.texts("#table-cell"))
                .contains("Isolated workers of the JVM: Longer than without")
                .contains("1 worker, 6 repeats in turns");
        robot.clickOn("#measure-cell");
        await("measured", () -> summary(robot).startsWith("Here: 2 figures"));
        assertThat(driver.evidence.read().evidence()).hasSize(1);
        assertThat(driver.texts("#table-cell")).contains("From: ", "kept as ", "60 pages");
        assertThat(read(() -> robot.lookup("#overhead-plot").query().getAccessibleText()))
                .containsPattern("Isolated workers of the JVM [+\u2212][0-9.]+ % \\(");
        Button runs = robot.lookup(".cell-runs").queryButton();
        onFx(runs::fire); // what stands around it still makes room for its words
        await("compared", () -> robot.lookup("#compare").<Node>query().isVisible());
        assertThat(driver.session.runs()).hasSize(18);
    }
}
