package dev.lanescope.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The folder in the bar, where there is less room for it than it asks for.
@ExtendWith(ApplicationExtension.class)
@OnScreen
class ContentChipTest {

    private final Background background = new Background();
    private final SessionModel session = new SessionModel(background, Settings.notKept());

    @TempDir Path temp;

    /// Its own, as wide as it says: the one that tests are given is as wide as others left it.
    private final AtomicReference<Stage> narrow = new AtomicReference<>();

    @Start
    void start(Stage given) {
        var stage = new Stage();
        narrow.set(stage);
        stage.setScene(new Scene(new HBox(new ContentChip(session, Optional::empty)), 120, 60));
        stage.show();
    }

    @Stop
    void stop() {
        narrow.get().close();
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void the_name_of_a_folder_stays_whole_where_its_size_is_cut(FxRobot robot) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("hugo-docs"));
        Files.writeString(folder.resolve("a.md"), "# A\n");
        robot.interact(() -> session.open(folder));
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> session.contentProperty().get() instanceof Content.Ready);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> !seen(robot, ".num").equals(robot.lookup(".num").<Label>query().getText()));
        assertThat(seen(robot, ".text-strong")).isEqualTo("hugo-docs");
    }

    private static String seen(FxRobot robot, String label) {
        return robot.from(robot.lookup(label).<Label>query())
                .lookup(".text")
                .<Text>query()
                .getText();
    }
}
