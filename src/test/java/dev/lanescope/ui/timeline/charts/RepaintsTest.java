package dev.lanescope.ui.timeline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.Traces;
import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Appearance;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.FxThread;
import dev.lanescope.ui.kit.Theme;
import dev.lanescope.ui.kit.ThemeChoice;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.frame.Frame;
import dev.lanescope.ui.timeline.lanes.LanesPane;

import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/// What is painted when: only what has changed, and that soon. Counted in paints and pulses.
@ExtendWith(ApplicationExtension.class)
@OnScreen
class RepaintsTest {

    private static final int FRAMES = 50;

    private final TimelineModel model = new TimelineModel(new Background());
    private Frame frame;
    private OverviewPane overview;

    @Start
    void start(Stage stage) {
        var appearance =
                new Appearance(ThemeChoice.DARK, new SimpleObjectProperty<>(Theme.DARK.scheme()));
        frame = new Frame(model, appearance);
        overview = new OverviewPane(frame);
        stage.setScene(new Scene(new VBox(overview, new LanesPane(frame)), 900, 600));
        stage.show();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        FxThread.later(task);
        return task.get();
    }

    /// Lets some pulses go by.
    private static void pulses(int count) throws Exception {
        var over = new CompletableFuture<Integer>();
        var timer =
                new AnimationTimer() {
                    private int seen;

                    @Override
                    public void handle(long now) {
                        if (++seen == count) {
                            stop();
                            over.complete(seen);
                        }
                    }
                };
        FxThread.later(timer::start);
        over.get();
    }

    private void show(Snapshot trace) throws Exception {
        onFx(() -> {
            model.show(Optional.of(trace));
            model.showAll();
            return true;
        });
        pulses(FRAMES);
    }

    @Test
    void nothing_is_painted_when_nothing_changes() throws Exception {
        Snapshot trace = Traces.random(4, 4, 2000);
        show(trace);
        int pictures = onFx(frame::picturesPainted);
        int inks = onFx(frame::inksPainted);
        assertThat(pictures).isPositive();
        onFx(() -> {
            model.show(Optional.of(trace));
            return true;
        });
        pulses(FRAMES);
        assertThat(onFx(frame::picturesPainted)).isEqualTo(pictures);
        assertThat(onFx(frame::inksPainted)).isEqualTo(inks);
    }

    @Test
    void the_pointer_moves_over_the_lanes_without_painting_a_span_or_a_word() throws Exception {
        show(Traces.random(4, 4, 2000));
        int pictures = onFx(frame::picturesPainted);
        int inks = onFx(frame::inksPainted);
        onFx(() -> {
            model.cursorProperty().set(OptionalDouble.of(10));
            return true;
        });
        pulses(FRAMES);
        assertThat(onFx(frame::picturesPainted)).isEqualTo(pictures);
        assertThat(onFx(frame::inksPainted)).isEqualTo(inks);
    }

    @Test
    void the_overview_is_not_painted_again_when_the_window_moves_over_it() throws Exception {
        show(Traces.random(4, 4, 2000));
        int paints = onFx(overview::paints);
        int pictures = onFx(frame::picturesPainted);
        onFx(() -> {
            model.zoomAt(4, 100);
            model.panBy(50);
            return true;
        });
        pulses(FRAMES);
        assertThat(onFx(frame::picturesPainted)).isEqualTo(pictures + 1);
        assertThat(onFx(overview::paints)).isEqualTo(paints);
    }

    @Test
    void a_span_that_is_recorded_is_painted_before_the_second_pulse() throws Exception {
        var trace = new Trace(Traces.info(2, 10), Traces.IDLE);
        trace.lane(1);
        show(trace.snapshot(() -> 1_000));
        int pictures = onFx(frame::picturesPainted);
        var paintedAfter = new CompletableFuture<Integer>();
        var timer =
                new AnimationTimer() {
                    private int pulse;

                    @Override
                    public void handle(long now) {
                        if (pulse == 0) {
                            trace.lane(0).append(2_000, Traces.PARSE, 1, 0);
                            model.show(Optional.of(trace.snapshot(() -> 3_000)));
                        } else if (frame.picturesPainted() > pictures) {
                            stop();
                            paintedAfter.complete(pulse);
                        }
                        pulse++;
                    }
                };
        FxThread.later(timer::start);
        assertThat(paintedAfter.get()).isLessThanOrEqualTo(2);
    }
}
