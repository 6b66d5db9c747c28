package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Cause;
import dev.lanescope.analysis.Causes;
import dev.lanescope.analysis.Stretch;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Span;
import dev.lanescope.trace.State;
import dev.lanescope.trace.Trace;
import dev.lanescope.ui.timeline.Chosen;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The figures beside and below the lanes, used as a person would: a real run, the real window.
@OnScreen
class FiguresTest {

    @TempDir static Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private static Stream<Node> inside(FxRobot robot, String query, String selector) {
        Node part = robot.lookup(query).query();
        return part.lookupAll(selector).stream();
    }

    private Span firstWork(Snapshot trace) {
        var lane = trace.lanes().getFirst();
        int span = 0;
        while (!lane.span(span).hasItem()) {
            span++;
        }
        return lane.span(span);
    }

    @Test
    void a_selection_is_told_state_by_state_and_copied(FxRobot robot) throws Exception {
        Snapshot trace = driver.aRun(temp);
        onFx(() -> driver.timeline().selectRange(Optional.of(Stretch.of(trace))));
        await("selection told", () -> robot.lookup("#range").tryQuery().isPresent());
        assertThat(driver.texts("#range")).contains("Selection", "share");
        assertThat(inside(robot, "#range", ".toggle-button"))
                .extracting(state -> ((Labeled) state).getText())
                .contains("parse", "write");
        Node csv =
                inside(robot, "#range", ".button")
                        .filter(node -> ((Labeled) node).getText().equals("CSV"))
                        .findFirst()
                        .orElseThrow();
        robot.clickOn(csv);
        String copied = read(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("state,spans,inside_ns,share");
        assertThat(copied.lines().skip(1))
                .allMatch(line -> line.contains(",") && line.split(",", -1).length == 10);
    }

    @Test
    void names_with_underscores_and_figures_of_any_length_are_told_whole(FxRobot robot)
            throws Exception {
        Snapshot trace = foreign();
        onFx(() -> {
            driver.timeline().show(Optional.of(trace));
            driver.timeline().selectRange(Optional.of(Stretch.of(trace)));
        });
        await("selection told", () -> robot.lookup("#range").tryQuery().isPresent());
        assertThat(inside(robot, "#range", ".toggle-button .text"))
                .extracting(text -> ((Text) text).getText())
                .contains("render_page");
        robot.push(KeyCode.ALT, KeyCode.DIGIT5);
        await("figures", () -> inside(robot, "#figures", ".table-cell .text").count() > 10);
        QuickRobot.settle();
        assertThat(inside(robot, "#figures", ".table-cell .text"))
                .extracting(text -> ((Text) text).getText())
                .contains("333.3 µs", "render_page")
                .noneMatch(words -> words.contains("..."));
    }

    /// Functions of 333.3 µs each, with an underscore in their name.
    private static Snapshot foreign() {
        var states =
                List.of(
                        new State("render_page", State.Kind.WORK),
                        new State("idle", State.Kind.IDLE));
        var info = new RunInfo("m", "Made", 1, "c", 1, Instant.EPOCH, 0, states, List.of("a"));
        var trace = new Trace(info, 1);
        for (int call = 0; call < 20; call++) {
            trace.lane(0).append(1_000_000L * call + 1, 0, 0, Lane.NOT_READ);
            trace.lane(0).append(1_000_000L * call + 333_301, 1, Lane.NO_ITEM, Lane.NOT_READ);
        }
        trace.finish(20_000_000);
        return trace.snapshot(() -> 0);
    }

    @Test
    void a_bar_of_the_histogram_lights_up_its_spans_and_escape_lets_go(FxRobot robot)
            throws Exception {
        Snapshot trace = driver.aRun(temp);
        Span work = firstWork(trace);
        onFx(() -> driver.timeline().choose(new Chosen(0, work.index())));
        await("histogram", () -> robot.lookup("#histogram").tryQuery().isPresent());
        Node histogram = robot.lookup("#histogram").query();
        onFx(histogram::requestFocus);
        robot.type(KeyCode.RIGHT);
        await("lit up", () -> driver.timeline().brushProperty().get().isPresent());
        var brush = driver.timeline().brushProperty().get().orElseThrow();
        assertThat(brush.state()).isEqualTo(work.state());
        assertThat(brush.matches(trace.lanes().getFirst(), work.index()))
                .as("the first bar is that of the chosen span")
                .isTrue();
        assertThat(driver.texts("#statistics")).contains("lit up");
        robot.type(KeyCode.ESCAPE);
        await("let go", () -> driver.timeline().brushProperty().get().isEmpty());
    }

    @Test
    void the_same_page_in_another_run_is_one_click_away(FxRobot robot) throws Exception {
        driver.aRun(temp);
        Snapshot second = driver.aRun(temp);
        Span work = firstWork(second);
        onFx(() -> driver.timeline().choose(new Chosen(0, work.index())));
        await(
                "siblings found",
                () -> inside(robot, "#siblings", ".hyperlink").findAny().isPresent());
        Node link = inside(robot, "#siblings", ".hyperlink").findFirst().orElseThrow();
        onFx(((Hyperlink) link)::fire);
        await(
                "first run shown",
                () -> driver.session.shownProperty().get().orElseThrow().number() == 1);
        Span sibling = read(() -> driver.timeline().chosenSpan().orElseThrow());
        Snapshot first = driver.session.shownProperty().get().orElseThrow().trace();
        assertThat(first.itemOf(sibling)).isEqualTo(second.itemOf(work));
        assertThat(first.stateOf(sibling)).isEqualTo(second.stateOf(work));
    }

    private void show(FxRobot robot, String id) throws Exception {
        onFx(() -> ((ToggleButton) robot.lookup(id).query()).setSelected(true));
    }

    @Test
    void a_stage_in_the_flame_graph_dims_all_others_by_the_keyboard(FxRobot robot)
            throws Exception {
        Snapshot trace = driver.aRun(temp);
        show(robot, "#show-flame-graph");
        Node flame = robot.lookup("#flame-graph").query();
        await("drawn", () -> flame.getAccessibleText().contains("in view"));
        onFx(flame::requestFocus);
        robot.type(KeyCode.UP);
        while (!read(() -> isState(trace, flame.getAccessibleText()))) {
            String before = read(flame::getAccessibleText);
            robot.type(KeyCode.UP);
            assertThat(read(flame::getAccessibleText)).isNotEqualTo(before);
        }
        robot.type(KeyCode.ENTER);
        await(
                "dimmed",
                () ->
                        driver.timeline().dimmedProperty().get().size()
                                == trace.info().states().size() - 1);
    }

    private static boolean isState(Snapshot trace, String words) {
        return trace.info().states().stream()
                .anyMatch(state -> words.startsWith(state.name() + " "));
    }

    @Test
    void what_made_the_run_so_long_is_read_out_and_leads_to_the_lanes(FxRobot robot)
            throws Exception {
        Snapshot trace = driver.aRun(temp);
        show(robot, "#show-bottlenecks");
        Node bottles = robot.lookup("#bottlenecks").query();
        await("drawn", () -> bottles.getAccessibleText().contains("in view"));
        onFx(bottles::requestFocus);
        robot.type(KeyCode.UP);
        assertThat(read(bottles::getAccessibleText)).contains("of the run is its to answer for");
        robot.type(KeyCode.ENTER);
        await("a lane", () -> driver.timeline().rangeProperty().get().isPresent());
        Stretch lane = driver.timeline().rangeProperty().get().orElseThrow();
        assertThat(lane.nanos()).isEqualTo(trace.endNanos());
        assertThat(lane.lanes()).hasSize(1);
        while (!read(() -> isState(trace, bottles.getAccessibleText()))) {
            String before = read(bottles::getAccessibleText);
            robot.type(KeyCode.DOWN);
            assertThat(read(bottles::getAccessibleText)).isNotEqualTo(before);
        }
        robot.type(KeyCode.ENTER);
        await(
                "dimmed",
                () ->
                        driver.timeline().dimmedProperty().get().size()
                                == trace.info().states().size() - 1);
    }

    @Test
    void a_cell_of_the_heat_map_is_read_out_and_zoomed_to(FxRobot robot) throws Exception {
        Snapshot trace = driver.aRun(temp);
        show(robot, "#show-heat-map");
        Node heat = robot.lookup("#heat-map").query();
        await("drawn", () -> heat.getAccessibleText().contains("in view"));
        onFx(heat::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(read(heat::getAccessibleText)).contains(" work").contains("%");
        robot.type(KeyCode.ENTER);
        await(
                "zoomed",
                () -> driver.timeline().windowProperty().get().nanos() < trace.endNanos() / 50.0);
    }

    @Test
    void the_table_lists_sorts_and_finds_spans_and_enter_chooses_one(FxRobot robot)
            throws Exception {
        Snapshot trace = driver.aRun(temp);
        show(robot, "#show-spans");
        TableView<Span> table = table(robot);
        await("all listed", () -> table.getItems().size() == trace.spans());
        onFx(() -> {
            var duration = table.getColumns().get(2);
            duration.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(duration));
        });
        await(
                "longest first",
                () ->
                        table.getItems().getFirst().nanos()
                                == table.getItems().stream()
                                        .mapToLong(Span::nanos)
                                        .max()
                                        .orElse(0));
        onFx(() -> ((TextField) robot.lookup("#find-span").query()).setText("parse"));
        await(
                "found",
                () ->
                        !table.getItems().isEmpty()
                                && table.getItems().stream()
                                        .allMatch(span ->
                                                trace.stateOf(span).name().equals("parse")));
        onFx(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        robot.type(KeyCode.ENTER);
        await("chosen", () -> driver.timeline().chosenSpan().isPresent());
        assertThat(read(() -> driver.timeline().chosenSpan().orElseThrow()))
                .isEqualTo(read(() -> table.getItems().getFirst()));
    }

    @Test
    void escape_leaves_the_field_of_the_table_of_spans_and_forgets_its_words(FxRobot robot)
            throws Exception {
        Snapshot trace = driver.aRun(temp);
        show(robot, "#show-spans");
        robot.clickOn("#find-span").write("parse");
        await("found", () -> table(robot).getItems().size() < trace.spans());
        robot.type(KeyCode.ESCAPE);
        await("all again", () -> table(robot).getItems().size() == trace.spans());
        robot.type(KeyCode.W);
        await("keys are commands again", () -> !driver.timeline().followingProperty().get());
    }

    @SuppressWarnings("unchecked")
    private static TableView<Span> table(FxRobot robot) {
        return (TableView<Span>) robot.lookup("#spans").query();
    }

    @Test
    void the_statistics_stand_in_a_table_as_well(FxRobot robot) throws Exception {
        driver.aRun(temp);
        show(robot, "#show-statistics");
        TableView<?> table = (TableView<?>) robot.lookup("#figures").query();
        await("figures", () -> table.getItems().size() > 3);
        assertThat(table.getColumns()).hasSize(10);
    }

    @Test
    void brackets_follow_a_page_from_lane_to_lane_and_back(FxRobot robot) throws Exception {
        onFx(() -> driver.session.modelProperty().set(Models.byId("staged").orElseThrow()));
        Snapshot trace = driver.aRun(temp);
        Cause handOver =
                trace.lanes().stream()
                        .flatMap(lane -> IntStream.range(0, lane.size()).mapToObj(lane::span))
                        .filter(span -> trace.stateOf(span).name().equals("parse"))
                        .flatMap(span -> Causes.before(trace, span).stream())
                        .filter(cause -> cause.to().hasItem())
                        .findFirst()
                        .orElseThrow();
        assertThat(handOver.reason()).isEqualTo(Cause.Reason.HANDED_OVER);
        onFx(() ->
                driver.timeline().choose(new Chosen(handOver.to().lane(), handOver.to().index())));
        onFx(robot.lookup("#lanes").query()::requestFocus);
        robot.type(KeyCode.OPEN_BRACKET);
        await("at the cause", () -> isChosen(handOver.from()));
        await("told", () -> driver.texts("#span").contains("Let go on"));
        robot.type(KeyCode.CLOSE_BRACKET);
        await("back at the effect", () -> isChosen(handOver.to()));
        assertThat(driver.texts("#span")).contains("Came from");
    }

    private boolean isChosen(Span span) {
        return driver.timeline().chosenSpan().filter(span::equals).isPresent();
    }
}
