package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Query;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.trace.BigTrace;
import dev.lanescope.trace.LaneView;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.ui.timeline.Brushed;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A run that is deleted gives its memory back, whatever was looked at before.
@OnScreen
class ForgottenTraceTest {

    private static final List<String> VIEWS =
            List.of(
                    "#show-flame-graph",
                    "#show-heat-map",
                    "#show-spans",
                    "#show-statistics",
                    "#show-bottlenecks",
                    "#show-charts");

    @TempDir Path folder;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private TimelineModel timeline() {
        return driver.timeline();
    }

    private void open(String name, int spans, int runs) throws Exception {
        open(name, 4, spans, runs);
    }

    private void open(String name, int lanes, int spans, int runs) throws Exception {
        Path file = folder.resolve(name + ".lanescope");
        TraceFile.write(BigTrace.of(lanes, spans), file);
        read(() -> {
            driver.window.open(file);
            return true;
        });
        await("opened", () -> driver.session.runs().size() == runs);
    }

    private static WeakReference<Snapshot> shown(TimelineModel timeline) {
        return new WeakReference<>(timeline.shownProperty().get().orElseThrow());
    }

    private static WeakReference<LaneView> lane(WeakReference<Snapshot> trace) {
        return new WeakReference<>(Objects.requireNonNull(trace.get()).lanes().get(1));
    }

    private void lookAtEverything(FxRobot robot) throws Exception {
        for (String view : VIEWS) {
            robot.clickOn(view);
        }
        read(() -> {
            timeline().choose(new Chosen(1, 5));
            return true;
        });
        await("told", () -> timeline().story().property().get().isPresent());
        read(() -> {
            timeline().finder().lookFor(Query.of("page-7"));
            timeline().brushProperty().set(Optional.of(new Brushed(1, 0, 1_000_000)));
            timeline().hoveredProperty().set(Optional.of(new Chosen(1, 7)));
            return true;
        });
        await("found", () -> !timeline().finder().searchingProperty().get());
        read(() -> {
            timeline().selectRange(timeline().shownProperty().get().map(Stretch::of));
            return true;
        });
        await("counted", () -> robot.lookup("#range").tryQuery().isPresent());
    }

    private void delete(int place) throws Exception {
        read(() -> {
            driver.session.delete(driver.session.runs().get(place));
            return true;
        });
    }

    private static void collected(WeakReference<?> deleted, String what) throws Exception {
        await(
                what + " is collected",
                () -> {
                    System.gc();
                    return deleted.get() == null;
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {4_000, 120_000})
    void a_run_that_is_deleted_while_another_is_shown_is_forgotten(int spans, FxRobot robot)
            throws Exception {
        open("first", spans, 1);
        WeakReference<Snapshot> first = shown(timeline());
        WeakReference<LaneView> lane = lane(first);
        lookAtEverything(robot);
        open("second", 2_000, 2);
        delete(1);
        assertThat(driver.session.runs()).hasSize(1);
        collected(first, "the trace");
        collected(lane, "its lane");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_000, 120_000})
    void the_last_run_that_is_deleted_is_forgotten(int spans, FxRobot robot) throws Exception {
        open("only", spans, 1);
        WeakReference<Snapshot> only = shown(timeline());
        WeakReference<LaneView> lane = lane(only);
        lookAtEverything(robot);
        delete(0);
        collected(only, "the trace");
        collected(lane, "its lane");
    }

    /// Everything that the screen of compared runs can show of a run.
    private void compareEverything(FxRobot robot) throws Exception {
        robot.clickOn("#screen-compare");
        read(() -> {
            driver.window.chosenRuns().choose(List.copyOf(driver.session.runs()));
            return true;
        });
        await("explained", () -> robot.lookup("#compare-findings").query().isVisible());
        await("matched", () -> robot.lookup("#matched-list .list-cell").tryQuery().isPresent());
        robot.clickOn("#matched-list .list-cell");
        await("aligned", () -> !robot.lookup("#align-page").query().isDisabled());
        read(() -> {
            driver.window.comparing().axis().selectWindow();
            driver.window.comparing().race().toggle();
            return true;
        });
        await("counted", () -> robot.lookup("#range-figures .number").tryQuery().isPresent());
    }

    @Test
    void a_run_that_is_deleted_after_it_was_compared_is_forgotten(FxRobot robot) throws Exception {
        open("first", 4_000, 1);
        WeakReference<Snapshot> first = shown(timeline());
        open("second", 5, 6_000, 2); // another setting, no repeat
        read(() -> {
            driver.session.show(driver.session.runs().getFirst());
            return true;
        });
        compareEverything(robot);
        delete(1);
        collected(first, "the compared trace");
    }
}
