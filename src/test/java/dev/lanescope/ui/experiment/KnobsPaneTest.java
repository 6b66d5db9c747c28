package dev.lanescope.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.catalog.Models;
import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;
import dev.lanescope.concurrency.knobs.Preset;
import dev.lanescope.concurrency.knobs.Scheduling;
import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.Settings;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The knobs as a person turns them.
@ExtendWith(ApplicationExtension.class)
@OnScreen
class KnobsPaneTest {

    private final Background background = new Background();
    private final SessionModel session = new SessionModel(background, Settings.notKept());

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new ScrollPane(new KnobsPane(session)), 500, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        background.close();
    }

    private static ComboBox<String> preset(FxRobot robot) {
        return robot.lookup("#knob-preset .combo-box").queryComboBox();
    }

    private static String words(FxRobot robot) {
        return robot.lookup("#knobs-words").queryAs(Label.class).getText();
    }

    @Test
    void a_preset_sets_its_knobs_and_what_is_none_of_them_is_called_own(FxRobot robot) {
        assertThat(preset(robot).getValue()).isEqualTo("cached");
        robot.interact(() -> preset(robot).setValue("full"));
        assertThat(session.knobsProperty().get()).isEqualTo(Preset.FULL.knobs());
        assertThat(words(robot)).contains("pages written behind the workers");
        robot.interact(() ->
                session.knobsProperty()
                        .set(session.knobsProperty().get().with(Scheduling.ROUND_ROBIN)));
        assertThat(preset(robot).getValue()).isEqualTo("own");
        robot.interact(() -> preset(robot).setValue("naive"));
        assertThat(session.knobsProperty().get()).isEqualTo(Preset.NAIVE.knobs());
    }

    @Test
    void a_knob_that_the_model_cannot_honour_is_greyed_out_and_says_why(FxRobot robot) {
        robot.interact(() -> preset(robot).setValue("full"));
        robot.interact(() -> session.modelProperty().set(Models.byId("processes").orElseThrow()));
        assertThat(robot.lookup("#knob-writes .combo-box").query().isDisabled()).isTrue();
        assertThat(words(robot)).contains("Left out: writes. A page counts as done when its");
    }

    @Test
    void every_knob_has_a_row_and_every_model_says_of_each_what_it_does_or_why_it_cannot(
            FxRobot robot) {
        Map<Knob, Node> rows = new EnumMap<>(Knob.class);
        for (Knob knob : Knob.values()) {
            rows.put(knob, robot.lookup("#knob-" + knob.id()).query());
        }
        Spinner<Integer> workers = robot.lookup("#knob-workers .spinner").query();
        for (ConcurrencyModel model : Models.all()) {
            robot.interact(() -> session.modelProperty().set(model));
            rows.forEach((knob, row) -> {
                Optional<String> refusal = model.refusal(knob);
                assertThat(row.lookup(".row .row").isDisabled()).isEqualTo(refusal.isPresent());
                assertThat(sentence(row)).startsWith(refusal.orElse(knob.sentence()));
            });
            assertThat(sentence(requireNonNull(rows.get(Knob.PAGE_TIMEOUT))))
                    .endsWith(model.ifAPageHangs());
            assertThat(workers.isDisabled()).isEqualTo(model.workers().isFixed());
        }
    }

    private static String sentence(Node row) {
        return ((Label) row.lookup(".text-muted")).getText();
    }

    @Test
    void workers_are_a_knob_too_and_the_words_tell_of_them(FxRobot robot) {
        Spinner<Integer> workers = robot.lookup("#knob-workers .spinner").query();
        robot.interact(() -> workers.getValueFactory().setValue(5));
        assertThat(session.workersProperty().get()).isEqualTo(5);
        assertThat(words(robot)).contains("with 5 workers");
        robot.interact(() -> session.modelProperty().set(Models.byId("sequential").orElseThrow()));
        assertThat(session.workersProperty().get()).as("still wished for").isEqualTo(5);
        assertThat(robot.lookup("#knob-workers .text-muted").queryAs(Label.class).getText())
                .isEqualTo("Exactly 1: one thread does one page after the other.");
        robot.interact(() -> session.modelProperty().set(Models.byId("fixed-pool").orElseThrow()));
        assertThat(workers.getValue()).isEqualTo(5);
    }

    @Test
    void a_warm_up_is_turned_in_passes_and_left_out_beside_a_fault(FxRobot robot) {
        Spinner<Integer> passes = robot.lookup("#knob-warm-up .spinner").query();
        robot.interact(() -> passes.getValueFactory().setValue(3));
        assertThat(session.effectiveKnobs()).isEqualTo(Knobs.STANDARD.withWarmUp(3));
        assertThat(words(robot)).endsWith(": after 3 unrecorded passes.");
        robot.interact(() ->
                session.knobsProperty()
                        .set(
                                session.knobsProperty()
                                        .get()
                                        .with(List.of(new Fault(Fault.Kind.EXCEPTION, 0)))));
        assertThat(session.effectiveKnobs().warmUp()).isZero();
        assertThat(words(robot)).contains("Left out: warm-up. A fault strikes its page once");
    }
}
