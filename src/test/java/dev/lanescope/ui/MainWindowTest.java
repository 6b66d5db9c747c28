package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.recording.Folders;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.timeline.Chosen;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;

/// The real window, used as a person would: mouse and keys, real folders, real runs.
@OnScreen
class MainWindowTest {

    @TempDir static Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    @Test
    void a_run_that_is_over_stands_in_the_library_and_its_time_adds_up(FxRobot robot)
            throws Exception {
        driver.aRun(temp);
        var record = driver.session.runs().getFirst();
        assertThat(record.done()).isEqualTo(30);
        assertThat(((ListView<?>) robot.lookup("#runs").query()).getItems()).hasSize(1);
        assertThat(driver.texts("#account")).contains("100.0000 %");
        assertThat(driver.texts("#foot")).contains("30 / 30");
        assertThat(driver.timeline().shownProperty().get()).hasValue(record.trace());
    }

    @Test
    void the_speed_up_over_the_sequential_run_is_shown() throws Exception {
        driver.openPages(Folders.withPages(temp, 30));
        choose("sequential");
        driver.run();
        driver.run();
        choose("fixed-pool");
        driver.run();
        assertThat(driver.texts("#runs")).contains("baseline").containsPattern("\\d\\.\\d\\d×");
    }

    private void choose(String model) throws Exception {
        onFx(() -> {
            driver.session.modelProperty().set(Models.byId(model).orElseThrow());
        });
    }

    @Test
    void a_clicked_span_tells_what_it_is_and_opens_its_page(FxRobot robot) throws Exception {
        driver.aRun(temp);
        var lane = driver.session.runs().getFirst().trace().lanes().getFirst();
        int work = firstWork();
        onFx(() -> {
            driver.timeline().choose(new Chosen(0, work));
            driver.timeline().focus();
            driver.timeline().focus();
        });
        Node lanes = robot.lookup("#lanes").query();
        onFx(() -> {
            driver.timeline().clear();
        });
        robot.clickOn(robot.offset(lanes, javafx.geometry.Pos.CENTER, 0, 0));
        var bounds = read(() -> lanes.localToScreen(lanes.getBoundsInLocal()));
        robot.clickOn(bounds.getMinX() + bounds.getWidth() / 2 + 50, bounds.getMinY() + 50);
        await("span chosen", () -> driver.timeline().selectionProperty().get().isPresent());
        String facts = driver.texts("#span");
        assertThat(facts).contains("Worker", "Start", "Duration", "CPU time");
        assertThat(lane.size()).isGreaterThan(10);
        onFx(() -> {
            driver.timeline().choose(new Chosen(0, work));
        });
        robot.clickOn("#open-page");
        assertThat(driver.browsed).hasSize(1);
        assertThat(driver.browsed.getFirst()).isRegularFile().hasExtension("html");
    }

    private int firstWork() {
        var trace = driver.session.runs().getFirst().trace();
        var lane = trace.lanes().getFirst();
        int span = 0;
        while (!lane.span(span).hasItem()) {
            span++;
        }
        return span;
    }

    @Test
    void stop_ends_a_run_and_says_so(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 4000));
        robot.clickOn("#run");
        await(
                "pages done",
                () ->
                        driver.session.activeProperty().get().stream()
                                .anyMatch(run -> run.progress().done() > 0));
        robot.clickOn("#stop");
        await("run stopped", () -> !driver.session.runs().isEmpty());
        assertThat(driver.session.runs().getFirst().isStopped()).isTrue();
        assertThat(driver.texts("#runs")).contains("stopped");
        assertThat(driver.texts("#foot")).contains("when stopped");
    }

    @Test
    void pages_that_failed_are_listed_with_line_and_cause(FxRobot robot) throws Exception {
        Path folder = Folders.withPages(temp, 7);
        Folders.addBrokenPages(folder);
        driver.openPages(folder);
        driver.run();
        assertThat(driver.texts("#notice")).contains("3 pages failed");
        robot.clickOn("#failed");
        assertThat(((TableView<?>) robot.lookup("#failures").query()).getItems()).hasSize(3);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void a_folder_that_cannot_be_rendered_gets_one_clear_sentence(FxRobot robot) throws Exception {
        Path empty = Files.createDirectories(temp.resolve("empty"));
        driver.open(empty);
        await("refused", () -> driver.session.contentProperty().get() instanceof Content.Refused);
        assertThat(driver.texts("#notice")).contains(empty.toString());
        assertThat(robot.lookup("#run").query().isDisabled()).isTrue();
    }

    @Test
    void a_model_with_one_possible_number_of_workers_greys_them_out(FxRobot robot)
            throws Exception {
        choose("sequential");
        assertThat(robot.lookup("#workers-number").query().isDisabled()).isTrue();
        choose("fixed-pool");
        assertThat(robot.lookup("#workers-number").query().isDisabled()).isFalse();
        robot.doubleClickOn("#workers-number").write("5\n");
        assertThat(driver.session.effectiveWorkers()).isEqualTo(5);
    }

    @Test
    void a_typed_number_of_workers_counts_before_it_is_confirmed(FxRobot robot) throws Exception {
        robot.doubleClickOn("#workers-number").write("7");
        assertThat(driver.session.effectiveWorkers()).isEqualTo(7);
    }

    @Test
    void while_java_warms_up_a_speed_up_is_not_presented_as_a_fact() throws Exception {
        driver.openPages(Folders.withPages(temp, 30));
        choose("sequential");
        driver.run();
        choose("fixed-pool");
        driver.run();
        boolean warm =
                driver.session.runs().getLast().trace().info().temperature()
                        == RunInfo.Temperature.WARM;
        assertThat(driver.texts("#runs").contains("~")).isEqualTo(!warm);
    }

    @Test
    void a_trace_is_saved_and_can_be_read_again(FxRobot robot) throws Exception {
        driver.aRun(temp);
        Path file = temp.resolve("saved.lanes");
        driver.fileToSave = java.util.Optional.of(file);
        robot.clickOn("#runs .list-cell", MouseButton.SECONDARY).clickOn("Save the trace …");
        await("saved", () -> Files.exists(file));
        assertThat(TraceFile.read(file).endNanos())
                .isEqualTo(driver.session.runs().getFirst().trace().endNanos());
    }
}
