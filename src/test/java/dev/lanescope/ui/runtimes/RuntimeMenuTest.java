package dev.lanescope.ui.runtimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanescope.Wait;
import dev.lanescope.concurrency.cpython.runtime.PythonRuntime;
import dev.lanescope.concurrency.cpython.runtime.Runtimes;
import dev.lanescope.recording.Workspace;
import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Windows;
import dev.lanescope.ui.session.PythonKeeper;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Optional;

/// The menu that says which CPython is used, in a pop-over as it stands in *Measure*.
@ExtendWith(ApplicationExtension.class)
@OnScreen
class RuntimeMenuTest {

    private final Background background = new Background();
    private final PythonKeeper pythons = new SessionModel(background, Settings.notKept()).pythons();
    private Optional<RuntimeMenu> made = Optional.empty();
    private Optional<PopOver> around = Optional.empty();
    private boolean allShown;

    @Start
    void start(Stage stage) {
        var menu = new RuntimeMenu(pythons, "runtime");
        made = Optional.of(menu);
        pythons.onShowAll(() -> allShown = true);
        var owner = new Button("Measure");
        PopOver popOver = Windows.popOver(new StackPane(menu), "Measure");
        around = Optional.of(popOver);
        stage.setScene(new Scene(new StackPane(owner), 900, 640));
        stage.show();
        popOver.show(owner);
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        assumeTrue(
                new Runtimes(Workspace.root()).bundled().isThere(),
                "NO PYTHON COMES ALONG FOR THIS PLATFORM");
        new Runtimes(Workspace.root()).unpacked();
        assertThat(words()).startsWith(PythonKeeper.LOOKING);
        robot.clickOn("#runtime");
        Wait.until(() -> words().stream().anyMatch(item -> item.startsWith("bundled")));
    }

    @AfterEach
    void close() {
        background.close();
    }

    private List<String> words() {
        return made.orElseThrow().getItems().stream()
                .map(MenuItem::getText)
                .map(String::valueOf)
                .toList();
    }

    private RadioMenuItem item(String name) {
        return made.orElseThrow().getItems().stream()
                .filter(RadioMenuItem.class::isInstance)
                .map(RadioMenuItem.class::cast)
                .filter(item -> item.getText().startsWith(name + " "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_is_chosen_without_leaving_the_pop_over(FxRobot robot) throws Exception {
        robot.interact(() -> item("bundled").fire());
        assertThat(pythons.chosenProperty().get().map(PythonRuntime::comesAlong)).hasValue(true);
        assertThat(made.orElseThrow().getText()).isEqualTo("CPython bundled");
        assertThat(made.orElseThrow().getAccessibleText())
                .isEqualTo("Runtime: CPython bundled; choose another one");
        assertThat(around.orElseThrow().isShowing()).isTrue();
        robot.interact(() -> made.orElseThrow().hide());
        robot.interact(() -> made.orElseThrow().show());
        Wait.until(() -> item("bundled").isSelected());
    }

    @Test
    void its_last_item_leads_to_all_that_is_known_of_them(FxRobot robot) {
        MenuItem last = made.orElseThrow().getItems().getLast();
        assertThat(last.getText()).isEqualTo("All runtimes\u2026");
        robot.interact(last::fire);
        assertThat(allShown).isTrue();
        assertThat(around.orElseThrow().isShowing()).as("it would hide them").isFalse();
    }
}
