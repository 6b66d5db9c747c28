package dev.lanescope.ui.runtimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Wait;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of runtimes, as a person uses it.
@ExtendWith(ApplicationExtension.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Pythons here are shell scripts")
class RuntimesTableTest {

    @TempDir Path temp;

    private final Background background = new Background();
    private final List<PythonRuntime> chosen = new ArrayList<>();
    private Optional<RuntimesTable> made = Optional.empty();
    private Optional<PythonKeeper> keeper = Optional.empty();
    private boolean closed;

    @Start
    void start(Stage stage) {
        var pythons = new SessionModel(background, Settings.notKept()).pythons();
        pythons.chosenProperty().subscribe(now -> now.ifPresent(chosen::add));
        keeper = Optional.of(pythons);
        var table =
                new RuntimesTable(
                        pythons, FXCollections.observableArrayList(), () -> closed = true);
        made = Optional.of(table);
        stage.setScene(new Scene(table, 820, 420));
        stage.show();
    }

    private RuntimesTable table() {
        return made.orElseThrow();
    }

    @AfterEach
    void close() {
        background.close();
    }

    private static TableView<PythonRuntime> rows(FxRobot robot) {
        return robot.lookup("#runtimes-table").queryTableView();
    }

    private static String state(FxRobot robot) {
        return robot.lookup("#runtimes-state").queryAs(Label.class).getText();
    }

    private static boolean isIdle(FxRobot robot) {
        return !state(robot).startsWith("Asking");
    }

    private Path python(String does) throws Exception {
        Path file = temp.resolve("python3.14t");
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @Test
    void what_is_found_stands_there_with_the_best_and_with_what_is_missing(FxRobot robot)
            throws Exception {
        assumeTrue(
                new Runtimes(Workspace.root()).bundled().isThere(),
                "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        robot.interact(() -> keeper.orElseThrow().wish(_ -> {}));
        Wait.until(() -> !chosen.isEmpty());
        robot.interact(() -> table().find());
        Wait.until(() -> !rows(robot).getItems().isEmpty());
        PythonRuntime best = chosen.getFirst();
        assertThat(rows(robot).getItems()).contains(best);
        Wait.until(() -> best.equals(rows(robot).getSelectionModel().getSelectedItem()));
        assertThat(robot.lookup("#runtimes-machine").queryAs(Label.class).getText())
                .contains(
                        "Java: ", "Virtual threads: yes, on ", "Class loaders: each loads its own");
        assertThat(rows(robot).getItems()).extracting(PythonRuntime::id).doesNotHaveDuplicates();
        boolean jit = rows(robot).getItems().stream().anyMatch(PythonRuntime::jitAvailable);
        assertThat(robot.lookup("#runtimes-remarks").queryAs(Label.class).getText())
                .satisfies(words ->
                        assertThat(words.contains("No Python with a JIT was found."))
                                .isEqualTo(!jit));
        PythonRuntime last = rows(robot).getItems().getLast();
        robot.interact(() -> {
            rows(robot).getSelectionModel().select(last);
            rows(robot).requestFocus();
        });
        robot.type(KeyCode.ENTER);
        assertThat(chosen).endsWith(last);
        assertThat(closed).as("the pop-over goes").isTrue();
    }

    /// `PYTHON_GIL` and `PYTHON_JIT` need a fresh process, so one file is several runtimes.
    @Test
    void one_that_is_added_from_elsewhere_appears_in_all_its_ways(FxRobot robot) throws Exception {
        Path python =
                python(
                        """
                        gil=false; jit=false
                        [ "$PYTHON_GIL" = 1 ] && gil=true
                        [ "$PYTHON_JIT" = 1 ] && jit=true
                        echo '{"lanescope": 1, "implementation": "CPython", "version": "3.15.0",' \
                            '"freeThreaded": true, "gil": '$gil', "jitAvailable": true,' \
                            '"jitEnabled": '$jit'}'
                        """);
        robot.interact(() -> table().add(python));
        Wait.until(() -> isIdle(robot));
        assertThat(state(robot)).isEqualTo("CPython 3.15.0 is in the list now, in 3 ways.");
        assertThat(rows(robot).getItems())
                .extracting(PythonRuntime::id, PythonRuntime::build)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple(
                                "3.15.0t", "free-threaded, no GIL, JIT off"),
                        org.assertj.core.groups.Tuple.tuple(
                                "3.15.0t+gil", "free-threaded build, GIL on, JIT off"),
                        org.assertj.core.groups.Tuple.tuple(
                                "3.15.0t+jit", "free-threaded, no GIL, JIT on"));
        robot.interact(() -> rows(robot).getSelectionModel().select(2));
        robot.clickOn("#runtimes-use");
        assertThat(chosen.stream().map(PythonRuntime::environment).findFirst())
                .isEqualTo(Optional.of(java.util.Map.of("PYTHON_JIT", "1")));
        assertThat(new Runtimes(Workspace.root()).added()).contains(python);
        robot.clickOn("#runtimes-remove");
        Wait.until(() -> state(robot).endsWith("is forgotten."));
        assertThat(rows(robot).getItems()).isEmpty();
        assertThat(new Runtimes(Workspace.root()).added()).doesNotContain(python);
    }

    @Test
    void what_is_no_python_is_not_added_and_why_is_said(FxRobot robot) throws Exception {
        Path python = python("echo 'Hello there'");
        robot.interact(() -> table().add(python));
        Wait.until(() -> isIdle(robot));
        assertThat(state(robot))
                .contains("python3.14t printed something else than it was asked: 'Hello there'");
        robot.interact(() -> table().add(temp.resolve("nothing")));
        Wait.until(() -> isIdle(robot));
        assertThat(state(robot)).contains("nothing is no program that can be started");
        assertThat(rows(robot).getItems()).isEmpty();
    }
}
