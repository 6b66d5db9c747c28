package dev.lanescope.ui;

import static dev.lanescope.ui.Hands.MS;
import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanescope.chart.Arrangement;
import dev.lanescope.chart.LaneGrouping;
import dev.lanescope.chart.LaneOrder;
import dev.lanescope.chart.Rows;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;

/// The walkthrough, fifth part: arranging lanes, and going from stop to stop of the JVM.
@OnScreen
class LaneGesturesTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final Hands hands = new Hands(driver);

    @BeforeEach
    void open() throws Exception {
        hands.open(KnownTraces.lanes(3), temp);
    }

    private Rows rows() throws Exception {
        return read(() -> hands.timeline().arrangement().rows());
    }

    private List<Integer> order() throws Exception {
        return rows().ownLanes().boxed().toList();
    }

    @Test
    @Gesture("Pin the lane, or let it go")
    void p_pins_the_lane_of_the_chosen_span_on_top(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(2, 50)).type(KeyCode.P);
        assertThat(order()).containsExactly(2, 0, 1);
        assertThat(rows().isPinned(2)).isTrue();
        robot.type(KeyCode.P);
        assertThat(order()).containsExactly(0, 1, 2);
    }

    @Test
    @Gesture({"Hide the lane", "Hide all other lanes", "Show hidden lanes"})
    void h_hides_the_lane_shift_h_all_others_and_alt_h_brings_them_back(FxRobot robot)
            throws Exception {
        robot.clickOn(hands.at(1, 50)).type(KeyCode.H);
        assertThat(order()).containsExactly(0, 2);
        robot.push(KeyCode.ALT, KeyCode.H);
        assertThat(order()).containsExactly(0, 1, 2);
        robot.push(KeyCode.SHIFT, KeyCode.H);
        assertThat(order()).containsExactly(1);
        robot.push(KeyCode.ALT, KeyCode.H);
        assertThat(order()).containsExactly(0, 1, 2);
    }

    @Test
    @Gesture({"Move the lane up", "Move the lane down", "Reorder"})
    void lanes_are_moved_by_keys_and_by_dragging_their_heads(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(1, 50));
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(order()).containsExactly(1, 0, 2);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(order()).containsExactly(0, 1, 2);
        robot.drag(hands.head(2), MouseButton.PRIMARY).dropTo(hands.head(0).add(0, -12));
        assertThat(order()).containsExactly(2, 0, 1);
    }

    @Test
    @Gesture("All of this")
    void a_right_click_on_a_head_opens_the_menu_of_its_lane(FxRobot robot) throws Exception {
        robot.clickOn(hands.head(1), MouseButton.SECONDARY);
        await("menu", () -> robot.lookup("#lane-menu").tryQuery().isPresent());
        robot.clickOn("Pin Worker 2 on top");
        assertThat(order()).containsExactly(1, 0, 2);
    }

    @Test
    @Gesture("Filter the lanes")
    void lanes_are_filtered_by_typing_and_escape_brings_all_back(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        await("field", () -> robot.lookup("#lane-filter").query().isFocused());
        robot.write("m-2");
        assertThat(order()).containsExactly(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(order()).containsExactly(0, 1, 2);
    }

    @Test
    @Gesture({
        "Sort lanes: As in the run",
        "Sort lanes: Name",
        "Sort lanes: Busy share",
        "Sort lanes: Finish, last first",
        "Sort lanes: By hand"
    })
    void the_palette_sorts_lanes(FxRobot robot) throws Exception {
        for (LaneOrder order : LaneOrder.values()) {
            hands.command("Sort lanes: " + order.label());
            assertThat(read(() -> wanted().order())).isEqualTo(order);
        }
        robot.drag(hands.head(2), MouseButton.PRIMARY).dropTo(hands.head(0).add(0, -12));
        hands.command("Sort lanes: " + LaneOrder.BUSY.label());
        assertThat(order()).as("the first one worked most").containsExactly(0, 1, 2);
    }

    @Test
    void the_heat_map_below_has_the_same_order(FxRobot robot) throws Exception {
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        Node heat = robot.lookup("#heat-map").query();
        await("drawn", () -> heat.getAccessibleText().contains("in view"));
        robot.clickOn(hands.at(2, 50)).type(KeyCode.P);
        await("the pinned lane is in its first row", () -> firstRow(heat).startsWith("Worker 3,"));
        robot.type(KeyCode.P);
        await("the first lane is back there", () -> firstRow(heat).startsWith("Worker 1,"));
    }

    /// What the heat map says of the first cell of its first row.
    private static String firstRow(Node heat) {
        heat.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, false, false));
        return heat.getAccessibleText();
    }

    private Arrangement wanted() {
        return hands.timeline().arrangement().wantedProperty().get();
    }

    @Test
    @Gesture({
        "Group lanes: Model",
        "Group lanes: Process or part",
        "Group lanes: No groups",
        "Collapse all groups",
        "Expand all groups"
    })
    void groups_are_made_by_the_palette_and_collapsed_by_keys(FxRobot robot) throws Exception {
        for (LaneGrouping grouping : LaneGrouping.values()) {
            hands.command("Group lanes: " + grouping.label());
            assertThat(read(() -> wanted().grouping())).isEqualTo(grouping);
        }
        hands.command("Group lanes: " + LaneGrouping.MODEL.label());
        assertThat(rows().groups()).hasSize(1);
        robot.push(KeyCode.SHIFT, KeyCode.C);
        assertThat(rows().count()).as("one row for all").isEqualTo(1);
        robot.type(KeyCode.C);
        assertThat(order()).containsExactly(0, 1, 2);
    }

    @Test
    @Gesture({"Veil over stops of the JVM", "Next stop of the JVM", "Previous stop of the JVM"})
    void j_goes_from_stop_to_stop_and_g_lifts_the_veil(FxRobot robot) throws Exception {
        hands.pinch(8);
        hands.hold(KeyCode.A, 60);
        robot.type(KeyCode.J);
        assertThat(middle()).isCloseTo(110 * MS, within(1.0));
        robot.type(KeyCode.J);
        assertThat(middle()).isCloseTo(302 * MS, within(1.0));
        robot.push(KeyCode.SHIFT, KeyCode.J);
        assertThat(middle()).isCloseTo(110 * MS, within(1.0));
        assertThat(read(() -> hands.timeline().stops().shownProperty().get())).isTrue();
        robot.type(KeyCode.G);
        assertThat(read(() -> hands.timeline().stops().shownProperty().get())).isFalse();
    }

    private double middle() throws Exception {
        return hands.start() + hands.width() / 2;
    }
}
