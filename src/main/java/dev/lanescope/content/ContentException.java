package dev.lanescope.content;

/// Why a folder cannot be rendered at all. The message is one sentence for people: what is wrong,
/// where, and what to do.
public final class ContentException extends Exception {

    private static final long serialVersionUID = 1;

    public ContentException(String sentence) {
        super(sentence);
    }
}
