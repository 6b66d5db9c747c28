package dev.lanescope.ui.experiment;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;

/// Numbers that are typed into a spinner.
final class Typed {

    private Typed() {}

    /// Takes what stands in the field if it is a number, brought into the range; else puts back the
    /// number that counts.
    static void take(Spinner<Integer> spinner) {
        var values = (IntegerSpinnerValueFactory) spinner.getValueFactory();
        try {
            int typed = Integer.parseInt(spinner.getEditor().getText().strip());
            values.setValue(Math.clamp(typed, values.getMin(), values.getMax()));
        } catch (NumberFormatException _) {
            // nothing that could be taken
        }
        spinner.getEditor().setText(values.getValue().toString());
    }
}
