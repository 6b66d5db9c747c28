package dev.lanescope.lab;

/// Something could not be measured. The message is one sentence for the user.
public final class CostException extends Exception {

    private static final long serialVersionUID = 1;

    public CostException(String sentence) {
        super(sentence);
    }
}
