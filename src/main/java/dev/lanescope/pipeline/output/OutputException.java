package dev.lanescope.pipeline.output;

/// Why nothing more can be written, and the run must end: the disk is full, the folder has gone or
/// was refused. The message is one sentence for people: what is wrong, where, and what to do.
public sealed class OutputException extends Exception permits UnreadableSourceException {

    private static final long serialVersionUID = 1;

    private final boolean touched;

    OutputException(String sentence) {
        this(sentence, false);
    }

    OutputException(String sentence, boolean touched) {
        super(sentence);
        this.touched = touched;
    }

    /// Whether anything in the folder had been written or deleted by then. If not, the folder was
    /// refused and is what it was.
    public boolean touched() {
        return touched;
    }
}
