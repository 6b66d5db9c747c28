package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.JvmWords;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.recording.Folders;
import dev.lanescope.recording.Run;
import dev.lanescope.trace.JvmEvent;
import dev.lanescope.trace.Snapshot;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.OptionalDouble;

/// A collection during a run can be seen, read and lifted off in the real window.
@OnScreen
class JvmTrackTest {

    /// Where the time axis begins.
    private static final double HEAD = 108;

    @TempDir static Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private void runWithACollection() throws Exception {
        driver.openPages(Folders.withPages(temp, 4));
        read(() -> {
            driver.session
                    .knobsProperty()
                    .set(Knobs.STANDARD.withLatency(Duration.ofMillis(400), Duration.ZERO));
            return driver.session
                    .activeProperty()
                    .subscribe(run -> run.ifPresent(JvmTrackTest::collectOnceItIsOnTheWay));
        });
        driver.run();
    }

    private static void collectOnceItIsOnTheWay(Run run) {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    while (run.snapshot().isEmpty()) {
                        Thread.onSpinWait();
                    }
                    System.gc();
                });
    }

    private JvmEvent longestPause() {
        return driver.session.runs().getFirst().trace().jvm().stream()
                .filter(event -> event.kind() == JvmEvent.Kind.COLLECTION)
                .max(Comparator.comparingLong(JvmEvent::nanos))
                .orElseThrow();
    }

    @Test
    void the_track_is_there_and_says_what_happened_under_the_pointer(FxRobot robot)
            throws Exception {
        runWithACollection();
        Node track = robot.lookup("#jvm").query();
        assertThat(track.isVisible()).isTrue();
        assertThat(read(track::getAccessibleText)).contains("collections", "compilations");
        JvmEvent pause = longestPause();
        Bounds bounds = read(() -> track.localToScreen(track.getLayoutBounds()));
        var window = read(() -> driver.timeline().windowProperty().get());
        double middle = (pause.startNanos() + pause.endNanos()) / 2.0;
        double x = window.xOf(middle, bounds.getWidth() - HEAD);
        robot.moveTo(bounds.getMinX() + HEAD + x, bounds.getMinY() + 6);
        await(
                "card",
                () ->
                        track.lookupAll(".plot-card").stream()
                                .filter(Node::isVisible)
                                .map(card -> ((Label) card).getText())
                                .anyMatch(words -> words.contains("of lane time")));
    }

    @Test
    void the_inspector_says_what_stops_cost_and_the_legend_lifts_the_veil(FxRobot robot)
            throws Exception {
        runWithACollection();
        var words = robot.from(robot.lookup("#run-facts").<Node>query()).lookup(".label");
        assertThat(words.queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Collections", "Stood still");
        assertThat(driver.timeline().stops().shownProperty().get()).isTrue();
        robot.clickOn("#legend-stops");
        assertThat(driver.timeline().stops().shownProperty().get()).isFalse();
    }

    @Test
    void one_goes_from_stop_to_stop() throws Exception {
        runWithACollection();
        JvmEvent pause = longestPause();
        onFx(() -> {
            driver.timeline().zoomAt(1_000, 0);
            driver.timeline().cursorProperty().set(OptionalDouble.of(-1)); // before all of them
        });
        var found = read(() -> driver.timeline().stops().next());
        while (found.isPresent() && !found.get().equals(pause)) {
            found = read(() -> driver.timeline().stops().next());
        }
        assertThat(found).contains(pause);
        var window = read(() -> driver.timeline().windowProperty().get());
        assertThat(window.startNanos()).isLessThan((double) pause.endNanos());
        assertThat(window.endNanos()).isGreaterThan((double) pause.startNanos());
        assertThat(read(() -> driver.timeline().stops().previous())).isNotEqualTo(found);
    }

    @Test
    void the_keyboard_goes_from_event_to_event_and_says_what_it_is_on(FxRobot robot)
            throws Exception {
        Snapshot trace = KnownTraces.lanesBesideACompiler(3);
        new Hands(driver).open(trace, temp);
        Node track = robot.lookup("#jvm").query();
        onFx(track::requestFocus);
        robot.type(KeyCode.HOME, KeyCode.END);
        JvmEvent last =
                trace.jvm().stream()
                        .filter(event -> event.kind().stopsTheWorld())
                        .reduce((_, next) -> next)
                        .orElseThrow();
        assertThat(read(track::getAccessibleText))
                .startsWith(JvmWords.title(last) + " " + Durations.text(last.nanos()));
        robot.type(KeyCode.ENTER);
        var window = read(() -> driver.timeline().windowProperty().get());
        assertThat(window.startNanos()).isLessThanOrEqualTo((double) last.startNanos());
        assertThat(window.nanos()).isLessThan(100.0 * Math.max(1, last.nanos()));
        robot.type(KeyCode.DOWN);
        assertThat(read(track::getAccessibleText)).contains("compiled beside the lanes");
        robot.type(KeyCode.UP);
        assertThat(read(track::getAccessibleText)).contains("stood still");
    }
}
