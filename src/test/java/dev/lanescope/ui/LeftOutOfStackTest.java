package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;
import static dev.lanescope.ui.WindowDriver.onFx;
import static dev.lanescope.ui.WindowDriver.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.Lane;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.Trace;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.trace.Traces;
import dev.lanescope.ui.session.RunRecord;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The useful work in a stack is called the speed-up only if nothing was left out of it.
@OnScreen
class LeftOutOfStackTest {

    private static final long MS = 1_000_000;

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    /// Twenty pages of 10 ms on some lanes, whose workers are there after a while.
    private Path run(String model, int lanes, long startMillis) throws Exception {
        RunInfo usual = Traces.info(lanes, 20);
        var info =
                new RunInfo(
                        model,
                        model,
                        lanes,
                        "",
                        "book",
                        usual.contentBytes(),
                        usual.started(),
                        RunInfo.WARM_PAGES,
                        usual.states(),
                        usual.items(),
                        usual.phases(),
                        List.of(new Fact("Output hash", "same")));
        var trace = new Trace(info, Traces.STARTING);
        for (int lane = 0; lane < lanes; lane++) {
            for (int page = lane; page < 20; page += lanes) {
                long begin = startMillis + 10L * (page / lanes);
                trace.lane(lane).append(begin * MS, Traces.PARSE, page, Lane.NOT_READ);
                trace.lane(lane).append((begin + 8) * MS, Traces.WRITE, page, Lane.NOT_READ);
            }
        }
        trace.finish((startMillis + 200 / lanes) * MS);
        Path file = temp.resolve(model + startMillis + ".lanescope");
        TraceFile.write(Traces.finished(trace), file);
        return file;
    }

    private List<String> compared(FxRobot robot, Path... files) throws Exception {
        for (Path file : files) {
            int before = driver.session.runs().size();
            onFx(() -> driver.window.open(file));
            await("opened", () -> driver.session.runs().size() == before + 1);
        }
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        List<RunRecord> all = List.copyOf(driver.session.runs());
        onFx(() -> driver.window.chosenRuns().choose(all));
        TableView<?> figures = robot.lookup("#stack-figures").queryTableView();
        await("stacked", () -> figures.getItems().size() > 1);
        return read(() ->
                IntStream.range(0, figures.getItems().size())
                        .mapToObj(row ->
                                figures.getColumns().stream()
                                        .map(column -> String.valueOf(column.getCellData(row)))
                                        .toList())
                        .map(cells -> String.join(" | ", cells))
                        .toList());
    }

    @Test
    void what_was_left_out_stands_below_the_sum_with_its_reason(FxRobot robot) throws Exception {
        List<String> rows = compared(robot, run("sequential", 1, 60), run("fixed-pool", 2, 0));
        assertThat(rows)
                .contains("useful work | 2.00", "sum | 2.00")
                .endsWith("left out: longer start | 0.60", "speed-up with it | 2.60");
        Label why = robot.lookup("#stack-left-out").query();
        assertThat(why.isVisible()).isTrue();
        assertThat(why.getText())
                .contains("waited 60.0 ms longer at its start", "with it the speed-up is 2.60");
    }

    @Test
    void where_nothing_was_it_is_the_speed_up(FxRobot robot) throws Exception {
        assertThat(compared(robot, run("sequential", 1, 0), run("fixed-pool", 2, 0)))
                .contains("useful work = speed-up | 2.00")
                .endsWith("sum | 2.00");
        assertThat(robot.lookup("#stack-left-out").query().isVisible()).isFalse();
    }
}
