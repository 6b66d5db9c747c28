package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.TraceFile;

import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/// Notes on an opened trace go back into its file; where they cannot, the window says so and asks
/// before it closes.
@OnScreen
class KeptNotesTest extends OnThreeLanes {

    private static final Note SLOW = new Note(40_000_000, 240_000_000, "slow", List.of(1));

    private Path file() {
        return temp.resolve("known.lanescope");
    }

    private List<Note> shown() {
        return driver.session.runs().getFirst().trace().notes();
    }

    private boolean isUnsaved() {
        return !driver.session.notes().unsaved().isEmpty();
    }

    private void note(FxRobot robot) throws Exception {
        hands.drag(1, 41, 1, 239);
        robot.push(KeyCode.SHIFT, KeyCode.M);
        await("asked", () -> robot.lookup("#note").tryQuery().isPresent());
        onFx(() -> { // the headless platform gives pop-overs no keys
            TextField words = robot.lookup("#note").query();
            words.setText("slow");
            words.fireEvent(new ActionEvent());
        });
        await("kept in the window", () -> shown().equals(List.of(SLOW)));
    }

    private void assertNothingElseIn(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void a_note_is_in_the_file_a_moment_later_and_so_is_what_is_deleted(FxRobot robot)
            throws Exception {
        note(robot);
        await("saved", () -> !isUnsaved());
        assertThat(TraceFile.read(file()).notes()).containsExactly(SLOW);
        assertThat(TraceFile.read(file()).spans()).isEqualTo(KnownTraces.threeLanes().spans());
        robot.type(KeyCode.DELETE);
        await("saved again", () -> shown().isEmpty() && !isUnsaved());
        assertThat(TraceFile.read(file()).notes()).isEmpty();
        assertNothingElseIn(temp);
        assertThat(read(() -> driver.window.closing().mayClose())).isTrue();
        assertThat(driver.questions).isEmpty();
    }

    @Test
    void a_file_that_somebody_else_has_written_meanwhile_is_left_alone(FxRobot robot)
            throws Exception {
        byte[] theirs = Files.readAllBytes(file());
        Files.setLastModifiedTime(file(), FileTime.fromMillis(1_000_000));
        note(robot);
        await("said", () -> driver.session.noticeProperty().get().isPresent());
        assertThat(driver.session.noticeProperty().get().orElseThrow().sentence())
                .contains("known.lanescope has changed since it was opened", "stay in this window");
        assertThat(Files.readAllBytes(file())).isEqualTo(theirs);
        assertThat(isUnsaved()).isTrue();
        assertThat(read(() -> driver.window.closing().title().getValue())).startsWith("\u2022");
        robot.push(KeyCode.ALT, KeyCode.DIGIT7);
        assertThat(robot.lookup("#unsaved-notes").query().isVisible()).isTrue();
        assertThat(read(() -> driver.window.closing().mayClose())).isFalse();
        assertThat(driver.questions)
                .containsExactly("The notes on run #1 are not saved. Close all the same?");
        driver.answer = true;
        assertThat(read(() -> driver.window.closing().mayClose())).isTrue();
    }

    @Test
    void notes_are_saved_once_the_trace_is_saved_elsewhere(FxRobot robot) throws Exception {
        Files.delete(file());
        note(robot);
        await("said", () -> driver.session.noticeProperty().get().isPresent());
        assertThat(isUnsaved()).isTrue();
        Path other = temp.resolve("other.lanescope");
        onFx(() -> driver.session.save(driver.session.runs().getFirst(), other, TraceFile::write));
        await("saved", () -> !isUnsaved());
        assertThat(TraceFile.read(other).notes()).containsExactly(SLOW);
        assertThat(read(() -> driver.window.closing().title().getValue())).isEqualTo("Lanescope");
    }

    @Test
    void who_would_rather_stay_stays_in_the_window(FxRobot robot) throws Exception {
        Files.delete(file());
        note(robot);
        await("said", () -> driver.session.noticeProperty().get().isPresent());
        Window window = robot.window(0);
        boolean[] ended = {false};
        onFx(() -> {
            driver.window.closing().guard(window, () -> ended[0] = true);
            Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        assertThat(driver.questions).hasSize(1);
        assertThat(window.isShowing()).isTrue();
        assertThat(ended[0]).isFalse();
        driver.answer = true;
        onFx(() ->
                Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(window.isShowing()).isFalse();
        assertThat(ended[0]).isTrue();
    }

    @Test
    void a_note_is_on_its_lane_again_when_its_file_is_opened_again(FxRobot robot) throws Exception {
        note(robot);
        await("saved", () -> !isUnsaved());
        robot.type(KeyCode.ESCAPE);
        onFx(() -> driver.window.open(file()));
        await("opened again", () -> driver.session.runs().size() == 2);
        robot.push(KeyCode.ALT, KeyCode.DIGIT7);
        TableView<Note> table = robot.lookup("#notes").queryTableView();
        await("the note", () -> table.getItems().equals(List.of(SLOW)));
        assertThat(read(() -> table.getColumns().get(2).getCellData(0))).isEqualTo("Worker 2");
        onFx(() -> hands.timeline().notes().select(SLOW));
        assertThat(hands.range()).isEqualTo(new Stretch(40_000_000, 240_000_000, List.of(1)));
    }

    @Test
    void a_note_on_a_moment_is_picked_by_its_bar(FxRobot robot) throws Exception {
        var moment = new Note(100_000_000, 100_000_000, "here");
        onFx(() -> driver.session.notes().annotate(List.of(moment)));
        Point2D place = hands.at(0, 100);
        double bar = driver.onScreen("#lanes").getMinY() + 23;
        robot.clickOn(new Point2D(place.getX() + 2, bar));
        assertThat(hands.range().startNanos()).isEqualTo(100_000_000);
        robot.type(KeyCode.DELETE);
        await("deleted", () -> shown().isEmpty());
    }
}
