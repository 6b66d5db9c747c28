package dev.lanescope.pipeline;

/// Why nothing more can be written, and the run must end: the disk is full, the folder has gone or
/// was refused. The message is one sentence for people: what is wrong, where, and what to do.
public final class OutputException extends Exception {

    private static final long serialVersionUID = 1;

    OutputException(String sentence) {
        super(sentence);
    }
}
