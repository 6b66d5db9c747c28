package dev.lanescope.ui.compare;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

import org.controlsfx.control.SegmentedButton;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Which [StackScale] the stacks are on.
final class ScaleSwitch extends SegmentedButton {

    private final Map<StackScale, ToggleButton> buttons = new EnumMap<>(StackScale.class);
    private final ToggleGroup group = new ToggleGroup();

    /// @param onChoice told when the user has chosen
    ScaleSwitch(Consumer<StackScale> onChoice) {
        setId("stack-scale");
        setToggleGroup(group);
        setMinWidth(USE_PREF_SIZE);
        for (StackScale scale : StackScale.values()) {
            var button = new ToggleButton(scale.title());
            button.setId("stack-scale-" + scale.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll("small", "text-small");
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(new Tooltip(scale.sentence()));
            button.setAccessibleHelp(scale.sentence());
            button.setOnAction(_ -> {
                mark(scale); // also if it was chosen already
                onChoice.accept(scale);
            });
            buttons.put(scale, button);
            getButtons().add(button);
        }
    }

    void mark(StackScale scale) {
        group.selectToggle(buttons.get(scale));
    }
}
