package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.ui.OnScreen;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@OnScreen
class FrameTickerTest {

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void it_beats_only_while_active_and_seen() throws Exception {
        Fx.run(() -> {
            Pane view = new Pane();
            FrameTicker ticker = new FrameTicker(view, Duration.ZERO, () -> {});
            ticker.activeProperty().set(true);
            assertThat(ticker.isBeating()).as("in no window").isFalse();
            Pane root = new Pane(view);
            Stage stage = new Stage();
            stage.setScene(new Scene(root));
            assertThat(ticker.isBeating()).as("before the window opens").isFalse();
            stage.show();
            assertThat(ticker.isBeating()).as("seen").isTrue();
            view.setVisible(false);
            assertThat(ticker.isBeating()).as("invisible").isFalse();
            view.setVisible(true);
            root.getChildren().clear();
            assertThat(ticker.isBeating()).as("taken out").isFalse();
            root.getChildren().add(view);
            ticker.activeProperty().set(false);
            assertThat(ticker.isBeating()).as("inactive").isFalse();
            ticker.activeProperty().set(true);
            assertThat(ticker.isBeating()).as("seen again").isTrue();
            Windows.hideAll();
            assertThat(ticker.isBeating()).as("window closed").isFalse();
        });
    }

    @Test
    void it_calls_frame_after_frame_on_the_fx_thread() throws Exception {
        CountDownLatch ticks = new CountDownLatch(3);
        Fx.run(() -> {
            Pane view = new Pane();
            FrameTicker ticker =
                    new FrameTicker(
                            view,
                            Duration.ofMillis(1),
                            () -> {
                                FxThread.check();
                                ticks.countDown();
                            });
            ticker.activeProperty().set(true);
            Stage stage = new Stage();
            stage.setScene(new Scene(view));
            stage.show();
        });
        assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
        Fx.run(Windows::hideAll);
    }
}
