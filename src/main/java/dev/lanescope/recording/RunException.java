package dev.lanescope.recording;

/// A run that could not be carried out or had to be given up as a whole. The message is one
/// sentence for the user: what, where, and what to do.
public final class RunException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean begun;

    /// @param begun whether the rendering had begun
    public RunException(String sentence, boolean begun, Throwable cause) {
        super(sentence, cause);
        this.begun = begun;
    }

    /// Whether the rendering had begun. If not, the output folder was refused or could not be made
    /// ready, and there is no page in it.
    public boolean begun() {
        return begun;
    }
}
