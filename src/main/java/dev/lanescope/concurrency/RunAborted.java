package dev.lanescope.concurrency;

/// A whole run cannot go on, whatever item comes next: the disk is full, no worker can be made. The
/// message is one sentence for the user.
public final class RunAborted extends Exception {

    private static final long serialVersionUID = 1;

    public RunAborted(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
