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
}
