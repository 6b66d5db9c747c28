package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/// What leaves the window by the menu of a run.
@OnScreen
class ExportMenuTest {

    @TempDir static Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    @Test
    void a_trace_leaves_for_other_tools_and_the_window_says_where_to(FxRobot robot)
            throws Exception {
        driver.aRun(temp);
        Path file = export(robot, "CSV (.csv)", "run.csv");
        assertThat(Files.readString(file)).startsWith("lane,thread,start_ns,");
        await("said", () -> notice(robot).contains("Saved run #1 as " + file));
    }

    private static String notice(FxRobot robot) {
        return robot.lookup("#notice").<Label>query().getText();
    }

    @Test
    void the_visible_range_is_kept_as_vectors_and_as_pixels(FxRobot robot) throws Exception {
        driver.aRun(temp);
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
        onFx(() -> {
            item(menu.getItems(), what).fire();
        });
        await("exported", () -> Files.exists(file));
        return file;
    }

    private static MenuItem item(List<MenuItem> items, String text) {
        return items.stream().filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
    }
}
