package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;
import dev.lanescope.ui.timeline.Chosen;
import dev.lanescope.ui.timeline.lanes.LanesPane;

import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.PixelFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/// Pinned lanes cover those that scroll away beneath them, with all that lies on these.
@OnScreen
class PinnedRowsTest {

    private static final int HEAD = 108;
    private static final int AXIS = 22;
    private static final int ROW = 38;
    private static final int LANES = 30;
    private static final int PINNED = LANES - 1;

    /// Of the file: a title above the axis, room for names, two pixels for one.
    private static final int FILE_TOP = 30 + 24;

    private static final int FILE_HEAD = 128;

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    /// Every lane renders a page of its own, with a wait before it.
    private void pinTheLast() throws Exception {
        Snapshot trace =
                Traces.of(
                        IntStream.range(0, LANES)
                                .mapToObj(lane -> "queue 40, parse@" + lane + " 60")
                                .toArray(String[]::new));
        onFx(() -> {
            driver.timeline().show(Optional.of(trace));
            driver.timeline().arrangement().pin(PINNED);
        });
        QuickRobot.settle();
    }

    /// Chooses a lane's second span, which opens the Inspector beside the lanes.
    private void choose(int lane) throws Exception {
        onFx(() -> driver.timeline().choose(new Chosen(lane, 1)));
        await("its story is known", () -> driver.timeline().story().property().get().isPresent());
        QuickRobot.settle();
    }

    /// Scrolls a lane away by the height of a row, beneath the pinned one.
    private static void hideBeneath(FxRobot robot, int lane) throws Exception {
        ScrollBar bar =
                robot.from(robot.lookup("#lanes").<Node>query()).lookup(".scroll-bar").query();
        onFx(() -> bar.setValue((lane + 1) * (double) ROW));
        QuickRobot.settle();
    }

    private static int[] pinnedRow(FxRobot robot) throws Exception {
        return read(() -> {
            Node pane = robot.lookup("#lanes").query();
            int width = (int) pane.getBoundsInLocal().getWidth() - HEAD - 14;
            int[] pixels = new int[width * ROW];
            pane.snapshot(null, null)
                    .getPixelReader()
                    .getPixels(
                            HEAD,
                            AXIS,
                            width,
                            ROW,
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            width);
            return pixels;
        });
    }

    private int[] pinnedRowOfFile(FxRobot robot) throws Exception {
        Path file = temp.resolve("seen.png");
        var seen = read(() -> ((LanesPane) robot.lookup("#lanes").query()).visibleRange());
        seen.orElseThrow().writePng(file);
        return pixels(file);
    }

    private static int[] pixels(Path file) throws IOException {
        var picture = ImageIO.read(file.toFile());
        int width = picture.getWidth() - 2 * FILE_HEAD;
        return picture.getRGB(2 * FILE_HEAD, 2 * FILE_TOP, width, 2 * ROW, null, 0, width);
    }

    /// How many pixels.
    private static long changed(int[] before, int[] after) {
        assertThat(after).hasSameSizeAs(before);
        return IntStream.range(0, before.length).filter(at -> before[at] != after[at]).count();
    }

    @Test
    void nothing_that_is_chosen_beneath_them_shows_on_them(FxRobot robot) throws Exception {
        pinTheLast();
        choose(2);
        int[] before = pinnedRow(robot);
        int[] inFile = pinnedRowOfFile(robot);
        hideBeneath(robot, 2);
        assertThat(changed(before, pinnedRow(robot))).isZero();
        assertThat(changed(inFile, pinnedRowOfFile(robot))).isZero();
    }

    @Test
    void what_is_chosen_on_them_shows(FxRobot robot) throws Exception {
        pinTheLast();
        choose(2);
        int[] before = pinnedRow(robot);
        int[] inFile = pinnedRowOfFile(robot);
        choose(PINNED);
        assertThat(changed(before, pinnedRow(robot))).isGreaterThan(100);
        assertThat(changed(inFile, pinnedRowOfFile(robot))).isGreaterThan(100);
    }
}
