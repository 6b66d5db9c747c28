package dev.lanescope.concurrency.processes;

/// An item took its process with it, and once more when it was tried alone.
final class ChildDied extends Exception {

    private static final long serialVersionUID = 1;

    /// @param exit the exit code of the process
    ChildDied(int exit) {
        super(
                "the process that rendered it died, and again when it was tried alone (exit code "
                        + exit
                        + ")");
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // its own class is of no interest
    public String toString() {
        return String.valueOf(getMessage());
    }
}
