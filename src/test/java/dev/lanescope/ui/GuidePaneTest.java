package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.claims.guide.Guide;
import dev.lanescope.claims.guide.GuideRecord;
import dev.lanescope.claims.guide.Step;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.recording.Folders;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.Notice;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A study that others planned, in the real window.
@OnScreen
class GuidePaneTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final Hands hands = new Hands(driver);

    private void open(FxRobot robot) throws Exception {
        driver.openPages(Folders.withPages(temp, 20));
        hands.command("Follow a study that others planned");
        await("steps", () -> robot.lookup("#step-availability").tryQuery().isPresent());
    }

    private static boolean isVisible(FxRobot robot, String query) {
        return robot.lookup(query).<Node>query().isVisible();
    }

    private static String summary(FxRobot robot) {
        return robot.lookup("#guide-summary").<Label>query().getText();
    }

    private Site site() throws Exception {
        return read(() -> ((Content.Ready) driver.session.contentProperty().get()).site());
    }

    private GuideRecord.Spent spent(Site site, Step step) {
        return driver.guides.read(Guide.FEASIBILITY, site).of(step);
    }

    @Test
    @Gesture("Follow a study that others planned")
    void each_step_says_what_is_asked_what_it_takes_and_that_it_is_not_begun(FxRobot robot)
            throws Exception {
        open(robot);
        assertThat(driver.texts("#step-serialisability"))
                .contains("2  Serialisability", "Not begun", "Can site and pages cross")
                .contains("About ", "planned were 1 to 2 hours");
        assertThat(driver.texts("#guide-checklist")).contains("Test pickling of site and pages");
        assertThat(driver.texts("#guide")).contains("Not over: 0 of 5 steps done");
        assertThat(read(() -> isVisible(robot, "#stop-channel"))).isFalse();
    }

    /// What is found is kept, and so is the time it took; the tick follows from that.
    @Test
    @Gesture("Do the next step of that study")
    void a_step_is_done_by_one_command_and_told_with_its_figures(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn("#guide-jit");
        await("the other plan", () -> robot.lookup("#step-support").tryQuery().isPresent());
        hands.command("Do the next step of that study");
        await("done", () -> summary(robot).equals("1 of 4 steps done"));
        assertThat(driver.texts("#step-support")).contains("Done", "Took ", "This JVM: ");
        robot.clickOn("#figures-support");
        await("figures", () -> driver.texts("#step-support").contains("JVM that compiles"));
        assertThat(driver.evidence.read().evidence()).hasSize(1);
        GuideRecord record = driver.guides.read(Guide.JIT, site());
        assertThat(record.of(Guide.JIT.steps().getFirst()).tries()).isEqualTo(1);
        assertThat(read(() -> robot.lookup("#do-support").<Button>query().getText()))
                .isEqualTo("Do it again");
    }

    @Test
    void one_thing_is_measured_at_a_time_and_a_step_can_be_stopped(FxRobot robot) throws Exception {
        open(robot);
        Step channel = Guide.FEASIBILITY.steps().get(2);
        robot.clickOn("#do-channel");
        await("under way", () -> isVisible(robot, "#stop-channel"));
        assertThat(driver.texts("#step-channel")).contains("Under way");
        assertThat(read(() -> robot.lookup("#do-availability").query().isDisabled())).isTrue();
        robot.clickOn("#stop-channel");
        await("stopped", () -> !isVisible(robot, "#stop-channel"));
        await("free again", () -> !robot.lookup("#do-availability").query().isDisabled());
        assertThat(driver.texts("#step-channel")).contains("Not begun");
        Site site = site();
        await("the end is kept", () -> spent(site, channel).cutOff().isEmpty());
        assertThat(spent(site, channel))
                .matches(each -> each.tries() == 0 && !each.besides().isZero());
    }

    @Test
    void while_a_step_goes_on_neither_claim_nor_table_can_be_measured(FxRobot robot)
            throws Exception {
        open(robot);
        robot.clickOn("#do-channel");
        await("under way", () -> isVisible(robot, "#stop-channel"));
        robot.clickOn("#claim-view-tables");
        await("tables", () -> robot.lookup("#measure-cell").tryQuery().isPresent());
        for (String each : List.of("#measure-table", "#measure-cell")) {
            Button button = robot.lookup(each).queryButton();
            assertThat(read(button::isDisabled)).as(each).isTrue();
            assertThat(read(() -> button.getTooltip().getText()))
                    .as(each)
                    .contains("; stop that first, or wait for its end.");
        }
        robot.clickOn("#claim-view-cards");
        await("cards", () -> robot.lookup("#test-claim").tryQuery().isPresent());
        assertThat(read(() -> robot.lookup("#test-claim").query().isDisabled())).isTrue();
        robot.clickOn("#claim-view-guide");
        robot.clickOn("#stop-channel");
        await("free again", () -> !robot.lookup("#do-availability").query().isDisabled());
        robot.clickOn("#claim-view-tables");
        await("free as well", () -> !robot.lookup("#measure-table").query().isDisabled());
    }

    private String notice() {
        return driver.session.noticeProperty().get().map(Notice::sentence).orElse("");
    }

    /// Neither what is found nor what it takes: the first is told.
    @Test
    void where_nothing_can_be_kept_a_step_says_so_before_it_measures(FxRobot robot)
            throws Exception {
        open(robot);
        Files.createFile(driver.evidence.folder());
        Files.createFile(driver.guidesFolder);
        robot.clickOn("#do-serialisability");
        await("told", () -> notice().contains("What is found cannot be kept in "));
        await("free again", () -> !robot.lookup("#do-availability").query().isDisabled());
        await("all is over", () -> driver.background.size() == 0);
        assertThat(notice()).contains(driver.evidence.folder().toString());
        assertThat(driver.session.runs()).isEmpty();
    }

    @Test
    void a_report_is_saved_as_its_ending_says(FxRobot robot) throws Exception {
        open(robot);
        Path file = temp.resolve("study.md");
        driver.fileToSave = Optional.of(file);
        robot.clickOn("#guide-report");
        await("written", () -> Files.exists(file));
        assertThat(Files.readString(file)).contains("# Feasibility study", "## 5. Decision");
        driver.fileToSave = Optional.of(temp.resolve("study.doc"));
        robot.clickOn("#guide-report");
        await(
                "refused",
                () ->
                        driver.session
                                .noticeProperty()
                                .get()
                                .filter(now -> now.sentence().contains("*.html or *.md"))
                                .isPresent());
    }

    @Test
    void a_damaged_file_is_told_of_and_the_study_goes_on(FxRobot robot) throws Exception {
        Path folder = Folders.withPages(temp, 20);
        var site = SiteScanner.scan(folder, ScanProgress.NONE);
        driver.guides.begun(Guide.FEASIBILITY, site, Guide.FEASIBILITY.steps().getFirst());
        Path file;
        try (var all = Files.list(driver.guidesFolder)) {
            file = all.filter(each -> each.toString().endsWith(".guide")).findFirst().orElseThrow();
        }
        Files.writeString(file, "damaged");
        driver.openPages(folder);
        onFx(() -> robot.lookup("#screen-claims").<ToggleButton>query().fire());
        robot.clickOn("#claim-view-guide");
        await(
                "told",
                () ->
                        robot.lookup("#guide-complaints")
                                .<Label>query()
                                .getText()
                                .contains("was changed"));
        assertThat(Files.readString(file)).isEqualTo("damaged");
    }
}
