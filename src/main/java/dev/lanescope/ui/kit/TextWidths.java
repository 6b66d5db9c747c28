package dev.lanescope.ui.kit;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How wide texts are in one font; every text is measured once.
public final class TextWidths implements ToDoubleFunction<String> {

    private static final int MOST = 20_000;

    private final Text text = new Text();
    private final Map<String, Double> known = new HashMap<>();

    public TextWidths(Font font) {
        text.setFont(font);
    }

    @Override
    public double applyAsDouble(String value) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(
                value,
                unknown -> {
                    text.setText(unknown);
                    return text.getLayoutBounds().getWidth();
                });
    }
}
