package dev.lanescope.chart;

/// Which lanes stand under one heading.
public enum LaneGrouping {
    /// All lanes of the run, which is one model's.
    MODEL("Model"),
    /// Lanes of one process, or threads that do the same part, see [LaneTitle#part]. Where that
    /// would be one group, or groups of one lane only, there are no headings.
    PART("Process or part"),
    /// Every thread by itself.
    THREAD("No groups");

    private final String label;

    LaneGrouping(String label) {
        this.label = label;
    }

    /// What people read in a menu.
    public String label() {
        return label;
    }
}
