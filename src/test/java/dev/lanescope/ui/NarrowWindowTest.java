package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.stream.Stream;

/// In a narrow window everything can still be read: no word on a button is cut short.
@OnScreen
class NarrowWindowTest extends OnThreeLanes {

    @Test
    void beside_the_inspector_a_menu_takes_the_place_of_the_switch_of_views(FxRobot robot)
            throws Exception {
        onFx(() -> robot.window(0).setWidth(1100));
        assertReadable(robot);
        robot.clickOn(hands.at(1, 140)); // the inspector comes
        MenuButton menu = robot.lookup("#choose-view").query();
        assertThat(menu.isVisible()).isTrue();
        assertThat(menu.getText()).isEqualTo("Charts");
        assertReadable(robot);
        robot.clickOn(menu).clickOn("#choose-heat-map");
        assertThat(menu.getText()).isEqualTo("Heat map");
        assertThat(robot.lookup("#show-heat-map").<ToggleButton>query().isSelected()).isTrue();
        assertReadable(robot);
        robot.clickOn(hands.at(1, 140)).type(KeyCode.ESCAPE);
        assertThat(menu.isVisible()).as("there is room again").isFalse();
        assertReadable(robot);
    }

    @Test
    void the_menu_tells_a_screen_reader_what_is_shown(FxRobot robot) throws Exception {
        robot.clickOn(hands.at(1, 140)).push(KeyCode.ALT, KeyCode.DIGIT7);
        assertThat(robot.lookup("#choose-view").<MenuButton>query().getAccessibleText())
                .isEqualTo("Shown below the lanes: Notes");
    }

    private static void assertReadable(FxRobot robot) throws Exception {
        QuickRobot.settle();
        List<String> cut =
                read(() ->
                        buttons(robot)
                                .filter(NarrowWindowTest::isSeen)
                                .filter(NarrowWindowTest::isCut)
                                .map(Labeled::getText)
                                .toList());
        assertThat(cut).isEmpty();
    }

    private static Stream<Labeled> buttons(FxRobot robot) {
        return Stream.of(".toggle-button", ".menu-button")
                .flatMap(kind ->
                        robot
                                .from(robot.lookup("#lower-views").<Node>query())
                                .lookup(kind)
                                .queryAllAs(Labeled.class)
                                .stream());
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private static boolean isCut(Labeled button) {
        return button.lookupAll(".text").stream()
                .map(Text.class::cast)
                .noneMatch(text -> text.getText().equals(button.getText()));
    }
}
