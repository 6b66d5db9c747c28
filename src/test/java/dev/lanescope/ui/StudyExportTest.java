package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.exchange.bundle.BundleFile;
import dev.lanescope.ui.session.Handout;

import javafx.scene.control.Label;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What is compared becomes a file to hand to somebody.
@OnScreen
class StudyExportTest {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private final CompareHands hands = new CompareHands(driver);

    @Test
    @Gesture({
        "Export: Report as HTML (.html)",
        "Export: Report as Markdown (.md)",
        "Export: Bundle of all runs (.lanestudy)"
    })
    void what_is_compared_is_written_as_report_and_as_bundle(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        Path html = export(robot, Handout.Kind.HTML, "study.html");
        assertThat(html).content().contains("<html").contains("Platform threads");
        robot.clickOn("#notice-open");
        assertThat(driver.browsed).last().isEqualTo(html);
        robot.clickOn("#notice-folder");
        assertThat(driver.browsed).last().isEqualTo(temp);
        Path markdown = export(robot, Handout.Kind.MARKDOWN, "study.md");
        assertThat(markdown)
                .content()
                .contains("## Do it again")
                .contains("--models fixed-pool --workers 2")
                .contains("one by one, as somebody began them");
        Path bundle = export(robot, Handout.Kind.BUNDLE, "study.lanestudy");
        assertThat(robot.lookup("#notice-open").tryQuery()).isEmpty();
        BundleFile.Opened opened = BundleFile.open(bundle, _ -> {});
        assertThat(opened.differences()).isEmpty();
        assertThat(opened.bundle().question().models()).containsExactly("fixed-pool");
    }

    @Test
    void a_file_that_cannot_be_written_is_told_in_a_sentence(FxRobot robot) throws Exception {
        hands.compareTwo(temp);
        driver.fileToSave = Optional.of(temp.resolve("missing/study.html"));
        choose(robot, Handout.Kind.HTML);
        await("told", () -> said(robot, "cannot be written"));
        assertThat(driver.texts("#notice")).contains("there is no such folder");
        assertThat(robot.lookup("#export-foot").query().isVisible()).isFalse();
    }

    @Test
    void with_nothing_to_compare_it_says_what_to_do(FxRobot robot) throws Exception {
        onFx(() -> driver.window.commands().matching("Export: Report as HTML").getFirst().run());
        assertThat(driver.texts("#notice")).contains("There is nothing to export yet");
    }

    private Path export(FxRobot robot, Handout.Kind kind, String name) throws Exception {
        Path file = temp.resolve(name);
        driver.fileToSave = Optional.of(file);
        choose(robot, kind);
        await("written", () -> said(robot, name));
        assertThat(Files.size(file)).isPositive();
        return file;
    }

    private boolean said(FxRobot robot, String words) {
        return robot.lookup("#notice")
                .<Label>tryQuery()
                .filter(notice -> notice.getText().contains(words))
                .isPresent();
    }

    private static void choose(FxRobot robot, Handout.Kind kind) {
        robot.clickOn("#compare-export")
                .clickOn(kind.title() + " (." + kind.extension() + ") \u2026");
    }
}
