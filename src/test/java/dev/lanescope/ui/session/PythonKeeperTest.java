package dev.lanescope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Wait;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Background;

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

/// The CPython that somebody chose stays chosen, or is said to be gone.
@ExtendWith(ApplicationExtension.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Pythons here are shell scripts")
@OnScreen
class PythonKeeperTest {

    @TempDir Path temp;

    private final Background background = new Background();
    private final List<String> failures = new ArrayList<>();

    @Start
    void start(Stage stage) {
        stage.show();
    }

    @AfterEach
    void close() {
        background.close();
    }

    /// As after a restart.
    private PythonKeeper keeper() {
        return new PythonKeeper(background, Settings.in(temp.resolve("settings")));
    }

    private Path python(String version) throws Exception {
        Path file = temp.resolve("python3");
        Files.writeString(
                file,
                "#!/bin/sh\necho '{\"lanescope\": 1, \"implementation\": \"CPython\", \"version\": \""
                        + version
                        + "\", \"gil\": true}'\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private void choose(FxRobot robot, Path file) throws Exception {
        PythonRuntime runtime = new Runtimes(Workspace.root()).at(file).getFirst();
        robot.interact(() -> keeper().choose(runtime));
    }

    private PythonKeeper wished(FxRobot robot) {
        PythonKeeper keeper = keeper();
        robot.interact(() -> keeper.wish(why -> failures.add(String.valueOf(why.getMessage()))));
        return keeper;
    }

    private static PythonModel threads() {
        return (PythonModel) Models.byId("python-threads").orElseThrow();
    }

    @Test
    void it_is_the_same_after_a_restart(FxRobot robot) throws Exception {
        Path file = python("3.12.4");
        choose(robot, file);
        PythonKeeper keeper = wished(robot);
        Wait.until(() -> keeper.chosenProperty().get().isPresent());
        assertThat(keeper.chosenProperty().get().orElseThrow().executable()).isEqualTo(file);
        assertThat(failures).isEmpty();
    }

    @Test
    void where_it_is_gone_that_is_said_and_nothing_takes_its_place(FxRobot robot) throws Exception {
        Path file = python("3.12.4");
        choose(robot, file);
        Files.delete(file);
        PythonKeeper keeper = wished(robot);
        Wait.until(() -> !failures.isEmpty());
        assertThat(failures)
                .containsExactly(
                        "CPython 3.12.4 (GIL, no JIT) at "
                                + file
                                + ", which you chose, is not there any more; choose another one.");
        assertThat(keeper.chosenProperty().get()).isEmpty();
        PythonModel model = keeper.onChosen(threads());
        assertThat(model.runtime()).isEmpty();
        assertThat(model.obstacle()).contains(failures.getFirst());
    }

    @Test
    void another_version_in_its_place_is_not_it(FxRobot robot) throws Exception {
        choose(robot, python("3.12.4"));
        python("3.12.11");
        PythonKeeper keeper = wished(robot);
        Wait.until(() -> !failures.isEmpty());
        assertThat(failures.getFirst())
                .contains("which you chose, is CPython 3.12.11 now (GIL, no JIT); choose it again");
        assertThat(keeper.chosenProperty().get()).isEmpty();
    }

    @Test
    void a_model_that_it_cannot_do_stays_on_it_and_says_so(FxRobot robot) throws Exception {
        choose(robot, python("3.12.4"));
        PythonKeeper keeper = wished(robot);
        Wait.until(() -> keeper.chosenProperty().get().isPresent());
        PythonModel model =
                keeper.onChosen((PythonModel) Models.byId("python-interpreters").orElseThrow());
        assertThat(model.runtime()).isEqualTo(keeper.chosenProperty().get());
        assertThat(model.obstacle().orElseThrow()).contains("has no InterpreterPoolExecutor");
    }
}
