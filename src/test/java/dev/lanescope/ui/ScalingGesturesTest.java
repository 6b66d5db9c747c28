package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/// The walkthrough over the screen of scaling: keys and the pointer.
@OnScreen
class ScalingGesturesTest {

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final ScalingHands hands = new ScalingHands(driver);

    private int pointed() throws Exception {
        return read(() -> driver.window.scaling().pointedProperty().get().orElse(0));
    }

    @Test
    @Gesture({"See how it scales", "Tell of the next model that was swept"})
    void the_screen_is_shown_and_tells_of_one_model_after_the_other(FxRobot robot)
            throws Exception {
        hands.showMadeSweeps();
        assertThat(driver.texts("#law")).contains("Platform threads");
        robot.push(KeyCode.SHIFT, KeyCode.N);
        hands.awaitRows(4);
        assertThat(driver.texts("#law")).contains("Processes");
        robot.push(KeyCode.SHIFT, KeyCode.N);
        hands.awaitRows(ScalingHands.NUMBERS.size());
    }

    @Test
    void the_arrows_go_from_point_to_point_and_escape_lets_go(FxRobot robot) throws Exception {
        hands.showMadeSweeps();
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(pointed()).isEqualTo(4);
        Label card = robot.lookup("#scaling-card").query();
        assertThat(card.isVisible()).isTrue();
        assertThat(card.getText()).startsWith("4 workers").contains("ideal     4.00\u00d7");
        assertThat(read(() -> hands.table().getSelectionModel().getSelectedIndex())).isEqualTo(2);
        robot.type(KeyCode.LEFT);
        assertThat(pointed()).isEqualTo(2);
        robot.type(KeyCode.ESCAPE);
        assertThat(pointed()).isZero();
        assertThat(card.isVisible()).isFalse();
    }

    @Test
    void the_pointer_and_the_table_point_at_the_same_thing(FxRobot robot) throws Exception {
        hands.showMadeSweeps();
        var plot = driver.onScreen("#scaling-plot");
        robot.moveTo(plot.getMinX() + 60, plot.getMinY() + 60);
        await("one worker", () -> driver.window.scaling().pointedProperty().get().isPresent());
        onFx(() -> {
            hands.table().requestFocus();
            hands.table().getSelectionModel().select(4);
        });
        assertThat(pointed()).isEqualTo(8);
        robot.type(KeyCode.DOWN);
        assertThat(pointed()).isEqualTo(12);
    }
}
