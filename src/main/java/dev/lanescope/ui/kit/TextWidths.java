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

    /// A text, or as much of its beginning as has room, with an ellipsis.
    public String cut(String value, double width) {
        if (applyAsDouble(value) <= width) {
            return value;
        }
        int least = 0;
        int most = value.length();
        while (most - least > 1) {
            int middle = (least + most) >>> 1;
            if (applyAsDouble(beginning(value, middle)) <= width) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return beginning(value, least);
    }

    private static String beginning(String value, int letters) {
        return value.substring(0, letters).strip() + "\u2026";
    }
}
