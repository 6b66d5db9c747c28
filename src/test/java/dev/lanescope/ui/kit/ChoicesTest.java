package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.ui.OnScreen;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Of some buttons one is down, and it is the one that counts.
@ExtendWith(ApplicationExtension.class)
@OnScreen
class ChoicesTest {

    private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("one");

    @Start
    void start(Stage stage) {
        var choices = new Choices<>("views", chosen);
        choices.add("one", "one", "One", "The first");
        choices.add("two", "two", "Two", "The second");
        stage.setScene(new Scene(choices, 300, 100));
        stage.show();
    }

    private static boolean isDown(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ToggleButton.class).isSelected();
    }

    @Test
    void an_arrow_key_that_puts_another_one_down_chooses_it(FxRobot robot) {
        robot.interact(() -> robot.lookup("#views-one").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(isDown(robot, "#views-two")).isTrue();
        assertThat(chosen.get()).isEqualTo("two");
        robot.type(KeyCode.LEFT);
        assertThat(isDown(robot, "#views-one")).isTrue();
        assertThat(chosen.get()).isEqualTo("one");
    }

    @Test
    void the_one_that_is_down_stays_so_when_it_is_pressed_again(FxRobot robot) {
        robot.clickOn("#views-one");
        assertThat(isDown(robot, "#views-one")).isTrue();
        robot.interact(() -> chosen.set("two"));
        assertThat(isDown(robot, "#views-two")).isTrue();
        assertThat(chosen.get()).isEqualTo("two");
    }
}
