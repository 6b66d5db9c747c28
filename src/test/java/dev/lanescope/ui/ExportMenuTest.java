package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.recording.Folders;
import dev.lanescope.ui.session.Content;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/// What leaves the window by the menu of a run.
@ExtendWith(ApplicationExtension.class)
class ExportMenuTest {

    @TempDir static Path temp;

    private WindowDriver driver;

    @Start
    void start(Stage stage) {
        driver = new WindowDriver(stage);
    }

    @AfterEach
    void close() throws Exception {
        read(() -> {
            driver.close();
            return true;
        });
    }

    private void aRun(FxRobot robot) throws Exception {
        driver.open(Folders.withPages(temp, 30));
        await("folder read", () -> driver.session.contentProperty().get() instanceof Content.Ready);
        robot.clickOn("#run");
        await("run finished", () -> driver.session.runs().size() == 1);
    }

    @Test
    void a_trace_leaves_for_other_tools_and_the_window_says_where_to(FxRobot robot)
            throws Exception {
        aRun(robot);
        Path file = export(robot, "CSV (.csv)", "run.csv");
        assertThat(Files.readString(file)).startsWith("lane,thread,start_ns,");
        await("said", () -> notice(robot).contains("Saved run #1 as " + file));
    }

    private static String notice(FxRobot robot) {
        return robot.lookup("#notice").<Label>query().getText();
    }

    @Test
    void the_visible_range_is_kept_as_vectors_and_as_pixels(FxRobot robot) throws Exception {
        aRun(robot);
        String svg = Files.readString(export(robot, "Visible range as SVG", "seen.svg"));
        assertThat(svg)
                .startsWith("<svg ")
                .contains("Worker 1</text>", "parse ")
                .endsWith("</svg>\n");
        var png = ImageIO.read(export(robot, "Visible range as PNG", "seen.png").toFile());
        var size = Pattern.compile("width=\"(\\d+)\"").matcher(svg);
        assertThat(size.find()).isTrue();
        assertThat(png.getWidth()).isEqualTo(2 * Integer.parseInt(size.group(1)));
    }

    private Path export(FxRobot robot, String what, String name) throws Exception {
        Path file = temp.resolve(name);
        driver.fileToSave = Optional.of(file);
        ListCell<?> cell = robot.lookup("#runs .list-cell").query();
        var menu = (Menu) item(cell.getContextMenu().getItems(), "Export the trace …");
        read(() -> {
            item(menu.getItems(), what).fire();
            return true;
        });
        await("exported", () -> Files.exists(file));
        return file;
    }

    private static MenuItem item(List<MenuItem> items, String text) {
        return items.stream().filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
    }
}
