package dev.lanescope.ui.compare;

import dev.lanescope.ui.kit.Icons;

import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.controlsfx.control.SegmentedButton;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What stands at the same place in all runs, and the race: begin or pause, how fast, how far.
final class RaceBar extends HBox {

    private final CompareModel model;
    private final Runnable toLanes;
    private final Button play = new Button();
    private final Label speed = new Label();
    private final Label clock = new Label();
    private final Map<Alignment, ToggleButton> buttons = new EnumMap<>(Alignment.class);

    /// @param toLanes puts the focus on the lanes: whoever has clicked goes on with keys there
    RaceBar(CompareModel model, Runnable toLanes) {
        this.model = model;
        this.toLanes = toLanes;
        Race race = model.race();
        setId("race-bar");
        setSpacing(8);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        play.setId("race-play");
        play.getStyleClass().addAll("icon-button", "small");
        play.setOnAction(_ -> race.toggle());
        play.setOnMouseClicked(_ -> toLanes.run());
        play.setMinWidth(USE_PREF_SIZE);
        var slider = speedSlider(race);
        speed.setId("race-speed-words");
        speed.getStyleClass().add("num-small");
        speed.setMinWidth(52);
        clock.setId("race-clock");
        clock.getStyleClass().addAll("num");
        clock.setMinWidth(0);
        HBox.setHgrow(clock, Priority.ALWAYS);
        clock.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(alignments(), play, slider, speed, clock);
        race.playingProperty().subscribe(this::showState);
        race.headProperty().subscribe(this::showClock);
        race.stepProperty().subscribe(() -> speed.setText(race.speedInWords()));
        speed.setText(race.speedInWords());
        model.comparedProperty().subscribe(this::showClock);
        model.marksProperty()
                .subscribe(marks -> button(Alignment.PAGE).setDisable(marks.page().isEmpty()));
        model.axis().alignedProperty().subscribe(now -> button(now.by()).setSelected(true));
        showState();
        showClock();
    }

    private static Slider speedSlider(Race race) {
        var slider = new Slider(0, Race.LAST_STEP, race.stepProperty().get());
        slider.setId("race-speed");
        slider.setAccessibleText("Speed of the race, from a thousandth of real time to ten times");
        slider.setTooltip(new Tooltip("How fast runs are replayed: 1/1000 to 10 times real time"));
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setPrefWidth(96);
        slider.setMinWidth(56);
        ChangeListener<Number> chosen =
                (_, _, now) -> {
                    int step = (int) Math.round(now.doubleValue());
                    if (step != race.stepProperty().get()) {
                        race.hurry(step - race.stepProperty().get());
                    }
                };
        slider.valueProperty().addListener(chosen);
        race.stepProperty().subscribe(now -> slider.setValue(now.intValue()));
        return slider;
    }

    private ToggleButton button(Alignment by) {
        return java.util.Objects.requireNonNull(buttons.get(by));
    }

    private SegmentedButton alignments() {
        var segments = new SegmentedButton();
        var group = new ToggleGroup();
        segments.setToggleGroup(group);
        segments.setId("align");
        for (Alignment by : Alignment.values()) {
            var button = new ToggleButton(by.title());
            button.setId("align-" + by.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll("small", "text-small");
            button.setAccessibleText("Align runs by " + by.title().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(by.sentence()));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> {
                model.alignBy(by);
                this.button(model.axis().aligned().by()).setSelected(true); // one always is
            });
            button.setOnMouseClicked(_ -> toLanes.run());
            buttons.put(by, button);
            segments.getButtons().add(button);
        }
        return segments;
    }

    private void showState() {
        boolean goes = model.race().playingProperty().get();
        play.setGraphic((goes ? Icons.PAUSE : Icons.PLAY).node());
        String does = goes ? "Pause the race" : "Race the runs from their first submit";
        play.setAccessibleText(does);
        play.setTooltip(new Tooltip(does + " (Space)"));
    }

    /// How far it has come; how long it would take if there is no race.
    private void showClock() {
        Race race = model.race();
        double end = race.endNanos();
        String words =
                race.headProperty().get().isPresent()
                        ? RaceHeads.clock(race.headProperty().get().getAsDouble())
                                + " of "
                                + RaceHeads.clock(end)
                        : "";
        clock.setText(words);
    }
}
