package dev.lanescope.concurrency.code;

/// That the source of a model cannot be shown, in one sentence.
public final class CodeException extends Exception {

    private static final long serialVersionUID = 1;

    CodeException(String sentence) {
        super(sentence);
    }
}
