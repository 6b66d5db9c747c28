package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.analysis.Durations;
import dev.lanescope.analysis.ItemFlow;
import dev.lanescope.analysis.Query;
import dev.lanescope.analysis.SpanStory;
import dev.lanescope.trace.BigTrace;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.ui.inspector.Inspector;
import dev.lanescope.ui.timeline.CauseSteps;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.TimelineModel;
import dev.lanescope.ui.timeline.screen.TimelineScreen;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A trace of so many spans that looking through them takes time: the window does not wait, and
/// only the last question is answered.
@OnScreen
class LongTraceTest {

    @TempDir Path folder;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    @BeforeEach
    void open() throws Exception {
        Path file = folder.resolve("long.lanescope");
        TraceFile.write(BigTrace.of(8, 300_000), file);
        read(() -> {
            driver.window.open(file);
            return true;
        });
        await("trace opened", () -> timeline().shownProperty().get().isPresent());
    }

    private TimelineModel timeline() {
        return driver.timeline();
    }

    private Snapshot trace() {
        return timeline().shownProperty().get().orElseThrow();
    }

    private static String inspector(FxRobot robot) {
        return robot.from(robot.lookup("#span")).lookup(".label").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    /// A span of a page, and what a look through the whole trace says of it.
    private SpanStory story(int lane, int from) {
        var its = trace().lanes().get(lane);
        int span = from;
        while (its.item(span) < 0) {
            span++;
        }
        return SpanStory.of(trace(), its.span(span));
    }

    private static Chosen chosen(SpanStory story) {
        return new Chosen(story.span().lane(), story.span().index());
    }

    @Test
    void the_inspector_shows_a_chosen_span_at_once_and_the_rest_when_it_is_known(FxRobot robot)
            throws Exception {
        SpanStory expected = story(3, 20_000);
        String at =
                read(() -> {
                    timeline().choose(chosen(expected));
                    assertThat(timeline().story().property().get()).isEmpty();
                    return inspector(robot);
                });
        assertThat(at).contains("Duration", "looking…");
        await("known", () -> timeline().story().property().get().isPresent());
        assertThat(timeline().story().property().get()).contains(expected);
        String then = read(() -> inspector(robot));
        assertThat(then)
                .doesNotContain("looking…")
                .contains("P" + expected.standing() + " of ", "Same before");
        ItemFlow way = expected.flow().orElseThrow();
        assertThat(way.lanes()).isGreaterThan(1);
        assertThat(then)
                .contains(
                        "Page, "
                                + Durations.text(way.nanos())
                                + " from start to written, on "
                                + way.lanes()
                                + " lanes");
    }

    @Test
    void of_spans_chosen_one_after_the_other_only_the_last_is_told() throws Exception {
        SpanStory last = story(5, 30_000);
        List<SpanStory> told = new ArrayList<>();
        read(() -> {
            timeline().story().property().subscribe(story -> story.ifPresent(told::add));
            for (int lane = 0; lane < 5; lane++) {
                timeline().choose(new Chosen(lane, 1000));
            }
            timeline().choose(chosen(last));
            return true;
        });
        await("known", () -> !told.isEmpty());
        assertThat(read(() -> List.copyOf(told))).containsExactly(last);
    }

    @Test
    void a_step_to_the_cause_is_taken_when_it_is_known_where_to() throws Exception {
        SpanStory from = withCause();
        read(() -> {
            timeline().choose(chosen(from));
            CauseSteps.toCause(timeline());
            assertThat(timeline().selectionProperty().get()).contains(chosen(from));
            return true;
        });
        var cause = from.before().orElseThrow().from();
        var there = new Chosen(cause.lane(), cause.index());
        await(
                "there",
                () -> timeline().selectionProperty().get().filter(there::equals).isPresent());
    }

    private SpanStory withCause() {
        for (int span = 1000; ; span++) {
            SpanStory story = story(2, span);
            if (story.before().isPresent()) {
                return story;
            }
        }
    }

    @Test
    void what_is_typed_is_looked_for_in_the_background_and_the_step_comes_after(FxRobot robot)
            throws Exception {
        read(() -> {
            timeline().finder().lookFor(Query.of("no such thing"));
            timeline().finder().lookFor(Query.of("page-77.md"));
            assertThat(timeline().finder().searchingProperty().get()).isTrue();
            timeline().finder().next();
            return true;
        });
        await("found and gone there", () -> timeline().selectionProperty().get().isPresent());
        assertThat(read(() -> timeline().chosenSpan().flatMap(trace()::itemOf)))
                .hasValue("ch77/page-77.md");
        assertThat(timeline().finder().searchingProperty().get()).isFalse();
    }

    @Test
    void where_a_pixel_shows_many_the_pointer_tells_how_many_pages_and_spans(FxRobot robot)
            throws Exception {
        var hands = new Hands(driver);
        double middle = trace().endNanos() / Hands.MS / 2;
        robot.moveTo(hands.onBand(2, middle));
        assertThat(hands.card()).containsPattern("\\n[0-9]+ pages, [0-9]+ spans here: ");
        robot.moveTo(hands.at(2, middle));
        assertThat(hands.card())
                .containsPattern("\\n[0-9]+ spans here: [a-z]+ [0-9.]+%, [a-z]+ [0-9.]+%");
    }

    @Test
    void all_of_very_many_matches_are_counted_and_marked_from_the_first_to_the_last(FxRobot robot)
            throws Exception {
        long expected =
                trace().lanes().stream()
                        .flatMapToInt(lane -> IntStream.range(0, lane.size()).map(lane::state))
                        .filter(code -> trace().state(code).name().contains("r"))
                        .count();
        assertThat(expected).isGreaterThan(200_000);
        robot.push(KeyCode.CONTROL, KeyCode.F).write("r");
        await("found", () -> timeline().finder().matchesProperty().get().size() == expected);
        assertThat(robot.lookup("#find-status").<Label>query().getText())
                .isEqualTo(String.format(Locale.ROOT, "%,d", expected));
        read(() -> {
            timeline().showAll();
            return true;
        });
        QuickRobot.settle();
        assertMarkedAllAlong(robot, "#overview", 1);
        assertMarkedAllAlong(robot, "#lanes", trace().lanes().size());
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#find-status").<Label>query().getText()).startsWith("1 of ");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(robot.lookup("#find-status").<Label>query().getText())
                .isEqualTo(String.format(Locale.ROOT, "%,d of %,d", expected, expected));
    }

    /// In both halves and at both ends of the time axis there is the colour of what was found.
    private void assertMarkedAllAlong(FxRobot robot, String query, int least) throws Exception {
        Node node = robot.lookup(query).query();
        Image image = read(() -> node.snapshot(null, null));
        int mark = driver.appearance.palette().ground().warn();
        int end = (int) image.getWidth() - 14; // the scroll bar
        for (int from = (int) TimelineScreen.HEAD; from + 20 < end; from += 20) {
            int marked = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                boolean here = false;
                for (int x = from; x < from + 20; x++) {
                    here |= image.getPixelReader().getArgb(x, y) == mark;
                }
                marked += here ? 1 : 0;
            }
            assertThat(marked)
                    .as("rows of pixels with marks from %d on", from)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void what_the_inspector_says_of_the_whole_run_is_counted_in_the_background_and_copied(
            FxRobot robot) throws Exception {
        String before =
                read(() -> {
                    Clipboard.getSystemClipboard().setContent(Map.of());
                    ((Inspector) robot.lookup("#inspector").query()).copyText();
                    return String.valueOf(Clipboard.getSystemClipboard().getString());
                });
        assertThat(before).doesNotContain("p99_ns");
        await(
                "copied",
                () ->
                        String.valueOf(Clipboard.getSystemClipboard().getString())
                                .contains("p99_ns"));
    }
}
