package dev.lanescope.ui;

import static dev.lanescope.ui.WindowDriver.await;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds the walkthrough to the list of commands, and the sheet and the palette likewise: whatever
/// the window can be told to do is done by hand in some test, and can be found by people.
@OnScreen
class WalkthroughTest {

    private static final List<Class<?>> PARTS =
            List.of(
                    TimeGesturesTest.class,
                    SpanGesturesTest.class,
                    SelectionGesturesTest.class,
                    SearchGesturesTest.class,
                    LaneGesturesTest.class,
                    FigureGesturesTest.class,
                    ExperimentGesturesTest.class,
                    CompareGesturesTest.class,
                    RaceGesturesTest.class,
                    StudyExportTest.class,
                    ScalingGesturesTest.class,
                    ClaimsScreenTest.class,
                    GuidePaneTest.class);

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    private List<Command> commands() {
        return driver.window.commands().all();
    }

    private static List<String> doing(Stream<Command> commands) {
        return commands.map(Command::does).toList();
    }

    @Test
    void every_command_and_every_gesture_is_used_by_the_walkthrough() {
        Set<String> used =
                PARTS.stream()
                        .flatMap(part -> Stream.of(part.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(WalkthroughTest::gesture)
                        .filter(Objects::nonNull)
                        .flatMap(gesture -> Stream.of(gesture.value()))
                        .collect(Collectors.toSet());
        assertThat(doing(commands().stream())).doesNotHaveDuplicates();
        assertThat(used).containsExactlyInAnyOrderElementsOf(doing(commands().stream()));
    }

    private static @Nullable Gesture gesture(Method method) {
        return method.getAnnotation(Gesture.class);
    }

    @Test
    void no_two_commands_want_the_same_key() {
        assertThat(
                        commands().stream()
                                .filter(command -> !command.isGesture())
                                .flatMap(command -> command.keys().stream())
                                .map(keys -> new KeyPress(keys).shown()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_sheet_shows_every_group_and_everything_that_has_a_key_or_is_a_gesture(FxRobot robot)
            throws Exception {
        robot.clickOn("#help");
        await("sheet", () -> robot.lookup("#keys").tryQuery().isPresent());
        Set<String> words =
                robot
                        .from(robot.lookup("#keys").<Node>query())
                        .lookup((Node node) -> node instanceof Label)
                        .queryAllAs(Label.class)
                        .stream()
                        .map(Label::getText)
                        .collect(Collectors.toSet());
        for (Command.Group group : Command.Group.values()) {
            assertThat(words).contains(group.title());
        }
        assertThat(words)
                .containsAll(
                        doing(commands().stream().filter(command -> !command.keys().isEmpty())))
                .containsAll(
                        commands().stream()
                                .filter(command -> !command.keys().isEmpty())
                                .map(Command::keysShown)
                                .toList());
    }

    @Test
    void the_palette_finds_every_command_by_its_own_words() {
        Commands all = driver.window.commands();
        assertThat(commands().stream().filter(command -> !command.isGesture()))
                .allMatch(command -> all.matching(command.does()).contains(command));
    }
}
