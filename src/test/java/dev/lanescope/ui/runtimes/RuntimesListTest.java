package dev.lanescope.ui.runtimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Wait;
import dev.lanescope.concurrency.cpython.runtime.BuildFlags;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The list of runtimes, as a person uses it.
@ExtendWith(ApplicationExtension.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Pythons here are shell scripts")
@OnScreen
class RuntimesListTest {

    @TempDir Path temp;

    private final Background background = new Background();
    private final List<PythonRuntime> chosen = new ArrayList<>();
    private final ObservableList<PythonRuntime> found = FXCollections.observableArrayList();
    private Optional<RuntimesList> made = Optional.empty();
    private Optional<PythonKeeper> keeper = Optional.empty();

    @Start
    void start(Stage stage) {
        var pythons = new SessionModel(background, Settings.notKept()).pythons();
        pythons.chosenProperty().subscribe(now -> now.ifPresent(chosen::add));
        keeper = Optional.of(pythons);
        var list = new RuntimesList(pythons, found);
        made = Optional.of(list);
        stage.setScene(new Scene(list, 900, 560));
        stage.show();
    }

    private RuntimesList list() {
        return made.orElseThrow();
    }

    @AfterEach
    void close() {
        background.close();
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#runtimes-table").queryTableView();
    }

    /// What stands in a column, from top to bottom.
    private static List<String> cells(FxRobot robot, RuntimeColumn column) {
        TableColumn<?, ?> its = table(robot).getColumns().get(column.ordinal());
        return IntStream.range(0, table(robot).getItems().size())
                .mapToObj(row -> String.valueOf(its.getCellData(row)))
                .toList();
    }

    private static String selected(FxRobot robot) {
        int row = table(robot).getSelectionModel().getSelectedIndex();
        return row < 0 ? "" : cells(robot, RuntimeColumn.NAME).get(row);
    }

    private static void select(FxRobot robot, String name) {
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot)
                    .getSelectionModel()
                    .clearAndSelect(cells(robot, RuntimeColumn.NAME).indexOf(name));
        });
    }

    /// What is told of the one that is looked at.
    private static String details(FxRobot robot) {
        return robot
                .from(robot.lookup("#runtime-details").<Node>query())
                .lookup(".label")
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
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
        robot.interact(() -> list().find());
        Wait.until(() -> !found.isEmpty() && isIdle(robot));
        PythonRuntime best = chosen.getFirst();
        assertThat(found).contains(best);
        assertThat(selected(robot)).isEqualTo(best.id());
        assertThat(robot.lookup("#runtimes-used").queryAs(Label.class).getText())
                .isEqualTo(
                        "The models of Python run on CPython %s (%s)."
                                .formatted(best.id(), best.build()));
        assertThat(details(robot))
                .contains("--runtime " + best.id(), best.executable().toString(), "python-threads");
        assertThat(cells(robot, RuntimeColumn.NAME)).doesNotHaveDuplicates();
        boolean jit = found.stream().anyMatch(PythonRuntime::jitAvailable);
        assertThat(robot.lookup("#runtimes-remarks").queryAs(Label.class).getText())
                .satisfies(words ->
                        assertThat(words.contains("No Python with a JIT was found."))
                                .isEqualTo(!jit));
        PythonRuntime last = found.getLast();
        select(robot, last.id());
        robot.type(KeyCode.ENTER);
        assertThat(chosen).endsWith(last);
    }

    @Test
    void the_jdk_stands_among_them_and_cannot_be_used_as_a_python(FxRobot robot) throws Exception {
        robot.interact(() -> list().find());
        Wait.until(() -> !table(robot).getItems().isEmpty() && isIdle(robot));
        select(robot, "JDK");
        assertThat(details(robot))
                .contains(
                        "the models of the JVM",
                        "yes, on ",
                        "each loads its own",
                        System.getProperty("java.home"));
        assertThat(robot.lookup("#runtimes-use").query().isDisabled()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(chosen).isEmpty();
    }

    @Test
    void a_click_on_a_head_sorts_versions_by_their_numbers(FxRobot robot) {
        robot.interact(() -> found.setAll(like("3.14.7", false), like("3.9.2", true)));
        TableColumn<?, ?> version = table(robot).getColumns().get(RuntimeColumn.VERSION.ordinal());
        robot.interact(() -> {
            version.setSortType(TableColumn.SortType.ASCENDING);
            sortBy(table(robot), version);
        });
        assertThat(cells(robot, RuntimeColumn.VERSION)).startsWith("3.9.2", "3.14.7");
        assertThat(cells(robot, RuntimeColumn.GIL)).startsWith("off", "on");
        assertThat(cells(robot, RuntimeColumn.BUILD)).startsWith("free-threaded", "GIL");
    }

    @SuppressWarnings("unchecked")
    private static <T> void sortBy(TableView<T> table, TableColumn<?, ?> column) {
        table.getSortOrder().setAll(List.of((TableColumn<T, ?>) column));
    }

    private static PythonRuntime like(String version, boolean freeThreaded) {
        return new PythonRuntime(
                version,
                Path.of("/usr/bin/python" + version),
                Map.of(),
                version,
                freeThreaded,
                !freeThreaded,
                false,
                false,
                false,
                false,
                List.of(),
                false,
                BuildFlags.UNTOLD);
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
        robot.interact(() -> list().add(python));
        Wait.until(() -> isIdle(robot));
        assertThat(state(robot)).isEqualTo("CPython 3.15.0 is in the list now, in 3 ways.");
        assertThat(found)
                .extracting(PythonRuntime::id, PythonRuntime::build)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple(
                                "3.15.0t", "free-threaded, no GIL, JIT off"),
                        org.assertj.core.groups.Tuple.tuple(
                                "3.15.0t+gil", "free-threaded build, GIL on, JIT off"),
                        org.assertj.core.groups.Tuple.tuple(
                                "3.15.0t+jit", "free-threaded, no GIL, JIT on"));
        select(robot, "3.15.0t+jit");
        robot.clickOn("#runtimes-use");
        assertThat(chosen.stream().map(PythonRuntime::environment).findFirst())
                .isEqualTo(Optional.of(java.util.Map.of("PYTHON_JIT", "1")));
        assertThat(new Runtimes(Workspace.root()).added()).contains(python);
        robot.clickOn("#runtimes-remove");
        Wait.until(() -> state(robot).endsWith("is forgotten."));
        assertThat(found).isEmpty();
        assertThat(new Runtimes(Workspace.root()).added()).doesNotContain(python);
    }

    @Test
    void what_is_no_python_is_not_added_and_why_is_said(FxRobot robot) throws Exception {
        Path python = python("echo 'Hello there'");
        robot.interact(() -> list().add(python));
        Wait.until(() -> isIdle(robot));
        assertThat(state(robot))
                .contains("python3.14t printed something else than it was asked: 'Hello there'");
        robot.interact(() -> list().add(temp.resolve("nothing")));
        Wait.until(() -> isIdle(robot));
        assertThat(state(robot)).contains("nothing is no program that can be started");
        assertThat(found).isEmpty();
    }
}
