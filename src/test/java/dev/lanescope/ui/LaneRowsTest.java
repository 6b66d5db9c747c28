package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.chart.LaneGrouping;
import dev.lanescope.chart.LaneOrder;
import dev.lanescope.chart.Rows;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.LaneArrangement;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.PixelReader;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Arranging lanes in the real window: menus, drags, filter, pins, and the overview that follows.
@OnScreen
class LaneRowsTest {

    private static final int HEAD = 108;
    private static final int AXIS = 22;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    /// Lanes of half a second each that differ in how much of it they worked: lane 0 for one part
    /// in so many, lane 1 for two, and so on.
    private Snapshot show(String... names) throws Exception {
        var states =
                List.of(new State("parse", State.Kind.WORK), new State("idle", State.Kind.IDLE));
        var info =
                new RunInfo(
                        "m", "Many", names.length, "c", 1, Instant.EPOCH, 0, states, List.of("a"));
        var trace = new Trace(info, 1);
        long end = 500_000_000;
        for (int number = 0; number < names.length; number++) {
            Lane lane = trace.lane(number);
            lane.rename(names[number]);
            lane.append(1, 0, 0, Lane.NOT_READ);
            lane.append(end * (number + 1) / (names.length + 1), 1, Lane.NO_ITEM, Lane.NOT_READ);
        }
        trace.finish(end);
        Snapshot snapshot = trace.snapshot(() -> 0);
        onFx(() -> {
            driver.timeline().show(Optional.of(snapshot));
        });
        QuickRobot.settle();
        return snapshot;
    }

    private void showWorkers(int count) throws Exception {
        String[] names = new String[count];
        for (int number = 0; number < count; number++) {
            names[number] = "m-" + (number + 1);
        }
        show(names);
    }

    private LaneArrangement lanes() {
        return driver.timeline().arrangement();
    }

    private List<Integer> order() throws Exception {
        return read(() -> lanes().rows().ownLanes().boxed().toList());
    }

    private void arrange(java.util.function.Consumer<LaneArrangement> how) throws Exception {
        onFx(() -> {
            how.accept(lanes());
        });
        QuickRobot.settle();
    }

    private static Bounds onScreen(FxRobot robot) throws Exception {
        Node pane = robot.lookup("#lanes").query();
        return read(() -> pane.localToScreen(pane.getBoundsInLocal()));
    }

    /// The height on the screen of the middle of a row, none being scrolled away. The rows share
    /// the pane's height.
    private double middle(FxRobot robot, int row) throws Exception {
        Bounds bounds = onScreen(robot);
        double each = (bounds.getHeight() - AXIS) / order().size();
        return bounds.getMinY()
                + AXIS
                + Math.max(38, Math.min(112, Math.floor(each))) * (row + 0.5);
    }

    private void rightClickHead(FxRobot robot, int row) throws Exception {
        robot.clickOn(
                onScreen(robot).getMinX() + HEAD / 2.0, middle(robot, row), MouseButton.SECONDARY);
        await("the menu is there", () -> robot.lookup("#lane-menu").tryQuery().isPresent());
    }

    @Test
    void the_menu_of_a_head_pins_hides_and_moves_its_lane(FxRobot robot) throws Exception {
        showWorkers(4);
        rightClickHead(robot, 2);
        robot.clickOn("Pin Worker 3 on top");
        assertThat(order()).containsExactly(2, 0, 1, 3);
        rightClickHead(robot, 1);
        robot.clickOn("Hide Worker 1");
        assertThat(order()).containsExactly(2, 1, 3);
        rightClickHead(robot, 1);
        robot.clickOn("Move down");
        assertThat(order()).containsExactly(2, 3, 1);
        rightClickHead(robot, 1);
        robot.clickOn("Hide all others");
        assertThat(order()).containsExactly(3);
    }

    @Test
    void a_name_longer_than_the_window_is_whole_in_a_card_that_fits_and_cut_in_the_menu(
            FxRobot robot) throws Exception {
        String name = "m-" + "com.example.site.Server.".repeat(30) + "run";
        show(name, "m-2");
        robot.moveTo(onScreen(robot).getMinX() + HEAD / 2.0, middle(robot, 0));
        Label card = robot.from(robot.lookup("#lanes").<Node>query()).lookup(".plot-card").query();
        await("the card is there", card::isVisible);
        assertThat(card.getText()).isEqualTo(name);
        assertThat(card.getLayoutX() + card.getWidth()).isLessThan(onScreen(robot).getWidth());
        rightClickHead(robot, 0);
        assertThat(read(LaneRowsTest::menuWidth)).isBetween(100.0, 500.0);
        robot.type(KeyCode.ESCAPE);
    }

    private static double menuWidth() {
        return Window.getWindows().stream()
                .filter(window ->
                        window instanceof ContextMenu menu && "lane-menu".equals(menu.getId()))
                .findFirst()
                .orElseThrow()
                .getWidth();
    }

    @Test
    void hidden_lanes_are_counted_and_come_back_with_one_click(FxRobot robot) throws Exception {
        showWorkers(4);
        assertThat(robot.lookup("#show-hidden").query().isVisible()).isFalse();
        arrange(lanes -> lanes.hide(1));
        arrange(lanes -> lanes.hide(2));
        assertThat(((MenuButton) robot.lookup("#lanes-menu").query()).getText())
                .isEqualTo("Lanes  2/4");
        assertThat(texts(robot)).contains("2 hidden lanes");
        robot.clickOn("#show-hidden");
        assertThat(order()).containsExactly(0, 1, 2, 3);
        assertThat(robot.lookup("#lane-filter-bar").query().isVisible()).isFalse();
    }

    @Test
    void a_head_is_dragged_to_where_it_shall_stand(FxRobot robot) throws Exception {
        showWorkers(4);
        double x = onScreen(robot).getMinX() + 40;
        robot.drag(x, middle(robot, 0), MouseButton.PRIMARY)
                .moveTo(x, middle(robot, 1))
                .dropTo(x, middle(robot, 2) + 12);
        assertThat(order()).containsExactly(1, 2, 0, 3);
        assertThat(lanes().wantedProperty().get().order()).isEqualTo(LaneOrder.MANUAL);
        assertThat(driver.timeline().rangeProperty().get()).as("not a selection").isEmpty();
    }

    @Test
    void the_filter_is_typed_found_in_the_menu_and_says_when_nothing_matches(FxRobot robot)
            throws Exception {
        show("m-1", "m-2", "m-writer");
        robot.clickOn("#lanes-menu").clickOn("Filter by name …");
        await("field has the focus", () -> robot.lookup("#lane-filter").query().isFocused());
        robot.write("writ");
        assertThat(order()).containsExactly(2);
        assertThat(texts(robot)).contains("1 of 3 lanes");
        robot.write("xx");
        assertThat(order()).isEmpty();
        Label nothing = (Label) robot.lookup("#no-lanes").query();
        assertThat(nothing.isVisible()).isTrue();
        assertThat(nothing.getText()).isEqualTo("None of 3 lanes has “writxx” in its name.");
        robot.clickOn("#lane-filter-stop");
        assertThat(order()).hasSize(3);
        assertThat(nothing.isVisible()).isFalse();
    }

    @Test
    void escape_lets_go_of_the_filter(FxRobot robot) throws Exception {
        showWorkers(3);
        arrange(LaneArrangement::startFilter);
        await("field has the focus", () -> robot.lookup("#lane-filter").query().isFocused());
        robot.write("2");
        assertThat(order()).containsExactly(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(order()).hasSize(3);
        assertThat(robot.lookup("#lane-filter-bar").query().isVisible()).isFalse();
    }

    @Test
    void the_menu_above_the_heads_sorts_and_groups(FxRobot robot) throws Exception {
        show("m-1", "m-2", "m-writer");
        fromMenu(robot, "Sort by", "Busy share");
        assertThat(order()).containsExactly(2, 1, 0);
        fromMenu(robot, "Group by", "No groups");
        assertThat(lanes().wantedProperty().get().grouping()).isEqualTo(LaneGrouping.THREAD);
        assertThat(read(() -> lanes().rows().groups())).isEmpty();
    }

    /// Opens the menu above the heads and takes an item of a menu in it, which the robot would have
    /// to find in a pop-up of a pop-up.
    private static void fromMenu(FxRobot robot, String menu, String choice) throws Exception {
        robot.clickOn("#lanes-menu");
        onFx(() -> {
            MenuButton button = robot.lookup("#lanes-menu").query();
            item(((Menu) item(button.getItems(), menu)).getItems(), choice).fire();
            button.hide();
        });
    }

    private static MenuItem item(List<MenuItem> items, String text) {
        return items.stream().filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
    }

    @Test
    void a_click_on_a_heading_collapses_its_group_and_another_expands_it(FxRobot robot)
            throws Exception {
        show("process 1 (p), thread 1", "process 1 (p), thread 2", "process 2 (p), thread 1");
        Bounds bounds = onScreen(robot);
        robot.clickOn(bounds.getMinX() + 50, bounds.getMinY() + AXIS + 11);
        assertThat(order()).containsExactly(2);
        assertThat(read(() -> lanes().rows().heading(0).orElseThrow().isCollapsed())).isTrue();
        robot.clickOn(bounds.getMinX() + 50, bounds.getMinY() + AXIS + 11);
        assertThat(order()).containsExactly(0, 1, 2);
    }

    @Test
    void pinned_lanes_stay_in_sight_while_the_others_scroll(FxRobot robot) throws Exception {
        showWorkers(60);
        arrange(lanes -> lanes.pin(59));
        int before = pixel(robot, AXIS + 26);
        ScrollBar bar =
                robot.from(robot.lookup("#lanes").<Node>query()).lookup(".scroll-bar").query();
        onFx(() -> {
            bar.setValue(bar.getMax() / 2);
        });
        QuickRobot.settle();
        assertThat(pixel(robot, AXIS + 26)).isEqualTo(before);
        Bounds bounds = onScreen(robot);
        robot.clickOn(bounds.getMinX() + HEAD + 60, bounds.getMinY() + AXIS + 26);
        assertThat(driver.timeline().selectionProperty().get()).map(Chosen::lane).contains(59);
    }

    @Test
    void the_overview_has_the_order_of_the_lanes(FxRobot robot) throws Exception {
        showWorkers(4);
        List<Integer> ascending = overview(robot);
        assertThat(ascending).isSorted().doesNotHaveDuplicates();
        arrange(lanes -> lanes.sortBy(LaneOrder.BUSY));
        assertThat(overview(robot)).isEqualTo(ascending.reversed());
        arrange(lanes -> lanes.hide(3));
        assertThat(overview(robot)).isEqualTo(ascending.reversed().subList(1, 4));
    }

    /// How far to the right each lane of the overview works, in pixels, from top to bottom.
    private static List<Integer> overview(FxRobot robot) throws Exception {
        Node pane = robot.lookup("#overview").query();
        QuickRobot.settle();
        return read(() -> {
            PixelReader pixels = pane.snapshot(null, null).getPixelReader();
            List<Integer> ends = new java.util.ArrayList<>();
            int work = pixels.getArgb(HEAD + 8, 6 + 4);
            for (int y = 6 + 4; y < 46; y += 10) {
                int x = HEAD + 8;
                while (pixels.getArgb(x, y) == work) {
                    x++;
                }
                if (x > HEAD + 8) {
                    ends.add(x);
                }
            }
            return ends;
        });
    }

    @Test
    void the_menu_key_opens_the_menu_of_the_chosen_lane(FxRobot robot) throws Exception {
        showWorkers(3);
        onFx(() -> {
            driver.timeline().choose(new Chosen(1, 1));
            Node pane = robot.lookup("#lanes").query();
            pane.fireEvent(
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
        });
        robot.clickOn("Pin Worker 2 on top");
        assertThat(order()).containsExactly(1, 0, 2);
    }

    @Test
    void the_arrow_keys_go_from_lane_to_lane_as_they_stand() throws Exception {
        showWorkers(3);
        arrange(lanes -> lanes.sortBy(LaneOrder.BUSY));
        arrange(lanes -> lanes.hide(1));
        onFx(() -> {
            driver.timeline().choose(new Chosen(2, 1));
            driver.timeline().changeLane(+1);
        });
        assertThat(driver.timeline().selectionProperty().get()).map(Chosen::lane).contains(0);
    }

    @Test
    void another_run_begins_with_all_its_lanes() throws Exception {
        showWorkers(3);
        arrange(lanes -> lanes.hide(1));
        showWorkers(5);
        assertThat(order()).containsExactly(0, 1, 2, 3, 4);
        assertThat(read(() -> lanes().rows().rowOf(9))).isEqualTo(Rows.NONE);
    }

    private static int pixel(FxRobot robot, int y) throws Exception {
        Node pane = robot.lookup("#lanes").query();
        return read(() -> {
            var area = new SnapshotParameters();
            area.setViewport(new Rectangle2D(0, 0, 900, 400));
            return pane.snapshot(area, null).getPixelReader().getArgb(HEAD + 60, y);
        });
    }

    private static String texts(FxRobot robot) {
        var words = new StringBuilder();
        robot.from(robot.lookup("#lane-filter-bar").<Node>query())
                .lookup(".label")
                .queryAllAs(Label.class)
                .forEach(label -> words.append(label.getText()).append(' '));
        return words.toString();
    }
}
