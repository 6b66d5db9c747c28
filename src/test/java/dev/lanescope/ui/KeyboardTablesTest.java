package dev.lanescope.ui;

import static dev.lanescope.ui.Hands.MS;
import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.analysis.ReadingList.Reading;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Note;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is grasped by the mouse on the picture is reached by the keyboard in tables: the JVM's
/// events and the notes.
@OnScreen
class KeyboardTablesTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final Hands hands = new Hands(driver);

    private static void goInto(TableView<?> table) throws Exception {
        onFx(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        assertThat(read(table::isFocused)).isTrue();
    }

    @Test
    void the_events_of_the_jvm_are_listed_and_enter_goes_there(FxRobot robot) throws Exception {
        hands.open(KnownTraces.lanes(3), temp);
        robot.push(KeyCode.ALT, KeyCode.DIGIT6);
        TableView<JvmEvent> table = robot.lookup("#jvm-events").queryTableView();
        await("both stops", () -> table.getItems().size() == 2);
        goInto(table);
        robot.type(KeyCode.ENTER);
        assertThat(hands.start() + hands.width() / 2).isCloseTo(110 * MS, within(1.0));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(hands.start() + hands.width() / 2).isCloseTo(302 * MS, within(1.0));
        assertThat(hands.width())
                .as("near enough to see a stop of 4 ms")
                .isCloseTo(38.4 * MS, within(1.0));
        onFx(() ->
                hands.timeline()
                        .selectRange(
                                Optional.of(new Stretch(0, (long) (200 * MS), List.of(0, 1)))));
        await("only the stop in the selection", () -> table.getItems().size() == 1);
    }

    @Test
    void notes_are_gone_to_changed_and_deleted_without_a_mouse(FxRobot robot) throws Exception {
        var early = new Note(10_000_000, 40_000_000, "early");
        var late = new Note(200_000_000, 250_000_000, "late");
        hands.open(KnownTraces.threeLanes().withNotes(List.of(early, late)), temp);
        robot.push(KeyCode.ALT, KeyCode.DIGIT7);
        TableView<Note> table = robot.lookup("#notes").queryTableView();
        await("both notes", () -> table.getItems().equals(List.of(early, late)));
        goInto(table);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(hands.range().startNanos()).isEqualTo(200_000_000);
        robot.type(KeyCode.F2);
        await("asked", () -> robot.lookup("#note").tryQuery().isPresent());
        onFx(() -> { // the headless platform gives pop-overs no keys
            TextField words = robot.lookup("#note").query();
            assertThat(words.getText()).isEqualTo("late");
            words.setText("later");
            words.fireEvent(new ActionEvent());
        });
        var later = new Note(200_000_000, 250_000_000, "later");
        await("changed", () -> table.getItems().equals(List.of(early, later)));
        assertThat(read(() -> driver.session.runs().getFirst().trace().notes()))
                .containsExactly(early, later);
        assertThat(read(table::isFocused)).isTrue();
        robot.type(KeyCode.DELETE);
        await("deleted", () -> table.getItems().equals(List.of(early)));
    }

    /// 400 ns on one lane, in which a queue of three pages was emptied.
    private static Snapshot counted() {
        return Traces.counting(400, 10, 3, 100, 2, 200, 1, 300, 0);
    }

    @Test
    void readings_in_view_are_listed_gone_to_and_copied(FxRobot robot) throws Exception {
        hands.open(counted(), temp);
        robot.push(KeyCode.ALT, KeyCode.DIGIT9);
        TableView<Reading> table = robot.lookup("#readings").queryTableView();
        await("all readings", () -> table.getItems().size() == 4);
        goInto(table);
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(read(() -> hands.timeline().cursorProperty().get())).hasValue(100);
        copy(robot, "CSV");
        assertThat(clipboard())
                .isEqualTo(
                        String.join(
                                "\r\n",
                                "counter,time_ns,value,unit",
                                "queue,10,3,",
                                "queue,100,2,",
                                "queue,200,1,",
                                "queue,300,0,",
                                ""));
        onFx(() -> hands.timeline().selectRange(Optional.of(new Stretch(150, 250, List.of(0)))));
        await("what held in the selection", () -> table.getItems().size() == 2);
        copy(robot, "Copy");
        assertThat(clipboard())
                .contains(
                        "counter  time_ns  value  unit",
                        "queue        100      2",
                        "queue        200      1");
        onFx(() -> robot.lookup("#find-counter").<TextField>query().setText("heap"));
        await("no such counter", () -> table.getItems().isEmpty());
    }

    private static void copy(FxRobot robot, String how) throws Exception {
        onFx(() ->
                robot
                        .from(robot.lookup("#lower-views").<Node>query())
                        .lookup(".button")
                        .<Button>queryAll()
                        .stream()
                        .filter(button -> button.getText().equals(how) && isShown(button))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    private static String clipboard() throws Exception {
        return read(() -> Clipboard.getSystemClipboard().getString());
    }
}
