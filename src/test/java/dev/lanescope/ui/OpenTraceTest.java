package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.exchange.bundle.BundleFile;
import dev.lanescope.exchange.bundle.Bundles;
import dev.lanescope.recording.Folders;
import dev.lanescope.trace.BigTrace;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.Traces;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.Notice;
import dev.lanescope.ui.session.RunRecord;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Saved traces, ours and those of other tools, opened in the real window.
@OnScreen
class OpenTraceTest {

    private static final String CHROME =
            """
            [{"ph":"M","name":"thread_name","pid":1,"tid":1,"args":{"name":"the only thread"}},
             {"ph":"X","name":"load","ts":0,"dur":9000,"pid":1,"tid":1},
             {"ph":"X","name":"parse","ts":1000,"dur":5000,"pid":1,"tid":1}]
            """;

    @TempDir Path folder;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private RunRecord opened(int runs) throws Exception {
        await("trace opened", () -> driver.session.runs().size() == runs);
        return driver.session.runs().getFirst();
    }

    private void drop(Path file) throws Exception {
        onFx(() -> {
            driver.window.open(file);
        });
    }

    @Test
    void the_button_opens_another_tools_trace_and_the_window_says_what_it_is(FxRobot robot)
            throws Exception {
        Path file = Files.writeString(folder.resolve("app.json"), CHROME);
        driver.traceToOpen = Optional.of(file);
        robot.clickOn("#open-trace");
        RunRecord record = opened(1);
        assertThat(driver.timeline().shownProperty().get()).hasValue(record.trace());
        assertThat(((ListView<?>) robot.lookup("#runs").query()).getItems()).hasSize(1);
        assertThat(driver.texts("#runs")).contains("app.json", "1 lane", "opened");
        assertThat(driver.texts("#run-facts"))
                .contains("app.json", "Chrome trace", "Opened from", "parse", "load")
                .doesNotContain("pages/s");
        assertThat(driver.texts("#foot")).contains("opened from app.json");
        assertThat(driver.texts("#account")).contains("100.0000 %");
        assertThat(robot.lookup("#throughput").query().isVisible()).isFalse();
    }

    @Test
    void the_runs_of_a_study_that_is_dropped_stand_in_the_library_and_are_compared()
            throws Exception {
        Path file = folder.resolve("study.lanestudy");
        BundleFile.write(Bundles.ofTwoSettings(), file, _ -> {});
        drop(file);
        opened(3);
        await("compared", () -> driver.window.chosenRuns().property().get().size() == 3);
        assertThat(driver.texts("#compare")).contains("Sequential");
        assertThat(driver.texts("#runs")).contains("opened");
    }

    @Test
    void the_same_keys_move_a_foreign_trace(FxRobot robot) throws Exception {
        drop(Files.writeString(folder.resolve("app.json"), CHROME));
        opened(1);
        double all = read(() -> driver.timeline().windowProperty().get().nanos());
        robot.push(KeyCode.W);
        await("zoomed in", () -> driver.timeline().windowProperty().get().nanos() < all);
        robot.push(KeyCode.DIGIT0);
        await("all again", () -> driver.timeline().windowProperty().get().nanos() == all);
    }

    @Test
    void a_saved_run_of_ours_is_opened_with_its_pages_but_without_a_site(FxRobot robot)
            throws Exception {
        Path file = folder.resolve("run.lanescope");
        TraceFile.write(Traces.random(5), file);
        driver.traceToOpen = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.O);
        RunRecord record = opened(1);
        assertThat(record.trace().info().isForeign()).isFalse();
        assertThat(record.file()).hasValue(file);
        assertThat(record.rendered()).isEmpty();
        assertThat(driver.texts("#runs")).contains("Platform threads", "opened");
    }

    @Test
    void what_is_dropped_is_content_if_it_is_a_folder_and_a_trace_if_it_is_a_file()
            throws Exception {
        drop(Folders.withPages(folder, 3));
        await("content", () -> driver.session.contentProperty().get() instanceof Content.Ready);
        drop(Files.writeString(folder.resolve("app.json"), CHROME));
        opened(1);
        assertThat(driver.session.contentProperty().get()).isInstanceOf(Content.Ready.class);
    }

    @Test
    void a_trace_that_was_opened_stays_in_sight_when_the_content_comes_later() throws Exception {
        drop(Files.writeString(folder.resolve("app.json"), CHROME));
        RunRecord record = opened(1);
        drop(Folders.withPages(folder, 3));
        await("content", () -> driver.session.contentProperty().get() instanceof Content.Ready);
        assertThat(driver.session.shownProperty().get()).hasValue(record);
    }

    @Test
    void a_file_that_cannot_be_opened_is_told_in_one_sentence() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "remember the milk");
        drop(file);
        await("told", () -> driver.session.noticeProperty().get().isPresent());
        Notice notice = driver.session.noticeProperty().get().orElseThrow();
        assertThat(notice.kind()).isEqualTo(Notice.Kind.FAILURE);
        assertThat(notice.sentence()).startsWith(file + " is no trace that Lanescope reads");
        assertThat(driver.session.runs()).isEmpty();
        assertThat(driver.session.opener().openingProperty().get()).isEmpty();
    }

    @Test
    void a_long_trace_of_ours_tells_how_far_it_has_been_read() throws Exception {
        Path file = folder.resolve("long.lanescope");
        TraceFile.write(BigTrace.of(8, 400_000), file);
        List<Double> shares = new ArrayList<>();
        read(() -> {
            driver.session
                    .opener()
                    .openingProperty()
                    .subscribe(now -> now.ifPresent(opening -> shares.add(opening.share())));
            driver.session.opener().open(file);
            return true;
        });
        opened(1);
        List<Double> told = read(() -> List.copyOf(shares));
        assertThat(told).isSorted().hasSizeGreaterThan(2);
    }

    @Test
    void reading_can_be_given_up() throws Exception {
        Path file = Files.writeString(folder.resolve("app.json"), CHROME);
        onFx(() -> {
            driver.session.opener().open(file);
            assertThat(driver.session.opener().openingProperty().get()).isPresent();
            driver.session.opener().cancel();
        });
        await("nothing is open", () -> driver.background.size() == 0);
        assertThat(driver.session.opener().openingProperty().get()).isEmpty();
        assertThat(driver.session.runs()).isEmpty();
    }
}
