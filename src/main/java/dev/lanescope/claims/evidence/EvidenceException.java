package dev.lanescope.claims.evidence;

/// Evidence could not be kept or read; the message is one sentence for people.
public final class EvidenceException extends Exception {

    private static final long serialVersionUID = 1;

    EvidenceException(String sentence) {
        super(sentence);
    }

    public EvidenceException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
