package dev.lanescope.study.whatif;

/// A ledger cannot be read or added to. The message is one sentence: which file, what is wrong,
/// what to do.
public final class LedgerException extends Exception {

    private static final long serialVersionUID = 1;

    LedgerException(String sentence) {
        super(sentence);
    }

    LedgerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
