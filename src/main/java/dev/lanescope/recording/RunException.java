package dev.lanescope.recording;

/// A run that could not be carried out or had to be given up as a whole. The message is one
/// sentence for the user: what, where, and what to do.
public final class RunException extends Exception {

    private static final long serialVersionUID = 1;

    public RunException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
