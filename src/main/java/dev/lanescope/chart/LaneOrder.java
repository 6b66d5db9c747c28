package dev.lanescope.chart;

/// In what order lanes stand. Lanes that are equal in it stand as in the trace.
public enum LaneOrder {
    /// As the model numbered them.
    NATURAL("As in the run"),
    /// By title, numbers by their value.
    NAME("Name"),
    /// Those that worked most first.
    BUSY("Busy share"),
    /// Those that worked to the end first: who was last is what one looks for.
    FINISH("Finish, last first"),
    /// As people have put them.
    MANUAL("By hand");

    private final String label;

    LaneOrder(String label) {
        this.label = label;
    }

    /// What people read in a menu.
    public String label() {
        return label;
    }
}
