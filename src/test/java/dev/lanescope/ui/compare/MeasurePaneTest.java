package dev.lanescope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Wait;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.BuildFlags;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people can ask to have measured in the window.
@ExtendWith(ApplicationExtension.class)
@OnScreen
class MeasurePaneTest {

    private final Background background = new Background();
    private final List<StudyPlan> begun = new ArrayList<>();
    private Optional<PythonKeeper> keeper = Optional.empty();

    @Start
    void start(Stage stage) {
        PythonKeeper pythons = new SessionModel(background, Settings.notKept()).pythons();
        keeper = Optional.of(pythons);
        stage.setScene(new Scene(new MeasurePane(pythons, begun::add), 480, 520));
        stage.show();
    }

    @AfterEach
    void close() {
        background.close();
    }

    private static String says(FxRobot robot) {
        return robot.lookup("#measure-says").queryAs(Label.class).getText();
    }

    private static boolean canStart(FxRobot robot) {
        return !robot.lookup("#measure-start").queryButton().isDisabled();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    private static List<String> ids(StudyPlan plan) {
        return plan.models().stream().map(ConcurrencyModel::id).toList();
    }

    private static PythonRuntime runtime(String version, boolean interpreters) {
        return new PythonRuntime(
                version,
                Path.of("python" + version),
                Map.of(),
                version,
                false,
                true,
                false,
                false,
                interpreters,
                interpreters,
                List.of(),
                false,
                BuildFlags.UNTOLD);
    }

    @Test
    void the_models_of_the_jvm_are_held_against_sequential(FxRobot robot) {
        robot.clickOn("#measure-start");
        assertThat(ids(begun.getFirst()))
                .containsExactly("sequential", "fixed-pool", "virtual-threads");
    }

    @Test
    void one_click_asks_which_of_all_models_is_fastest_with_ten_repeats(FxRobot robot) {
        robot.clickOn("#measure-all");
        assertThat(says(robot)).contains("\u00d7 10 rounds").doesNotContain("cannot carry");
        robot.clickOn("#measure-start");
        assertThat(ids(begun.getFirst()))
                .startsWith("sequential")
                .contains("thread-per-page", "event-loop-offload", "isolated", "processes", "gil")
                .hasSizeGreaterThan(12);
        assertThat(begun.getFirst().repeats()).isEqualTo(10);
    }

    @Test
    void the_executors_of_python_are_held_against_pythons_own_on_one_runtime(FxRobot robot) {
        PythonRuntime chosen = runtime("3.14.3", true);
        robot.interact(() -> keeper.orElseThrow().choose(chosen));
        robot.clickOn("#measure-python");
        assertThat(robot.lookup("#measure-cold").query().isVisible()).isFalse();
        robot.clickOn("#measure-python-processes");
        robot.clickOn("#measure-start");
        assertThat(ids(begun.getFirst()))
                .containsExactly("python-sequential", "python-threads", "python-interpreters");
        assertThat(begun.getFirst().models())
                .allSatisfy(model -> assertThat(((PythonModel) model).runtime()).hasValue(chosen));
        robot.clickOn("#measure-jvm");
        robot.clickOn("#measure-start");
        assertThat(ids(begun.getLast())).noneMatch(id -> id.startsWith("python"));
    }

    @Test
    void an_executor_that_the_runtime_does_not_have_is_greyed_out_and_says_why(FxRobot robot) {
        robot.interact(() -> keeper.orElseThrow().choose(runtime("3.11.2", false)));
        robot.clickOn("#measure-python");
        CheckBox interpreters =
                robot.lookup("#measure-python-interpreters").queryAs(CheckBox.class);
        assertThat(interpreters.isDisabled()).isTrue();
        assertThat(interpreters.isSelected()).isFalse();
        assertThat(interpreters.getTooltip().getText())
                .contains("CPython 3.11.2 has no InterpreterPoolExecutor");
        robot.clickOn("#measure-start");
        assertThat(ids(begun.getFirst()))
                .containsExactly("python-sequential", "python-threads", "python-processes");
        robot.interact(() -> keeper.orElseThrow().choose(runtime("3.14.3", true)));
        assertThat(interpreters.isDisabled()).isFalse();
        assertThat(interpreters.isSelected()).as("ticked as before").isTrue();
    }

    @Test
    void that_a_python_is_being_looked_for_is_no_mistake(FxRobot robot) {
        Label says = robot.lookup("#measure-says").queryAs(Label.class);
        robot.interact(() -> {
            robot.lookup("#measure-python").queryAs(ToggleButton.class).fire();
            assertThat(says.getText()).isEqualTo(PythonKeeper.LOOKING);
            assertThat(says.getStyleClass()).contains("text-muted").doesNotContain("text-bad");
            robot.lookup("#measure-repeats").queryAs(TextField.class).setText("none");
            assertThat(says.getStyleClass()).as("this is one").contains("text-bad");
        });
    }

    @Test
    void where_nobody_chose_the_best_python_is_found(FxRobot robot) throws Exception {
        assumeTrue(
                new Runtimes(Workspace.root()).bundled().isThere(),
                "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        robot.clickOn("#measure-python");
        Wait.until(() -> canStart(robot));
        assertThat(robot.lookup("#measure-runtime").queryLabeled().getText())
                .matches("CPython (3\\..*|bundled)");
    }

    @Test
    void a_latency_is_common_to_all_settings(FxRobot robot) {
        type(robot, "#measure-read-latency", "20");
        robot.clickOn("#measure-start");
        assertThat(begun.getFirst().knobs().readLatency()).isEqualTo(Duration.ofMillis(20));
        assertThat(begun.getFirst().knobs().writeLatency()).isZero();
        type(robot, "#measure-write-latency", "a while");
        assertThat(canStart(robot)).isFalse();
        assertThat(says(robot))
                .isEqualTo(
                        "A latency is a number of milliseconds from 0 to 60000; “a while” is"
                                + " none.");
    }
}
