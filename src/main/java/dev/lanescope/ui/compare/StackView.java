package dev.lanescope.ui.compare;

/// What the figures below the stacks say.
enum StackView {
    MEASURED("Measured", "Speed-up stacks in figures, in units of lanes", "in lanes"),
    ALONE(
            "Without",
            "Times as fast without one loss, by replay: predicted, not measured",
            "times as fast"),
    SHARES(
            "Gains",
            "Share of each loss in what is gained without all of them, by replay: predicted, not"
                    + " measured",
            "of the gain");

    private final String title;
    private final String spoken;
    private final String head;

    StackView(String title, String spoken, String head) {
        this.title = title;
        this.spoken = spoken;
        this.head = head;
    }

    /// What stands on its button.
    String title() {
        return title;
    }

    /// For screen readers.
    String spoken() {
        return spoken;
    }

    /// What stands above the names of the parts.
    String head() {
        return head;
    }

    boolean isPredicted() {
        return this != MEASURED;
    }
}
