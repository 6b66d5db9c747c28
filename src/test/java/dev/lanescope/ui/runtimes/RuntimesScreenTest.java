package dev.lanescope.ui.runtimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Wait;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.concurrency.releases.Release;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/// The screen of runtimes: the runtimes, their names, and what came when.
@ExtendWith(ApplicationExtension.class)
@OnScreen
class RuntimesScreenTest {

    private final Background background = new Background();
    private Optional<PythonKeeper> keeper = Optional.empty();

    @Start
    void start(Stage stage) {
        PythonKeeper pythons = new SessionModel(background, Settings.notKept()).pythons();
        keeper = Optional.of(pythons);
        var screen = new RuntimesScreen(pythons);
        screen.setShown(true);
        stage.setScene(new Scene(screen, 900, 640));
        stage.show();
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        assumeTrue(
                new Runtimes(Workspace.root()).bundled().isThere(),
                "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        Wait.until(() -> !table(robot, "runtimes").getItems().isEmpty());
    }

    @AfterEach
    void close() {
        background.close();
    }

    private static TableView<?> table(FxRobot robot, String name) {
        return robot.lookup("#" + name + "-table").queryTableView();
    }

    private static List<String> column(TableView<?> table, String head) {
        TableColumn<?, ?> column =
                table.getColumns().stream()
                        .filter(each -> each.getText().equals(head))
                        .findFirst()
                        .orElseThrow();
        return java.util.stream.IntStream.range(0, table.getItems().size())
                .mapToObj(row -> String.valueOf(column.getCellData(row)))
                .toList();
    }

    @Test
    void each_python_is_asked_for_its_names_when_somebody_wants_to_know(FxRobot robot)
            throws Exception {
        assertThat(table(robot, "names").getItems()).isEmpty();
        robot.clickOn("#runtimes-view-names");
        Wait.until(() -> !table(robot, "names").getItems().isEmpty());
        TableView<?> names = table(robot, "names");
        List<String> heads = names.getColumns().stream().map(TableColumn::getText).toList();
        assertThat(heads).startsWith("Name").contains(Runtimes.COMES_ALONG);
        List<String> all = column(names, "Name");
        List<String> bundled = column(names, Runtimes.COMES_ALONG);
        assertThat(bundled.get(all.indexOf("concurrent.interpreters"))).isEqualTo("yes");
        assertThat(bundled.get(all.indexOf("interpreters.Queue"))).isEqualTo("-");
        assertThat(all.getLast()).isEqualTo("multiprocessing starts by");
        assertThat(robot.lookup("#names-state").queryAs(Label.class).getText())
                .startsWith("Each was looked up now");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Python here is a shell script")
    void one_that_did_not_answer_is_asked_again_by_whoever_looks_again(
            FxRobot robot, @TempDir Path temp) throws Exception {
        Path script = temp.resolve("python3");
        PythonRuntime bundled = new Runtimes(Workspace.root()).unpacked();
        var found = FXCollections.observableArrayList(lyingAt(script, bundled));
        var made = new FutureTask<>(() -> new NamesView(keeper.orElseThrow(), found));
        robot.interact(made);
        NamesView view = made.get();
        robot.interact(view::ask);
        Wait.until(() -> words(view).contains("is left out"));
        Files.writeString(script, "#!/bin/sh\nexec '" + bundled.executable() + "' \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        robot.interact(view::ask);
        Wait.until(() -> words(view).startsWith("Each was looked up now"));
        assertThat(((TableView<?>) view.lookup("#names-table")).getItems()).isNotEmpty();
    }

    private static PythonRuntime lyingAt(Path executable, PythonRuntime like) {
        return new PythonRuntime(
                "elsewhere",
                executable,
                like.environment(),
                like.version(),
                like.freeThreaded(),
                like.gil(),
                like.jitAvailable(),
                like.jitEnabled(),
                like.interpreters(),
                like.interpreterPool(),
                like.libraries(),
                false,
                like.flags());
    }

    private static String words(NamesView view) {
        return ((Label) view.lookup("#names-state")).getText();
    }

    @Test
    void what_is_here_stands_out_among_what_came_when(FxRobot robot) {
        robot.clickOn("#runtimes-view-releases");
        TableView<?> releases = table(robot, "releases");
        assertThat(releases.getItems()).hasSameSizeAs(Release.all());
        List<String> titles = column(releases, "Release");
        List<String> here = column(releases, "Here");
        assertThat(here.get(titles.indexOf("CPython 3.14"))).contains(Runtimes.COMES_ALONG);
        assertThat(here.get(titles.indexOf("JDK " + Runtime.version().feature())))
                .isEqualTo("this app runs on it");
        assertThat(here.get(titles.indexOf("JDK 21"))).isEmpty();
        assertThat(robot.lookup(".release-mark-here").queryAll())
                .hasSize((int) here.stream().filter(words -> !words.isEmpty()).count());
        assertThat(robot.lookup("#releases-strip").query().getAccessibleText())
                .contains("JDK 21, 2023-09: virtual threads (JEP 444)");
    }
}
